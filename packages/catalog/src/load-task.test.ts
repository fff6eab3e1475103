import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMap, isPair, isScalar, LineCounter, parse, parseDocument, stringify } from 'yaml';
import { loadTask } from './load-task.js';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'obey-load-')), 'towns');
  await mkdir(folder);
  file = path.join(folder, 'task.yaml');
  await writeFile(path.join(folder, 'prompt.md'), 'Visit {{towns}} towns at {{services.towns}}.');
});
afterAll(() => rm(path.dirname(folder), { recursive: true }));

/** A task that uses every field there is. */
const valid = `
id: towns
version: 1.0.0
title: Towns
suite: [core]
domain: data-collection
skills: [http]
tags: [map-reduce]
licence: CC0-1.0
parameters:
  size: { type: integer, says: How many towns., easy: 1, medium: 2, hard: 3, elite: 4 }
  polite: { type: boolean, easy: true, medium: true, hard: true, elite: false }
facts:
  towns: { key: slug, says: The towns. }
  regions: {}
limits: { minutes: 5, outputBytes: 1000000 }
network: world
services:
  towns: { latencyMs: [300, 600], says: The towns’ own sites. }
ignore: [cache]
prompt: prompt.md
process:
  - step: load
    says: Read the list.
    done: { read: input/towns.json }
    optional: true
  - forEach: town in towns
    key: slug
    mode: parallel
    unit: request
    do:
      - try:
          - step: visit
            started: { requested: "GET /towns/{town.slug}", service: towns }
            done: { wrote: "work/{town.slug}.json", where: "bytes > 0" }
            yields: "work/{town.slug}.json"
            proof: { token: reference, fields: [people] }
            reads: [input/towns.json]
            atMost: 2
        catch:
          on: { requested: "GET /towns/{town.slug}", where: "status >= 400" }
          retry: { max: 2, where: "status >= 500" }
          do:
            - { step: wait, done: { ran: "sleep *" } }
          otherwise:
            - { step: giveUp, done: { wrote: "work/missing/{town.slug}.txt" } }
      - if: visit.people > 100
        then:
          - { step: big, done: { anyOf: [{ wrote: "work/big/{town.slug}.txt" }, { called: note, with: { town: "{town.slug}" } }] } }
        else:
          - { step: small, done: { allOf: [{ wrote: "work/small/{town.slug}.txt" }] } }
  - repeat: { while: "$count(visit) > 100", max: 3, as: cycle }
    do:
      - { step: tidy, done: { edited: "notes.md" } }
  - parallel:
      - - { step: left, done: { wrote: left.md } }
      - - { step: right, done: { wrote: right.md } }
  - { call: finish, with: { region: "regions[0]" } }
procedures:
  finish:
    params: [region]
    do:
      - step: report
        done: { wrote: "report-{region.id}.md" }
        yields: "report-{region.id}.md"
        aggregate: { of: [visit], expect: "$sum(values.value.people)", tolerance: 0.5, uses: inputs }
evaluation:
  weights: { parallelism: 0.2 }
  correctness:
    - { id: total, of: report, check: total, tolerance: 0.5, weight: 2 }
  questions:
    - { id: tone, of: report, ask: Is it polite?, scale: 4, weight: 0.05 }
`;

const load = async (text: string): Promise<string> => {
  await writeFile(file, text);
  return loadTask(folder).then(
    () => 'loaded',
    (error: { line?: string }) => error.line ?? String(error),
  );
};

type Path = (string | number)[];

function* pathsOf(value: unknown, base: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const at = [...base, Array.isArray(value) ? Number(key) : key];
    yield at;
    yield* pathsOf((value as Record<string, unknown>)[key], at);
  }
}

const valueAt = (value: unknown, at: Path): unknown =>
  at.reduce<unknown>((found, key) => (found as Record<string | number, unknown>)[key], value);

