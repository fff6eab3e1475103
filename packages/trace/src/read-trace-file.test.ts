import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TraceEvent } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect } from './collect.js';
import { mergeEvents } from './merge-events.js';
import { type ReadTraceOptions, readTraceFile } from './read-trace-file.js';
import { arbitraryEvent } from './testing/arbitrary-event.js';
import { temporaryDirectory } from './testing/temporary-directory.js';
import { writeTrace } from './write-trace.js';

const read = (path: string, options?: ReadTraceOptions): Promise<TraceEvent[]> => collect(readTraceFile(path, options));

const three = mergeEvents([
  [1, 2, 3].map((end) => ({
    kind: 'message',
    role: 'user',
    text: `number ${end}`,
    source: 'harness',
    actor: 'main',
    start: end,
    end,
  })),
]);

describe('readTraceFile', () => {
  it('gives back what writeTrace wrote, whatever it was', async () => {
    const path = join(await temporaryDirectory(), 'trace.jsonl');
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryEvent, { maxLength: 20 }), async (events) => {
        const merged = mergeEvents([events]);
        const { head, events: count } = await writeTrace(path, merged);
        expect(count).toBe(merged.length);
        const back = await read(path, head === undefined ? {} : { head });
        expect(back).toEqual(JSON.parse(JSON.stringify(merged)));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a changed text', (text: string) => text.replace('number 2', 'number 9'), 2, 'does not match its hash'],
    ['a deleted line', (text: string) => text.split('\n').toSpliced(1, 1).join('\n'), 2, 'expected event 1'],
    [
      'a hash taken away',
      (text: string) => text.replace(/,"hash":"[^"]+"\}\n\{"seq":2/, '}\n{"seq":2'),
      2,
      'expected a hash',
    ],
    ['a line cut off', (text: string) => text.slice(0, -30), 3, 'not JSON'],
    ['no last line end', (text: string) => text.slice(0, -1), 3, 'no line end'],
    ['an unknown kind', (text: string) => text.replace('"kind":"message"', '"kind":"rumour"'), 1, 'Invalid'],
  ])('refuses %s, naming the line', async (_, change, line, message) => {
    const path = join(await temporaryDirectory(), 'trace.jsonl');
    await writeTrace(path, three);
    await writeFile(path, change(await readFile(path, 'utf8')));
    await expect(read(path)).rejects.toMatchObject({
      code: 'trace-invalid',
      at: { file: path, line },
      message: expect.stringContaining(message),
    });
  });

  it('needs the head to notice lines missing at the end', async () => {
    const path = join(await temporaryDirectory(), 'trace.jsonl');
    const { head = '' } = await writeTrace(path, three);
    await writeTrace(path, three.slice(0, 2));
    expect(await read(path)).toHaveLength(2);
    await expect(read(path, { head })).rejects.toMatchObject({ code: 'trace-invalid' });
  });

  it('reads a trace without hashes, unless a head was noted', async () => {
    const path = join(await temporaryDirectory(), 'trace.jsonl');
    await writeFile(path, '');
    for (const { hash: _, ...event } of three) await appendFile(path, `${JSON.stringify(event)}\n`);
    expect(await read(path)).toHaveLength(3);
    await expect(read(path, { head: three[2]?.hash ?? '' })).rejects.toMatchObject({ code: 'trace-invalid' });
  });

  it('says so when there is no file', async () => {
    const path = join(await temporaryDirectory(), 'none.jsonl');
    await expect(read(path)).rejects.toMatchObject({ code: 'not-found', at: { file: path } });
  });
});
