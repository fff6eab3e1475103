import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadTask, loadTaskModules, unplantedExceptions } from '@obey/catalog';
import { prepareTask } from '@obey/prepare';
import { type Level, levels } from '@obey/schema';
import { afterAll, describe, expect, it } from 'vitest';
import { folderOf, secret } from './run-task.fixture.js';

const full = process.env.OBEY_FULL === '1';
/** `OBEY_UPDATE_INSTANCES=1 npx vitest run catalog/instances.test.ts` writes the hashes anew, after a task was changed on purpose. */
const update = process.env.OBEY_UPDATE_INSTANCES === '1';

type Hashes = Record<string, Record<string, Record<string, string>>>;
const file = folderOf('instances.json');
const golden: Hashes = JSON.parse(readFileSync(file, 'utf8'));
const written: Hashes = {};

const goldenSeeds = [1, 2, 3];
const manySeeds: Readonly<Record<Level, number>> = { easy: 60, medium: 15, hard: 5, elite: 2 };

const tasks = readdirSync(folderOf('.'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name)
  .sort();

async function preparing(task: string) {
  const loaded = await loadTask(folderOf(task));
  const modules = await loadTaskModules(loaded);
  const make = (level: Level, seed: number) => prepareTask({ ...loaded, ...modules }, { seed, level, secret });
  return { loaded, modules, make };
}

/** Of everything that a candidate, the world and the judge are given, byte for byte. */
const hashOf = (prepared: unknown): string => createHash('sha256').update(JSON.stringify(prepared)).digest('hex');

afterAll(() => {
  if (update) writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
});

describe.each(tasks)('%s', (task) => {
  it('prepares, for the same seed and level, what was committed, whatever the machine', async () => {
    const { make } = await preparing(task);
    const chosen = full || update ? levels : (['easy', 'medium'] as const);
    const seeds = full || update ? goldenSeeds : goldenSeeds.slice(0, 1);
    const hashes = Object.fromEntries(
      chosen.map((level) => [level, Object.fromEntries(seeds.map((seed) => [seed, hashOf(make(level, seed))]))]),
    );
    written[task] = hashes;
    if (update) return;
    const hint = 'was the task changed on purpose? then write the hashes anew, see OBEY_UPDATE_INSTANCES here';
    expect(golden[task], `${task} has no hashes: ${hint}`).toBeDefined();
    expect(golden[task], hint).toMatchObject(hashes);
  });

  it(
    'plants every exception that it holds, and lists no item twice',
    async () => {
      const { loaded, modules, make } = await preparing(task);
      const stateful = Object.keys(modules.services);
      for (const level of levels) {
        for (let seed = 0; seed < (full ? manySeeds[level] : Number(level === 'easy')); seed += 1) {
          const found = await unplantedExceptions({ ...loaded, prepared: make(level, 500 + seed), stateful });
          expect({ level, seed: 500 + seed, found }).toEqual({ level, seed: 500 + seed, found: [] });
        }
      }
    },
    full ? 1_800_000 : 300_000,
  );
});
