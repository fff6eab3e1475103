import { expect, it } from 'vitest';
import { jsonText, readJson } from './json-files.js';

it('reads what it wrote, and nothing where there is no JSON', async () => {
  const files: Record<string, string> = { 'a.json': jsonText({ n: 1 }), 'b.json': 'to be done' };
  const read = async (path: string) => {
    const text = files[path];
    if (text === undefined) throw new Error(`there is no ${path}`);
    return text;
  };
  expect(files['a.json']).toBe('{\n  "n": 1\n}\n');
  expect(await readJson({ read }, 'a.json')).toEqual({ n: 1 });
  expect(await readJson({ read }, 'b.json')).toBeUndefined();
  expect(await readJson({ read }, 'c.json')).toBeUndefined();
});
