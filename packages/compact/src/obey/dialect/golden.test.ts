import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writeCase } from '../../case/write-case.js';
import { levelsOf, ownTemplates, suiteKeys } from '../testing/own-suites.js';
import { generateCycles } from './generate-cycles.js';
import { generateObeyCase } from './generate-obey-case.js';

const full = process.env.OBEY_FULL === '1';
/** `OBEY_GOLDEN=write` renews the file, after a change of content that was meant. */
const writes = process.env.OBEY_GOLDEN === 'write';
const file = fileURLToPath(new URL('./fixtures/golden.json', import.meta.url));

/** Of each template, by level, the first 16 hex digits of SHA-256 over the compact cases of the seeds and the turns of cycles 1 and 2. */
it('our own suites give the same bytes as ever', () => {
  const seeds = [1n, 2n ** 64n - 1n];
  const found: Record<string, Record<string, string>> = {};
  for (const suite of suiteKeys) {
    for (const template of ownTemplates(suite)) {
      for (const level of levelsOf(template)) {
        if (!full && !writes && level !== 'easy') continue;
        const hash = createHash('sha256');
        for (const seed of seeds) {
          hash.update(writeCase(generateObeyCase(template, seed, level), 'compact'));
          for (const { turns } of generateCycles(template, seed, level, 2).slice(1)) hash.update(JSON.stringify(turns));
        }
        found[template.key] = { ...found[template.key], [level]: hash.digest('hex').slice(0, 16) };
      }
    }
  }
  if (writes) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  const expected = JSON.parse(readFileSync(file, 'utf8')) as typeof found;
  for (const [key, levels] of Object.entries(found)) expect(expected[key], key).toMatchObject(levels);
  expect(Object.keys(found)).toEqual(Object.keys(expected));
});
