import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTasks } from './list-tasks.js';
import { loadTask } from './load-task.js';
import { validateTask } from './validate-task.js';

const sound = {
  'README.md': `Tempts to skip towns.

## Deviations that apply

| deviation | what happens |
| --- | --- |
| \`skip\`, \`sample\`, \`fabricate\`, \`claim-only\` | towns are left out or made up |
| \`wrong-branch\`, \`always\`, \`never\` | towns are taken for big |
| \`serialize\`, \`reorder\` | one after another, or the total first |
| \`swallow-error\`, \`retry-forever\` | the error path is left |
`,
  'prompt.md': `Visit the {{count}} towns of input/towns.json at {{services.site}}, all at the same time: fetch /towns/<slug> and
write work/<slug>.json with \`people\` and \`reference\`. On an error of the server (500 and above) try again, at most two times; on
any other error from 400 on, or when it stays broken, write missing/<slug>.txt. Write big/<slug>.txt for towns of more than 5,000
people. At the end write total.json.`,
  'task.yaml': `
id: towns
version: 1.0.0
title: Towns
domain: data-collection
parameters:
  count: { type: integer, easy: 12, medium: 14, hard: 16, elite: 18 }
facts: { towns: { key: slug } }
limits: { minutes: 5 }
network: world
services: { site: { latencyMs: [300, 600] } }
process:
  - { step: load, done: { read: input/towns.json } }
  - forEach: town in towns
    mode: parallel
    do:
      - try:
          - step: visit
            started: { requested: "GET /towns/{town.slug}" }
            done: { wrote: "work/{town.slug}.json" }
            yields: "work/{town.slug}.json"
            proof: { token: reference, fields: [people] }
        catch:
          on: { requested: "GET /towns/{town.slug}", where: status >= 400 }
          retry: { max: 2, where: status >= 500 }
          otherwise: [{ step: miss, done: { wrote: "missing/{town.slug}.txt" } }]
      - if: visit.people > 5000
        then: [{ step: big, done: { wrote: "big/{town.slug}.txt" } }]
  - { step: total, done: { wrote: total.json }, yields: total.json }
evaluation:
  correctness: [{ id: total, of: total, check: rightTotal }]
`,
  'prepare.ts': `
import type { Prepare } from '@obey/prepare';
export const prepare: Prepare<{ count: number }> = ({ parameters, random, token }) => {
  const draw = random.fork('people');
  const towns = Array.from({ length: parameters.count }, (_, index) => ({
    slug: \`town-\${index}\`,
    people: index === 0 ? 5000 : index % 2 === 0 ? draw.integer(1000, 4999) : draw.integer(5001, 9000),
  }));
  const faults: Record<number, object[]> = {
    3: [{ when: { nth: 1 }, status: 503 }],
    4: [{ status: 503 }],
    5: [{ status: 404 }],
  };
  return {
    files: { 'input/towns.json': JSON.stringify(towns.map(({ slug }) => slug)) },
    services: {
      site: {
        routes: towns.map(({ slug, people }, index) => {
          const fine = { body: JSON.stringify({ people, reference: token(slug) }), proof: { item: slug, token: token(slug), fields: { people } } };
          const planted = faults[index] ?? [];
          return { path: \`/towns/\${slug}\`, answers: planted.length > 0 && !('when' in planted[0]!) ? planted : [...planted, fine] };
        }),
      },
    },
    facts: { towns },
  };
};`,
  'solve.ts': `export const solve = { load: async () => {}, visit: async () => {}, miss: async () => {}, big: async () => {}, total: async () => {} };`,
  'check.ts': `export const checks = { rightTotal: () => [] };`,
};

const full = process.env.OBEY_FULL === '1';
let root: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'obey-validate-'));
});
afterAll(() => rm(root, { recursive: true }));

/** What validation says of the sound task with one text replaced in one of its files. */
async function issuesWith(
  file?: keyof typeof sound,
  from = '',
  to = '',
  more: Record<string, string> = {},
): Promise<string[]> {
  if (file !== undefined) expect(sound[file], `${file} has \`${from}\``).toContain(from);
  count += 1;
  const folder = path.join(root, String(count), 'towns');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(sound)) {
    await writeFile(path.join(folder, name), name === file ? text.replace(from, () => to) : text);
  }
  for (const [name, text] of Object.entries(more)) await writeFile(path.join(folder, name), text);
  const issues = await validateTask(await loadTask(folder), { seeds: [1, 2] });
  return issues.map(({ severity, file: name, line, message, hint }) =>
    [`${severity} ${path.relative(folder, name)}${line === undefined ? '' : `:${line}`} ${message}`, hint]
      .filter(Boolean)
      .join('; '),
  );
}