/** The valid document with one place changed, in block style, so that every field has a line of its own. */
function changed(at: Path, change: (parent: Record<string | number, unknown>, key: string | number) => void): string {
  const document: unknown = parse(valid);
  const key = at.at(-1) as string | number;
  change(valueAt(document, at.slice(0, -1)) as Record<string | number, unknown>, key);
  return stringify(document, { lineWidth: 0 });
}

/** The lines from a field’s key to the end of its value. */
function linesOf(text: string, at: Path): [number, number] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const parent: unknown = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
  const key = at.at(-1);
  const pair = isMap(parent)
    ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
    : undefined;
  const value = (pair?.value ?? document.getIn(at, true)) as { range: [number, number, number] };
  const start = (pair?.key as typeof value | undefined)?.range[0] ?? value.range[0];
  return [counter.linePos(start).line, counter.linePos(Math.max(start, value.range[1] - 1)).line];
}

const otherType = (value: unknown): unknown => {
  if (typeof value === 'string') return { wrong: true };
  return typeof value === 'object' ? 17.5 : { wrong: [] };
};

/** Keys that are names of the author’s own choice. */
const isOwnName = (at: Path): boolean =>
  (at.length === 2 && ['parameters', 'facts', 'services', 'procedures'].includes(String(at[0]))) ||
  ['with'].includes(String(at.at(-2)));

const optional = new Set(
  'suite skills tags licence says parameters key outputBytes services ignore prompt optional mode unit service where yields proof fields reads atMost started retry do otherwise else with as tolerance uses weights evaluation correctness questions weight procedures facts aggregate parallelism'.split(
    ' ',
  ),
);

const expectPlaced = (line: string, at: string, lines: [number, number]): void => {
  const match = /^(.*task\.yaml):(\d+):(\d+): \S[^\n]*$/.exec(line);
  expect(match, `${at}: ${line}`).not.toBeNull();
  expect(match?.[1]).toBe(file);
  const row = Number(match?.[2]);
  expect(row >= lines[0] && row <= lines[1], `${at} is at ${lines}: ${line}`).toBe(true);
};

const all = [...pathsOf(parse(valid))];

