import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Preparation, type TaskSource, taskSchema } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import type { Prepare } from './prepare-context.js';
import { type PrepareOptions, prepareTask } from './prepare-task.js';
import { proofToken } from './proof-token.js';
import { writeInputs } from './write-inputs.js';

const source: TaskSource = {
  id: 'two-towns',
  version: '1.0.0',
  title: 'Two towns',
  domain: 'data-collection',
  parameters: { towns: { type: 'integer', easy: 2, medium: 3, hard: 4, elite: 5 } },
  facts: { towns: { key: 'slug' } },
  limits: { minutes: 1 },
  network: 'world',
  services: { towns: { latencyMs: [300, 600] } },
  process: [{ step: 'load', done: { read: 'input/towns.json' } }],
};
const task = taskSchema.parse(source);
const prompt = 'Ask {{services.towns}} about {{towns}} towns.';
const options: PrepareOptions = { seed: 7, level: 'easy', secret: '00'.repeat(32) };

const prepare: Prepare<{ towns: number }> = ({ parameters, random, token }) => {
  const towns = Array.from({ length: parameters.towns }, (_, index) => ({
    slug: `town-${index}`,
    people: random.fork('people', index).integer(1_000, 9_000),
  }));
  return {
    files: { 'input/towns.json': JSON.stringify(towns.map(({ slug }) => slug)) },
    services: {
      towns: {
        routes: towns.map(({ slug, people }) => ({
          path: `/towns/${slug}`,
          answers: [{ body: JSON.stringify({ people, reference: token(slug) }) }],
        })),
      },
    },
    facts: { towns },
  };
};

const lineOf = (given: Preparation | Prepare | unknown, more: Partial<PrepareOptions> = {}): string => {
  const broken = typeof given === 'function' ? given : () => given;
  try {
    prepareTask({ task, prompt, prepare: broken as Prepare }, { ...options, ...more });
  } catch (error) {
    return (error as { line: string }).line;
  }
  return 'no error';
};
const good = prepare({
  seed: 1,
  level: 'easy',
  parameters: { towns: 1 },
  secret: '',
  token: () => '',
  random: { fork: () => ({ integer: () => 1 }) } as never,
});