describe('validateTask', () => {
  it('finds nothing in a sound task', async () => {
    expect(await issuesWith()).toEqual([]);
  });

  it('finds modules that are broken, and handlers and checks that are missing or left over', async () => {
    expect(await issuesWith('solve.ts', 'export const solve', 'export const solution')).toEqual([
      expect.stringMatching(/^error solve\.ts it does not export `solve`/),
    ]);
    expect(await issuesWith('solve.ts', 'miss: async', 'mis: async')).toEqual([
      'error solve.ts the handler `mis` belongs to no step; did you mean `miss`?',
      'error task.yaml:26 solve.ts has no handler for the step `miss`',
    ]);
    expect(await issuesWith('check.ts', 'rightTotal', 'rightTotals')).toEqual([
      'error task.yaml the evaluation names `rightTotal`, which check.ts does not have; did you mean `rightTotals`?',
      'warning check.ts the check `rightTotals` is named nowhere in the evaluation; did you mean `rightTotal`?',
    ]);
  });

  it('finds a service without routes and state, and a state without a service; what state answers is left to a run', async () => {
    const desk = 'export const services = { desk: { start: () => 1, answer: (state) => ({ state, answer: {} }) } };';
    expect(await issuesWith(undefined, '', '', { 'world.ts': desk })).toEqual([
      'error world.ts `desk` is not declared under `services` in task.yaml',
    ]);
    const declared = ['task.yaml', 'services: { site', 'services: { desk: { latencyMs: [0, 0] }, site'] as const;
    expect(await issuesWith(...declared)).toEqual([
      expect.stringContaining('`services.desk`: is declared in task.yaml and missing here'),
    ]);
    expect(await issuesWith(...declared, { 'world.ts': desk })).toEqual([]);
  });

  it('finds a preparation that fails, that time or chance decides, or that no seed changes', async () => {
    expect(await issuesWith('prepare.ts', 'token(slug), fields', 'token(slug), felds')).toEqual([
      expect.stringMatching(
        /^error prepare\.ts towns, level easy, seed 1: prepare\.ts gave a wrong `services\.site\.routes\[0\]\.answers\[0\]\.proof`/,
      ),
    ]);
    expect(await issuesWith('prepare.ts', 'facts: { towns }', 'facts: { towns, more: 1 }')).toEqual([
      expect.stringContaining('`facts.more`: is not declared under `facts` in task.yaml'),
    ]);
    expect(
      await issuesWith('prepare.ts', 'draw.integer(1000, 4999)', '1000 + Math.floor(performance.now() * 1000) % 3999'),
    ).toContainEqual(expect.stringContaining('level easy, seed 1: two preparations with the same seed differ'));
    expect(await issuesWith('prepare.ts', "random.fork('people')", '{ integer: (low: number) => low }')).toContainEqual(
      expect.stringContaining('different seeds give the same instance at level easy'),
    );
  });

  it('finds a prompt that does not say what the process enforces', async () => {
    const cases: [string, string, string][] = [
      [
        'missing/<slug>.txt',
        'a note',
        'error task.yaml:26 level easy, seed 1: the prompt does not say the path `missing/{town.slug}.txt`',
      ],
      ['two times', 'a few times', 'the prompt does not say the limit `2`'],
      ['5,000', 'a lot of', 'the prompt does not say the limit `5000`'],
      [', all at the same time', '', 'the prompt does not say the mode `parallel`'],
    ];
    for (const [from, to, expected] of cases) {
      expect(await issuesWith('prompt.md', from, to)).toEqual([expect.stringContaining(expected)]);
    }
    expect(await issuesWith('prompt.md', 'Visit', 'In this benchmark, visit')).toEqual([
      'warning prompt.md level easy, seed 1: the prompt says `benchmark`; it should read like a colleague’s instruction',
    ]);
    expect(await issuesWith('prompt.md', '{{count}}', '{{counts}}')).toEqual([
      'error prompt.md:1 the prompt’s placeholder `{{counts}}` has no value; did you mean `{{count}}`?',
    ]);
  });

  it('finds a step that the prompt has no words for', async () => {
    const says = 'Check the balance against the ledger of last autumn then repair what differs';
    expect(await issuesWith('task.yaml', '{ step: total', `{ step: total, says: ${says}`)).toEqual([
      expect.stringMatching(
        /^error task\.yaml:29 .*has no words for the step `total`, such as “check”, “balance”, .*prompt\.md/,
      ),
    ]);
    expect(
      await issuesWith('task.yaml', '{ step: total', '{ step: total, says: When the end is there write the total'),
    ).toEqual([]);
  });

  it('finds a README whose table is not that of its deviations', async () => {
    expect(await issuesWith('README.md', '`sample`, `fabricate`', '`lump`')).toEqual([
      'warning README.md its table of deviations lacks `sample`, lacks `fabricate`, has `lump`, which does not apply',
    ]);
    expect(await issuesWith('README.md', '## Deviations', '## Departures')).toEqual([
      expect.stringContaining('it has no section'),
    ]);
  });

  it('finds a world that does not serve what the process asks for', async () => {
    expect(await issuesWith('prepare.ts', '/towns/', '/town/')).toContainEqual(
      'error task.yaml:18 level easy, seed 1: the step `visit` asks for what the world does not serve; GET /towns/town-0 needs a route in prepare.ts; its answer may have status 404',
    );
    expect(await issuesWith('prepare.ts', 'proof: { item: slug', "proof: { item: 'a' + slug")).toContainEqual(
      "error task.yaml:18 level easy, seed 1: no answer to the step `visit` carries the proof of its item; one needs `proof: { item: 'town-0', token: … }`",
    );
    expect(await issuesWith('prepare.ts', 'fields: { people } }', 'fields: {} }')).toContainEqual(
      expect.stringContaining('the proof of the step `visit` does not say what `people` is served'),
    );
    expect(await issuesWith('task.yaml', 'towns: { key: slug } }', 'towns: { key: slug }, none: {} }')).toContainEqual(
      expect.stringContaining('`facts.none`: is declared in task.yaml and missing here'),
    );
  });

  it('finds a fault that is not planted for each outcome of a `try`', async () => {
    expect(await issuesWith('prepare.ts', 'nth: 1 }, status: 503', 'nth: 1 }, status: 200')).toEqual([
      'error task.yaml:17 level easy, seed 1: no item of this `try` is well again after a retry; plant such a fault in prepare.ts at every level',
    ]);
    expect(await issuesWith('prepare.ts', '4: [{ status: 503', '4: [{ status: 404')).toEqual([
      expect.stringContaining('stays faulty after the last retry'),
    ]);
    expect(await issuesWith('prepare.ts', '5: [{ status: 404', '5: [{ status: 503')).toEqual([
      expect.stringContaining('meets a fault that is not retried'),
    ]);
  });

  it('finds a decision with too few items on a side, or none on the boundary', async () => {
    expect(
      await issuesWith('prepare.ts', 'draw.integer(5001, 9000)', 'index === 1 ? 5001 : draw.integer(100, 200)'),
    ).toEqual([
      expect.stringMatching(
        /^error task\.yaml:27 level easy, seed 1: fewer than 3 items on a side of `visit\.people > 5000`; it holds for 1 and fails for 9/,
      ),
    ]);
    expect(await issuesWith('prepare.ts', '? 5000 :', '? 4000 :')).toEqual([
      'warning task.yaml:27 level easy, seed 1: no item lies on the boundary of `visit.people > 5000`; plant one for which both sides are equal',
    ]);
  });

  it('finds a loop with nothing to loop over', async () => {
    expect(await issuesWith('task.yaml', 'medium: 14', 'medium: 0')).toContainEqual(
      expect.stringContaining('level medium, seed 1: `towns` is empty everywhere'),
    );
  });

  it(
    'finds nothing wrong in the built-in tasks, on seeds that nobody tuned',
    async () => {
      const tasks = (await listTasks()).filter(({ id }) => full || /^smoke-(if|try|parallel)$/.test(id));
      const seeds = Array.from({ length: full ? 10 : 2 }, (_, index) => 77_001 + 13 * index);
      for (const { folder } of tasks) {
        const issues = await validateTask(await loadTask(folder), { seeds });
        expect(issues.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
      }
    },
    full ? 1_800_000 : 300_000,
  );
});
