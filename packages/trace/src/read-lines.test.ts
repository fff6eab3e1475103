import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collect } from './collect.js';
import { readLines } from './read-lines.js';
import { temporaryDirectory } from './testing/temporary-directory.js';

it('splits at line ends alone, with exact offsets, whatever the size of a chunk', async () => {
  const path = join(await temporaryDirectory(), 'lines');
  const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\r', '\u2028', '😀') }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(texts, fc.boolean(), fc.integer({ min: 1, max: 9 }), async (lines, ended, chunkBytes) => {
      const whole = lines.join('\n') + (ended ? '\n' : '');
      await writeFile(path, whole);
      const read = (await collect(readLines(path, { chunkBytes }))).flat();
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(read.map((line) => line.bytes?.toString())).toEqual(expected);
      expect(read.map((line) => line.number)).toEqual(expected.map((_, index) => index + 1));
      const bytes = Buffer.from(whole);
      expect(read.map((line) => bytes.subarray(line.from, line.to).toString())).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

it('passes over a line longer than the limit and reads on', async () => {
  const path = join(await temporaryDirectory(), 'long');
  await writeFile(path, `ab\n${'x'.repeat(1000)}\ncd\n`);
  const read = (await collect(readLines(path, { chunkBytes: 16, maxLineBytes: 50 }))).flat();
  expect(read.map((line) => line.bytes?.toString())).toEqual(['ab', undefined, 'cd']);
});
