import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Completion } from '../../model/provider.js';
import { ResponseCache } from './response-cache.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const completion: Completion = {
  text: 'Blue \ud83d\ude00',
  promptTokens: 1,
  completionTokens: 2,
  cachedPromptTokens: 0,
  model: 'm',
  finish: 'complete',
  raw: { id: null },
};
const asked = { provider: 'groq', prompt: 'what?', temperature: 0, json: false, system: null };

async function files(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

it('gives back what it was given, and nothing for another question', async () => {
  const cache = new ResponseCache(folder);
  await cache.write(asked, completion);
  expect(await new ResponseCache(folder).read(asked)).toEqual(completion);
  expect(await cache.read({ ...asked, temperature: 1 })).toBeUndefined();
});

it('leaves whole files only, however many write at once', async () => {
  const cache = new ResponseCache(folder);
  await Promise.all(Array.from({ length: 20 }, () => cache.write(asked, completion)));
  expect(await files()).toHaveLength(1);
  expect(await cache.read(asked)).toEqual(completion);
});

it('takes a damaged entry, or one that answers another question, for none', async () => {
  const cache = new ResponseCache(folder);
  await cache.write(asked, completion);
  const [file = ''] = await files();
  const whole = await readFile(file, 'utf8');
  for (const text of [
    '',
    whole.slice(0, 40),
    '{}',
    'null',
    whole.replace('"promptTokens":1', '"promptTokens":-1'),
    whole.replace('what?', 'who?'),
  ]) {
    await writeFile(file, text);
    expect(await cache.read(asked)).toBeUndefined();
  }
  await cache.write(asked, completion);
  expect(await cache.read(asked)).toEqual(completion);
});

it('says in one line that it cannot write', async () => {
  await writeFile(join(folder, 'file'), '');
  const cache = new ResponseCache(join(folder, 'file'));
  const error = await cache.write(asked, completion).catch((thrown: unknown) => thrown);
  expect(ObeyError.isInstance(error) && error.code).toBe('infrastructure');
});
