import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadTask, loadTaskModules, validateTask } from '@obey/catalog';
import { prepareTask } from '@obey/prepare';
import { applicableDeviations, applicableVariants } from '@obey/process';
import { type Level, levels } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { folderOf, runTask, secret } from './run-task.fixture.js';

const tasks = readdirSync(folderOf('.'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name);
const full = process.env.OBEY_FULL === '1';
const seeds: Readonly<Record<Level, number>> = full
  ? { easy: 20, medium: 10, hard: 5, elite: 3 }
  : { easy: 2, medium: 2, hard: 0, elite: 0 };
/** By default some of a list, of each task others; calibration runs and judges them all. */
const someOf = <T>(list: readonly T[], name: string, count: number): readonly T[] =>
  full
    ? list
    : list.filter((_, index) => (index + list.length - (tasks.indexOf(name) % list.length)) % list.length < count);
/** Variants that start a process for every act. */
const scripted = new Set(['client-retries', 'cross-check-script', 'one-script']);

describe.each(tasks)('%s', (name) => {
  const loading = loadTask(folderOf(name)).then(async (loaded) => ({ loaded, modules: await loadTaskModules(loaded) }));

  it('prepares the same instance for the same seed, whatever the secret', async () => {
    const { loaded, modules } = await loading;
    const source = { ...loaded, ...modules };
    for (const level of levels) {
      const made = new Set<string>();
      for (let seed = 0; seed < seeds[level]; seed += 1) {
        const first = prepareTask(source, { seed, level, secret });
        expect(prepareTask(source, { seed, level, secret })).toEqual(first);
        const other = prepareTask(source, { seed, level, secret: 'a0'.repeat(32) });
        expect({ facts: other.facts, files: other.files }).toEqual({ facts: first.facts, files: first.files });
        made.add(JSON.stringify(first.facts));
      }
      expect(made.size).toBeGreaterThan(Math.min(1, seeds[level] - 1));
    }
  });

  it('is valid', async () => {
    const { loaded } = await loading;
    expect(await validateTask(loaded, { seeds: [4] })).toEqual([]);
  });

  it('lists in its README exactly the deviations that apply', async () => {
    const { loaded } = await loading;
    const readme =
      readFileSync(path.join(folderOf(name), 'README.md'), 'utf8').split('## Deviations that apply')[1] ?? '';
    const listed = [...readme.matchAll(/`([a-z]+(?:-[a-z]+)*)`(?=[^|]*\|[^|]*\|$)/gm)].map(([, found]) => found);
    expect(new Set(listed)).toEqual(new Set(applicableDeviations(loaded.process)));
  });

  it('has correct checks, whichever way an obedient agent is untidy', async () => {
    const { loaded, modules } = await loading;
    const untidy = applicableVariants(loaded.process).filter((variant) => !scripted.has(variant));
    for (const variant of [undefined, ...someOf(untidy, name, 2)]) {
      const { files, prepared } = await runTask(name, { seed: 3, level: 'easy', ...(variant && { variant }) });
      for (const { of, check, tolerance = 0 } of loaded.task.evaluation.correctness) {
        const values = valuesIn(files, of, loaded, prepared);
        const context = { facts: prepared.facts, parameters: prepared.parameters, files, values, of, tolerance };
        const failed = modules.checks[check]?.(context).filter(({ passed }) => !passed);
        expect({ variant, check, failed }).toEqual({ variant, check, failed: [] });
      }
    }
  });

  it('carries out every deviation that applies, and says what it did', async () => {
    const { loaded } = await loading;
    for (const deviation of someOf(applicableDeviations(loaded.process), name, 3)) {
      const { departures } = await runTask(name, { seed: 5, level: 'easy', deviation });
      expect({ deviation, count: departures.length > 0 }).toEqual({ deviation, count: true });
    }
  });
});

type Loaded = Awaited<ReturnType<typeof loadTask>>;
type Prepared = ReturnType<typeof prepareTask>;

/** The values of a step as its files have them, for every element of the facts that its path can name. */
function valuesIn(files: Record<string, string>, of: string, { process }: Loaded, { facts }: Prepared) {
  const step = process.steps.get(of);
  const [variable] = step?.variables ?? [];
  const template = step?.yields?.type === 'file' ? step.yields.path : undefined;
  // Items of nested lists are not made up here: such a step’s check reads files.
  if (template === undefined || (step?.variables.length ?? 0) > 1) return {};
  const items = variable === undefined ? [undefined] : (facts[variable.kind] as Record<string, string>[]);
  const values = items.flatMap((value) => {
    const scope = variable === undefined ? {} : { [variable.name]: value };
    const text = files[template.fill(scope)];
    const key = value === undefined ? '' : (value.slug ?? value.id ?? '');
    return text === undefined ? [] : [{ item: {}, key, value: JSON.parse(text) }];
  });
  return { [of]: values };
}