describe('prepareTask', () => {
  it('gives the same instance for the same seed and secret, another for others', () => {
    const one = prepareTask({ task, prompt, prepare: prepare as Prepare }, options);
    const again = prepareTask({ task, prompt, prepare: prepare as Prepare }, options);
    expect(JSON.stringify(again)).toBe(JSON.stringify(one));
    expect(one).toMatchObject({
      task: 'two-towns',
      seed: 7,
      parameters: { towns: 2 },
      prompt: 'Ask {{services.towns}} about 2 towns.',
      services: { towns: { latencyMs: [300, 600] } },
    });
    expect(one.services.towns?.routes[1]?.answers[0]?.body).toContain(proofToken(options.secret, 'town-1'));
    const other = prepareTask({ task, prompt, prepare: prepare as Prepare }, { ...options, seed: 8 });
    expect(other.facts).not.toEqual(one.facts);
    const larger = prepareTask({ task, prompt, prepare: prepare as Prepare }, { ...options, level: 'elite' });
    expect(larger.parameters).toEqual({ towns: 5 });
    expect((larger.facts.towns as unknown[]).slice(0, 2)).toEqual(one.facts.towns);
  });

  it('takes values in place of the level’s, of the declared name and type', () => {
    const three = prepareTask({ task, prompt, prepare: prepare as Prepare }, { ...options, parameters: { towns: 3 } });
    expect(three.facts.towns).toHaveLength(3);
    expect(lineOf(prepare, { parameters: { town: 3 } })).toBe(
      'the task has no parameter `town`; did you mean `towns`?',
    );
    expect(lineOf(prepare, { parameters: { towns: 1.5 } })).toBe('parameter `towns` must be of type integer, not 1.5');
  });

  it('says which field of a preparation is wrong', () => {
    const prefix = 'two-towns, level easy, seed 7: prepare.ts ';
    const service = (routes: unknown) => ({ ...good, services: { towns: { routes } } });
    const answers = (...list: unknown[]) => service([{ path: '/a', answers: list }]);
    const cases: [unknown, string][] = [
      [
        () => {
          throw new Error('no data');
        },
        'threw: no data',
      ],
      [async () => good, 'gave a promise'],
      [undefined, 'gave a wrong `the preparation`: '],
      [{ ...good, fils: {} }, 'gave a wrong `the preparation`: Unrecognized key: "fils"'],
      [{ ...good, files: { a: 1 } }, 'gave a wrong `files.a`: '],
      [{ ...good, files: { '../a': '' } }, 'gave a wrong `files["../a"]`: must stay inside the workspace'],
      [{ ...good, files: { '/a': '' } }, 'must be relative to the workspace'],
      [{ ...good, files: { 'a//b': '' } }, 'must be written without `.` and empty parts'],
      [{ ...good, files: { 'a\\b': '' } }, 'must not contain backslashes'],
      [{ ...good, files: { a: '', 'a/b': '' } }, '`a` is a file too'],
      [{ ...good, facts: { towns: [], mayors: [] } }, '`facts.mayors`: is not declared under `facts` in task.yaml'],
      [{ ...good, facts: {} }, '`facts.towns`: is declared in task.yaml and missing here'],
      [{ ...good, facts: { towns: [Number.NaN] } }, 'gave a wrong `facts.towns'],
      [{ ...good, services: {} }, '`services.towns`: is declared in task.yaml and missing here'],
      [{ ...good, services: { ...good.services, town: { routes: [] } } }, 'did you mean `towns`?'],
      [service([{ path: 'a', answers: [{}] }]), 'gave a wrong `services.towns.routes[0].path`: '],
      [service([{ path: '/a b', answers: [{}] }]), 'must be a path, with or without one query, and without spaces'],
      [service([{ path: '/a?b=1?c', answers: [{}] }]), 'must be a path, with or without one query'],
      [
        service([
          { path: '/a?b=1&c=2', answers: [{}] },
          { path: '/a?c=2&b=1', answers: [{}] },
        ]),
        '`GET /a?b=1&c=2` is there twice',
      ],
      [service([{ path: '/a', answers: [] }]), 'gave a wrong `services.towns.routes[0].answers`: '],
      [
        service([
          { path: '/a', answers: [{}] },
          { path: '/a', answers: [{}] },
        ]),
        '`services.towns.routes[1]`: `GET /a` is there twice',
      ],
      [
        answers({ when: { nth: 1 } }),
        '`services.towns.routes[0].answers[0]`: is the last answer, so it must have no `when`',
      ],
      [answers({}, {}), 'answers behind it never come'],
      [answers({ when: { nth: [3, 2] } }, {}), 'must go from the lesser to the greater'],
      [answers({ when: { after: 'GET /b' } }, {}), '`GET /b` is no route of this world; did you mean `GET /a`?'],
      [answers({ status: 101 }), 'must be 200 or above'],
      [answers({ headers: { 'x y': '' } }), 'is not a header that an answer may set'],
      [answers({ headers: { 'Content-Length': '3' } }), 'is not a header that an answer may set'],
    ];
    for (const [given, expected] of cases) {
      const line = lineOf(given);
      expect(line).toContain(expected);
      expect(line.startsWith(prefix)).toBe(true);
    }
  });

  it('writes instructions beside the input files, filled in, and refuses two texts for one path', () => {
    const told = taskSchema.parse({ ...source, instructions: { 'CLAUDE.md': 'ways.md' } });
    const channelled = {
      task: told,
      prompt,
      instructions: { 'CLAUDE.md': 'All {{towns}} towns.' },
      prepare: prepare as Prepare,
    };
    expect(prepareTask(channelled, options).files).toMatchObject({
      'CLAUDE.md': 'All 2 towns.',
      'input/towns.json': expect.any(String),
    });
    const clash: Prepare = (context) => ({ ...prepare(context as never), files: { 'CLAUDE.md': '' } });
    expect(() => prepareTask({ ...channelled, prepare: clash }, options)).toThrow('gave `CLAUDE.md`, which');
    const address = { 'CLAUDE.md': 'At {{services.towns}}.' };
    expect(() => prepareTask({ ...channelled, instructions: address }, options)).toThrow('has no value');
  });

  it('lets a declared service keep state in place of routes, and refuses one that is not declared', () => {
    const service = { start: () => 0, answer: () => ({ state: 0, answer: {} }) };
    const preparable = { task, prompt, prepare: (() => ({ ...good, services: {} })) as Prepare };
    expect(prepareTask({ ...preparable, services: { towns: service } }, options).services).toEqual({
      towns: { latencyMs: [300, 600], routes: [] },
    });
    const undeclared = () => prepareTask({ ...preparable, services: { town: service } }, options);
    expect(undeclared).toThrow('`town` is not declared under `services` in task.yaml');
  });

  it('refuses a seed, level or secret that cannot be', () => {
    expect(lineOf(prepare, { seed: -1 })).toContain('seed -1');
    expect(lineOf(prepare, { level: 'huge' as 'easy' })).toContain('not one of easy, medium, hard, elite');
    expect(lineOf(prepare, { secret: 'zz' })).toContain('lower-case hex');
  });
});

it('writes input files into folders of their own', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'obey-inputs-'));
  try {
    await writeInputs({ 'input/deep/a.txt': 'ä\n', 'b.txt': '' }, directory);
    expect(await readFile(path.join(directory, 'input', 'deep', 'a.txt'), 'utf8')).toBe('ä\n');
    await expect(writeInputs({ ok: '', '../escaped': '' }, directory)).rejects.toThrow('must stay inside');
    await expect(readFile(path.join(directory, 'ok'))).rejects.toThrow('ENOENT');
  } finally {
    await rm(directory, { recursive: true });
  }
});
