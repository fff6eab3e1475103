import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputFiles } from './output-files.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-output-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('OutputFiles', () => {
  it('keeps what each stream said, whether they follow each other or run at once', async () => {
    const files = new OutputFiles();
    const path = join(folder, 'stdout');
    await pipeline(Readable.from(['one\n']), files.into(path));
    await Promise.all(['two\n', 'three\n'].map((text) => pipeline(Readable.from([text, text]), files.into(path))));
    files.close();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines[0]).toBe('one');
    expect(lines.slice(1).sort()).toEqual(['three', 'three', 'two', 'two']);
  });

  it('leaves a hole where somebody cut the file', async () => {
    const files = new OutputFiles();
    const path = join(folder, 'stdout');
    await pipeline(Readable.from(['one\n']), files.into(path));
    await truncate(path);
    await pipeline(Readable.from(['two\n']), files.into(path));
    files.close();
    expect(await readFile(path, 'utf8')).toBe('\0\0\0\0two\n');
  });

  it('makes a file of nothing', async () => {
    const files = new OutputFiles();
    await pipeline(Readable.from([]), files.into(join(folder, 'stdout')));
    files.close();
    expect(await readFile(join(folder, 'stdout'), 'utf8')).toBe('');
  });

  it('tells a stream that its file cannot be written', async () => {
    const files = new OutputFiles();
    await expect(pipeline(Readable.from(['one']), files.into(join(folder, 'no', 'stdout')))).rejects.toThrow('ENOENT');
    files.close();
  });
});
