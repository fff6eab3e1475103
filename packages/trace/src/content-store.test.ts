import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentStore } from './content-store.js';
import { temporaryDirectory } from './testing/temporary-directory.js';

describe('ContentStore', () => {
  it('keeps each content once, under its hash, and gives it back before and after it is on disk', async () => {
    const directory = join(await temporaryDirectory(), 'files');
    const store = new ContentStore(directory);
    const names = ['a', 'b', 'a', 'ü'].map((text) => store.put(text));
    expect(names.map((name) => store.text(name))).toEqual(['a', 'b', 'a', 'ü']);
    await store.flush();
    expect((await readdir(directory)).sort()).toEqual([...new Set(names)].sort());
    const again = new ContentStore(directory);
    expect(names.map((name) => again.text(name))).toEqual(['a', 'b', 'a', 'ü']);
    expect(again.put('a')).toBe(names[0]);
    await again.flush();
    expect(await readdir(directory)).toHaveLength(3);
  });

  it('keeps bytes as they are, also many at once', async () => {
    const store = new ContentStore(join(await temporaryDirectory(), 'files'));
    const contents = Array.from({ length: 500 }, (_, index) => Buffer.from([index & 255, index >> 8, 255, 0]));
    const names = contents.map((content) => store.put(content));
    await store.flush();
    expect(await readdir(store.directory)).toHaveLength(500);
    expect(names.map((name) => Buffer.from(store.bytes(name) ?? []))).toEqual(contents);
  });

  it('has nothing under a name that is unknown or no hash', async () => {
    const store = new ContentStore(join(await temporaryDirectory(), 'files'));
    expect(store.text('0'.repeat(64))).toBeUndefined();
    expect(store.text('../secret')).toBeUndefined();
  });

  it('refuses a content that was changed', async () => {
    const store = new ContentStore(join(await temporaryDirectory(), 'files'));
    const name = store.put('true');
    await store.flush();
    await chmod(join(store.directory, name), 0o644);
    await writeFile(join(store.directory, name), 'false');
    expect(() => store.text(name)).toThrow(expect.objectContaining({ code: 'trace-invalid' }));
  });

  it('reports a write that failed', async () => {
    const store = new ContentStore(join(await temporaryDirectory(), 'files'));
    const { rm } = await import('node:fs/promises');
    await rm(store.directory, { recursive: true });
    store.put('lost');
    await expect(store.flush()).rejects.toMatchObject({ code: 'infrastructure' });
  });
});
