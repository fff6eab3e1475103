import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordedWorkspace } from '../testing/recorded-workspace.js';

const full = process.env.OBEY_FULL === '1';

describe('recordWorkspace', () => {
  it('records each version with its content, and nothing that was there before', async () => {
    const { directory, seen, files, store } = await recordedWorkspace({}, (workspace) => {
      fs.writeFileSync(join(workspace, 'input.txt'), 'given');
    });
    fs.writeFileSync(join(directory, 'out.bin'), Buffer.from([0, 255, 10]));
    expect(await seen()).toEqual(['created out.bin']);
    fs.writeFileSync(join(directory, 'out.bin'), Buffer.from([1]));
    fs.appendFileSync(join(directory, 'input.txt'), '!');
    expect(await seen()).toEqual(['created out.bin', 'modified out.bin', 'modified input.txt']);
    fs.rmSync(join(directory, 'out.bin'));
    expect((await seen()).at(-1)).toBe('deleted out.bin');
    const kept = files().flatMap(({ sha256 }) =>
      sha256 === undefined ? [] : [Buffer.from(store.bytes(sha256) ?? [])],
    );
    expect(kept).toEqual([Buffer.from([0, 255, 10]), Buffer.from([1]), Buffer.from('given!')]);
    expect(files().map(({ bytes }) => bytes)).toEqual([3, 1, 6, undefined]);
  });

  it('tells a temporary file and its rename as one path that was renamed onto another', async () => {
    const { directory, seen } = await recordedWorkspace();
    fs.writeFileSync(join(directory, 'a.json'), '1');
    await seen();
    fs.writeFileSync(join(directory, 'a.json.tmp'), '2');
    await seen();
    fs.renameSync(join(directory, 'a.json.tmp'), join(directory, 'a.json'));
    expect(await seen()).toEqual(['created a.json', 'created a.json.tmp', 'renamed a.json <- a.json.tmp']);
  });

  it('does not take a new file for a renamed one when the number of the inode is used again', async () => {
    const { directory, seen } = await recordedWorkspace();
    for (let round = 0; round < 20; round += 1) {
      fs.writeFileSync(join(directory, `old${round}`), 'same');
      await seen();
      fs.rmSync(join(directory, `old${round}`));
      fs.writeFileSync(join(directory, `new${round}`), `other ${round}`);
    }
    expect((await seen()).filter((event) => event.startsWith('renamed'))).toEqual([]);
  });

  it('follows a renamed directory', async () => {
    const { directory, seen } = await recordedWorkspace();
    fs.mkdirSync(join(directory, 'a/b'), { recursive: true });
    fs.writeFileSync(join(directory, 'a/b/c.txt'), 'c');
    await seen();
    fs.renameSync(join(directory, 'a'), join(directory, 'z'));
    fs.writeFileSync(join(directory, 'z/b/d.txt'), 'd');
    await seen();
    fs.writeFileSync(join(directory, 'z/b/e.txt'), 'e');
    expect(await seen()).toEqual([
      'created a/b/c.txt',
      'renamed z/b/c.txt <- a/b/c.txt',
      'created z/b/d.txt',
      'created z/b/e.txt',
    ]);
  });

  it('finds what was written into a new directory before its watch stood', async () => {
    const { directory, recorder, files } = await recordedWorkspace();
    const script = `
      const fs = require('fs');
      for (let i = 0; i < 200; i++) {
        fs.mkdirSync('d' + i + '/x/y', { recursive: true });
        fs.writeFileSync('d' + i + '/x/y/f.json', String(i));
        fs.writeFileSync('d' + i + '/g.json', String(i));
      }`;
    execFileSync(process.execPath, ['-e', script], { cwd: directory });
    await recorder.marker();
    expect(new Set(files().map((event) => event.path)).size).toBe(400);
    expect(recorder.damaged).toBeUndefined();
  });

  it('gives what was written before a marker an earlier time than the marker, whatever the clock', async () => {
    let now = 5;
    const { directory, recorder, files } = await recordedWorkspace({ clock: () => now });
    const markers: number[] = [];
    for (let index = 0; index < 50; index += 1) {
      fs.writeFileSync(join(directory, `${index}`), 'x');
      const marker = recorder.marker();
      now += index % 3;
      markers.push(await marker);
    }
    const times = markers.map((_, index) => files().findLast((event) => event.path === `${index}`)?.end ?? Number.NaN);
    expect(times.every((time, index) => time < (markers[index] ?? 0))).toBe(true);
    expect(times.every((time, index) => index === 0 || time > (markers[index - 1] ?? 0))).toBe(true);
    expect(files().map((event) => event.end)).toEqual(
      files()
        .map((event) => event.end)
        .toSorted((a, b) => a - b),
    );
  });

  it('does not tell of a file that changed after a marker as if that had been before', async () => {
    const { directory, recorder, files } = await recordedWorkspace();
    fs.writeFileSync(join(directory, 'x'), '1');
    const marker = recorder.marker();
    // Nothing was delivered yet: when the first write is, the second one has taken its place.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    fs.writeFileSync(join(directory, 'x'), '22');
    const at = await marker;
    await recorder.marker();
    expect(files().find(({ bytes }) => bytes === 2)?.end).toBeGreaterThan(at);
  });

  it('marks a version that was caught half-way, by the clock it was given', async () => {
    let now = 0;
    const { directory, seen, recorder } = await recordedWorkspace({ clock: () => now });
    const write = async (path: string, text: string, at: number) => {
      now = at;
      fs.writeFileSync(join(directory, path), text);
      await recorder.marker();
    };
    await write('soon.json', '{"a":', 1000);
    await write('soon.json', '{"a":1}', 1040);
    await write('late.json', '{"a":', 2000);
    await write('late.json', '{"a":1}', 2060);
    const events = (await seen()).filter((event) => !event.startsWith('modified') || !event.endsWith('(partial)'));
    expect(events).toEqual([
      'created soon.json (partial)',
      'modified soon.json',
      'created late.json',
      'modified late.json',
    ]);
  });

  it('leaves out what is ignored', async () => {
    const { directory, seen } = await recordedWorkspace({ ignore: ['**/*.log', 'cache/**'] });
    for (const path of ['node_modules/a', 'x/node_modules/b/c', '.git/objects/aa', 'cache', '.git/refs']) {
      fs.mkdirSync(join(directory, path), { recursive: true });
      fs.writeFileSync(join(directory, path, 'file'), 'x');
    }
    fs.writeFileSync(join(directory, 'a.log'), 'x');
    expect(await seen()).toEqual(['created .git/refs/file']);
  });

  it('never follows a link and never waits for a pipe', async () => {
    const { directory, outside, seen, store, files } = await recordedWorkspace();
    fs.writeFileSync(join(outside, 'secret'), 'secret');
    fs.symlinkSync(join(outside, 'secret'), join(directory, 'link'));
    fs.symlinkSync(outside, join(directory, 'folder'));
    execFileSync('mkfifo', [join(directory, 'pipe')]);
    expect(await seen()).toEqual(['created link', 'created folder', 'created pipe']);
    fs.writeFileSync(join(outside, 'later'), 'later');
    fs.mkdirSync(join(directory, 'real'));
    fs.writeFileSync(join(directory, 'real/later'), 'own');
    await seen();
    fs.renameSync(join(directory, 'real'), join(directory, 'moved'));
    fs.symlinkSync(outside, join(directory, 'real'));
    fs.appendFileSync(join(outside, 'later'), '!');
    expect((await seen()).slice(3)).toEqual([
      'created real/later',
      'created real',
      'renamed moved/later <- real/later',
    ]);
    const texts = files().map(({ sha256 }) => (sha256 === undefined ? undefined : store.text(sha256)));
    expect(texts.filter((text) => text !== undefined)).toEqual(['own', 'own']);
  });

  it('keeps no content of a file over the limit, but the hash of its last version', async () => {
    const { directory, recorder, store } = await recordedWorkspace({ maxFileBytes: 1000 });
    const content = 'x'.repeat(1001);
    fs.writeFileSync(join(directory, 'large'), content);
    fs.writeFileSync(join(directory, 'small'), 'x'.repeat(1000));
    const last = new Map((await recorder.stop()).map((event) => [event.kind === 'file' ? event.path : '', event]));
    expect(last.get('large')).toMatchObject({ bytes: 1001, sha256: hash('sha256', content) });
    expect(store.bytes(hash('sha256', content))).toBeUndefined();
    expect(store.bytes(hash('sha256', 'x'.repeat(1000)))).toHaveLength(1000);
  });

  it('keeps no more contents than it may, and still their hashes', async () => {
    const { directory, recorder, files, store } = await recordedWorkspace({ maxStoredBytes: 2000 });
    for (let index = 0; index < 8; index += 1) {
      fs.writeFileSync(join(directory, `${index}`), `${index}`.repeat(500));
      await recorder.marker();
    }
    const last = files().filter(({ bytes }) => bytes === 500);
    expect(last.every(({ sha256 }) => sha256 !== undefined)).toBe(true);
    expect(last.filter(({ sha256 }) => store.bytes(sha256 ?? '') !== undefined)).toHaveLength(5);
  });

  it('reads a growing large file at every marker, not at every write', async () => {
    const { directory, recorder, files } = await recordedWorkspace();
    const path = join(directory, 'big.log');
    const block = Buffer.alloc(1 << 20, 'x');
    for (let index = 0; index < 10; index += 1) {
      fs.appendFileSync(path, block);
      await recorder.marker();
      expect(files().at(-1)?.bytes).toBe((index + 1) << 20);
    }
  });

  it('says that it is damaged when the workspace is removed', async () => {
    const { directory, recorder } = await recordedWorkspace();
    fs.writeFileSync(join(directory, 'a'), 'a');
    await recorder.marker();
    expect(recorder.damaged).toBeUndefined();
    fs.rmSync(directory, { recursive: true });
    fs.mkdirSync(directory);
    fs.writeFileSync(join(directory, 'b'), 'b');
    await recorder.stop();
    expect(recorder.damaged).toContain('removed or replaced');
  });

  it.skipIf(process.platform !== 'linux')(
    'says that it is damaged when the queue of the kernel ran over, and records the files all the same (needs Linux)',
    async () => {
      const { directory, recorder, files } = await recordedWorkspace();
      // Two events each: created, written.
      const count = 100 + Number(fs.readFileSync('/proc/sys/fs/inotify/max_queued_events', 'utf8')) / 2;
      // The recorder cannot read its queue meanwhile: the call blocks this thread.
      const script = `for (let i = 0; i < ${count}; i++) require('fs').writeFileSync('f' + i, 'x')`;
      execFileSync(process.execPath, ['-e', script], { cwd: directory });
      await recorder.stop();
      expect(recorder.damaged).toMatch(/lost|comparison/);
      expect(new Set(files().map(({ path }) => path)).size).toBe(count);
    },
  );

  it(`keeps each of ${full ? 600 : 60} writes before the marker that follows it, in order, under load`, async () => {
    const { directory, recorder, files } = await recordedWorkspace();
    const { spawn } = await import('node:child_process');
    const burners = full ? [0, 1, 2, 3].map(() => spawn(process.execPath, ['-e', 'for (;;);'])) : [];
    const counts: number[] = [];
    try {
      for (let index = 0; index < (full ? 600 : 60); index += 1) {
        fs.mkdirSync(join(directory, `d${index % 7}`), { recursive: true });
        fs.writeFileSync(join(directory, `d${index % 7}/f${index}`), `${index}`);
        await recorder.marker();
        counts.push(new Set(files().map(({ path }) => path)).size);
      }
    } finally {
      for (const burner of burners) burner.kill();
    }
    expect(counts).toEqual(counts.map((_, index) => index + 1));
  });
});