describe('loadTask', () => {
  it('loads a task that uses every field', async () => {
    expect(await load(valid)).toBe('loaded');
    const loaded = await loadTask(folder);
    expect(loaded.task.id).toBe('towns');
    expect([...loaded.process.steps.keys()]).toContain('visit');
    expect(loaded).toMatchObject({
      prompt: expect.stringContaining('{{towns}}'),
      builtIn: false,
      folder,
      source: valid,
    });
  });

  it.each([
    ['{ after: right }', /^loaded$/],
    ['{ tokens: 50000 }', /^loaded$/],
    ['{}', /task\.yaml:\d+:\d+: .*expected `after` or `tokens`/],
    ['{ after: right, tokens: 50000 }', /expected `after` or `tokens`/],
    ['{ tokens: 5 }', /1000/],
    ['{ after: rigth }', /unknown step `rigth`/],
    ['{ after: visit }', /nobody could tell when `visit` is done/],
    ['{ after: load }', /nobody could tell when `load` is done/],
    ['{ after: log }', /nobody could tell when `log` is done/],
    ['{ after: filled }', /nobody could tell when `filled` is done/],
  ])('takes %s as where the context is to be compacted, or says why not', async (compaction, said) => {
    const steps = [
      '  - forEach: town in towns\n    do: [{ step: log, done: { wrote: log.md } }]',
      '  - { step: filled, done: { wrote: filled.md, where: "bytes > 0" } }',
      '  - parallel:',
    ].join('\n');
    const text = valid
      .replace('  - parallel:', steps)
      .replace('network: world', `network: world\ncompaction: ${compaction}`);
    expect(await load(text)).toMatch(said);
  });

  it('names the place of a value of another type, whichever field it is', async () => {
    for (const at of all) {
      const text = changed(at, (parent, key) => {
        parent[key] = otherType(parent[key]);
      });
      const line = await load(text);
      expectPlaced(line, at.join('.'), linesOf(text, at));
      expect(line, at.join('.')).toMatch(/expected|unknown|must|needs/);
    }
  });

  it('names the place of an unknown key and the known one that is meant, in whichever mapping', async () => {
    for (const at of all.filter((path) => typeof path.at(-1) === 'string' && !isOwnName(path))) {
      const key = String(at.at(-1));
      const wrong = `${key}s`;
      const text = changed(at, (parent) => {
        for (const name of Object.keys(parent)) {
          const value = parent[name];
          delete parent[name];
          parent[name === key ? wrong : name] = value;
        }
      });
      const line = await load(text);
      expectPlaced(line, at.join('.'), [1, text.split('\n').length]);
      expectPlaced(line, at.join('.'), linesOf(text, [...at.slice(0, -1), wrong]));
      expect(line, at.join('.')).toContain(`did you mean \`${key}\`?`);
    }
  });

  it('names a required field that is missing, and does without an optional one', async () => {
    for (const at of all.filter((path) => typeof path.at(-1) === 'string' && !isOwnName(path))) {
      const key = String(at.at(-1));
      const text = changed(at, (parent) => {
        delete parent[key];
      });
      const line = await load(text);
      if (line === 'loaded') expect(optional.has(key), `${at.join('.')} is not missed`).toBe(true);
      else expectPlaced(line, at.join('.'), [1, text.split('\n').length]);
    }
  });

  it('sees what no schema can: values of another type, names used twice, steps that do not exist', async () => {
    const cases: [Path, unknown, string][] = [
      [['parameters', 'size', 'hard'], 'many', '`hard`: expected a value of type integer, got "many"'],
      [['parameters', 'size', 'hard'], 2.5, 'expected a value of type integer, got 2.5'],
      [['parameters', 'polite', 'easy'], 'yes', 'expected a value of type boolean, got "yes"'],
      [
        ['parameters', 'Two words'],
        { type: 'string', easy: '', medium: '', hard: '', elite: '' },
        'expected a camelCase name',
      ],
      [['facts', 'two-words'], {}, '`two-words`: expected a camelCase name'],
      [['services', 'towns', 'latencyMs'], [600, 300], 'expected the least first'],
      [['network'], 'none', '`network` is `none`, but the task has services; write network: world'],
      [['evaluation', 'correctness', 0, 'of'], 'reprot', 'unknown step `reprot`; did you mean `report`?'],
      [['evaluation', 'questions', 0, 'id'], 'total', '`total` is there twice'],
      [
        ['evaluation', 'questions', 1],
        { id: 'b', of: 'left', ask: 'c', scale: 3, weight: 0.06 },
        'at most 0.1 is allowed',
      ],
      [['evaluation', 'correctness', 0, 'check'], '$sum(', '`$sum(`'],
      [['evaluation', 'correctness', 0, 'check'], 'vaules[0] = 1', '`vaules`'],
      [['prompt'], 'absent.md', '`prompt`: there is no file `absent.md`'],
      [['instructions'], { 'CLAUDE.md': 'absent.md' }, '`instructions`: there is no file `absent.md`'],
      [['prompt'], '../prompt.md', 'expected a file inside the task’s folder'],
    ];
    for (const [at, value, expected] of cases) {
      const text = changed(at, (parent, key) => {
        parent[key] = value;
      });
      const line = await load(text);
      expect(line).toContain(expected);
      const around = at[0] === 'evaluation' ? at.slice(0, 2) : at;
      expectPlaced(line, at.join('.'), linesOf(text, around));
    }
  });

  it('refuses what is no task', async () => {
    expect(await load('id: [')).toMatch(/task\.yaml:\d+:\d+: /);
    expect(await load('')).toMatch(/task\.yaml:1:1: /);
    expect(await load(`${valid}\ntitle: Again\n`)).toContain('stands twice');
    const nowhere = await loadTask(path.join(folder, 'nowhere')).catch(
      (error: { code: string; line: string }) => error,
    );
    expect(nowhere).toMatchObject({
      code: 'not-found',
      line: expect.stringContaining('there is no task.yaml in this folder'),
    });
  });
});
