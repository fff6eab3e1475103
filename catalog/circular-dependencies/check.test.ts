import { loadTask, loadTaskModules } from '@obey/catalog';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderOf, runTask, type TaskRun } from '../run-task.fixture.js';
import { checks } from './check.js';

let run: TaskRun;
const task = 'circular-dependencies';

beforeAll(async () => {
  run = await runTask(task, { seed: 11, level: 'easy' });
});

/** What fails when the workspace is left with these files in the place of its own; undefined takes one away. */
function failing(changed: Readonly<Record<string, string | undefined>>): string[] {
  const files = Object.fromEntries(
    Object.entries({ ...run.files, ...changed }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const { facts, parameters } = run.prepared;
  const context = { facts, parameters, files, values: {}, of: '', tolerance: 0 };
  return Object.entries(checks).flatMap(([name, check]) =>
    check(context).flatMap(({ item, passed }) => (passed ? [] : [`${name} ${item}`])),
  );
}

const cyclesOf = (kind: string): string[] =>
  Object.entries(run.prepared.facts.kinds ?? {}).flatMap(([id, one]) => (one === kind ? [id] : []));
const modulesOf = (id: string) => (run.prepared.facts.rings as Record<string, string[]>)[id] ?? [];

describe('the checks', () => {
  it('pass on what the reference solution leaves', () => {
    expect(failing({})).toEqual([]);
  });

  it('are all in use', async () => {
    const loaded = await loadTask(folderOf(task));
    const used = loaded.task.evaluation.correctness.map(({ check }) => check);
    expect(Object.keys((await loadTaskModules(loaded)).checks).sort()).toEqual([...new Set(used)].sort());
  });

  it('see a cycle that is still there, and every number that is then not true', () => {
    const [id = ''] = cyclesOf('resolvable');
    const original = Object.fromEntries(modulesOf(id).map((name) => [name, run.prepared.files[name]]));
    const failed = failing(original);
    expect(failed).toContain(`treeAsDue ${id}`);
    expect(failed).toEqual(expect.arrayContaining(['summaryTrue resolved', 'summaryTrue skipped', 'graphsTrue after']));
  });

  it('see an attempt that was not put back', () => {
    for (const kind of ['api', 'tests', 'imports']) {
      const [id = ''] = cyclesOf(kind);
      const [name = ''] = modulesOf(id);
      expect(failing({ [name]: `${run.files[name]}\nexport const left = 1;\n` })).toEqual([`treeAsDue ${id}`]);
      expect(failing({ [name]: `${run.files[name]?.replaceAll('\n', ' \n')}\n` })).toEqual([]);
    }
  });

  it('see another public API, a changed test, and a tree that does not parse', () => {
    const entry = run.files['src/index.ts'] ?? '';
    expect(failing({ 'src/index.ts': entry.replace(/^export .*\n/, '') })).toContain('contractKept publicApi');
    const test = Object.keys(run.files).find((name) => name.startsWith('tests/')) ?? '';
    expect(failing({ [test]: '' })).toEqual(['contractKept tests']);
    expect(failing({ 'src/index.ts': 'export {' })).toEqual(
      expect.arrayContaining([
        'contractKept publicApi',
        'contractKept imports',
        'graphsTrue after',
        'summaryTrue resolved',
      ]),
    );
  });

  it('fail, and never throw, on outputs that are missing or malformed', () => {
    const outputs = {
      'work/cycles.json': 'cyclesFound',
      'work/graph-before.json': 'graphsTrue before',
      'work/graph-after.json': 'graphsTrue after',
      'work/summary.json': 'summaryTrue',
      'report.md': 'reportComplete',
    };
    for (const [name, expected] of Object.entries(outputs)) {
      for (const text of [undefined, '', 'null', '[]', '[null, 1, {}]', '{"imports":[1,null]}', '{"id":', '"text"']) {
        expect({ name, text, failed: failing({ [name]: text }).some((one) => one.startsWith(expected)) }).toEqual({
          name,
          text,
          failed: true,
        });
      }
    }
    const nothing = Object.fromEntries(Object.keys(run.files).map((name) => [name, undefined]));
    expect(failing(nothing).length).toBeGreaterThan(10);
  });
});
