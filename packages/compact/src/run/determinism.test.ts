import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Level } from '@obey/schema';
import { expect, it } from 'vitest';
import { writeCase } from '../case/write-case.js';
import { caseNamespace, deriveCaseSeed } from '../generate/derive-seed.js';
import { builtInNames } from '../methods/built-in/built-ins.js';
import { levelsOf, suiteKeys } from '../obey/testing/own-suites.js';
import type { Suite } from '../template/load-suite.js';
import { type AnyTemplate, loadAnySuite } from './any-suite.js';
import { scriptCase } from './case-script.js';
import { runCompaction } from './run-compaction.js';
import { bundledSuites, suiteFolder } from './suite-folders.js';
import { compactionRun } from './testing/compaction-run.js';

const full = process.env.OBEY_FULL === '1';
/** `OBEY_GOLDEN=write` renews the file, after a change that was meant. */
const writes = process.env.OBEY_GOLDEN === 'write';
const file = fileURLToPath(new URL('./fixtures/public-seeds.json', import.meta.url));

const starterLevels = ['easy', 'medium', 'hard'] as const;

type Digests = Record<string, Record<string, string>>;
interface Golden {
  readonly cases: Digests;
  readonly runs: Digests;
}
const golden: Golden = JSON.parse(readFileSync(file, 'utf8'));

const digestOf = (parts: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

/** The seeds that everybody knows: those of a run that asks for no others (five slots of the group `default`), and 0 to 4. */
function publicSeeds(suite: Suite<AnyTemplate>, { template }: AnyTemplate): bigint[] {
  const namespace = caseNamespace(suite, template);
  const slots = [0, 1, 2, 3, 4];
  return [...slots.map((slot) => deriveCaseSeed(namespace, 'default', slot)), ...slots.map(BigInt)];
}

/** A case as it is written, and all that is said and asked in the two cycles after it. */
function* texts(template: AnyTemplate, seeds: readonly bigint[], level: Level): Generator<string> {
  for (const seed of seeds) {
    const { case: made, cycles } = scriptCase(template, seed, level, 2);
    yield writeCase(made, 'compact');
    for (const { turns, asked } of cycles.slice(1)) {
      yield JSON.stringify([turns, asked.evaluation_items.map(({ prompt, expected }) => [prompt, [...expected]])]);
    }
  }
}

function renew(part: Partial<Golden>): void {
  const before: Golden = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify({ ...before, ...part }, null, 2)}\n`);
}

it('all public seeds of our suites give the same bytes as ever', () => {
  const found: Digests = {};
  // By default the two small suites at one level; all of it in full.
  for (const key of suiteKeys) {
    if (!full && !writes && key === 'elite_practice') continue;
    const suite = loadAnySuite(suiteFolder(bundledSuites(), key));
    for (const one of suite.files) {
      if (one.dialect !== 'obey-1') throw new Error(`${one.template.key} is of another dialect`);
      const chosen = levelsOf(one.template).filter((level) => full || writes || level === 'easy');
      found[one.template.key] = Object.fromEntries(
        chosen.map((level) => [level, digestOf(texts(one, publicSeeds(suite, one), level))]),
      );
    }
  }
  if (writes) renew({ cases: found });
  const { cases } = writes ? { cases: found } : golden;
  if (full) expect(Object.keys(found)).toEqual(Object.keys(cases));
  for (const [key, digests] of Object.entries(found)) expect(cases[key], key).toMatchObject(digests);
});

it('a run gives the same answers, artifacts and scores as ever', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'obey-determinism-'));
  const found: Digests = {};
  for (const method of [...builtInNames, 'oracle', 'truncate-last-n']) {
    const chosen = full || writes ? starterLevels : method === 'hybrid-ledger' ? (['easy'] as const) : [];
    for (const difficulty of chosen) {
      const output = join(folder, `${method}-${difficulty}.jsonl`);
      await runCompaction(await compactionRun({ output, method: `built-in:${method}`, settings: { difficulty } }));
      // The first line tells of the machine; cases stand in the order in which they were finished.
      const lines = readFileSync(output, 'utf8').split('\n').slice(1).sort();
      found[method] = { ...found[method], [difficulty]: digestOf(lines) };
    }
  }
  rmSync(folder, { recursive: true });
  if (writes) renew({ runs: found });
  const { runs } = writes ? { runs: found } : golden;
  for (const [method, digests] of Object.entries(found)) expect(runs[method], method).toMatchObject(digests);
  expect(Object.keys(found)).not.toHaveLength(0);
});
