import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';

let directory: string;

/** In CompactBench's own dialect, which the scorers 1.0.0 and 2.0.0 read. */
const template = `
template:
  key: plain_v1
  family: plain
  version: 1.0.0
  difficulty_policy: {distractor_turns: {easy: 2}}
  variables: [{name: who, generator: person_name}]
  transcript:
    turns:
      - {role: user, template: 'The lead is {{who}}. Never deploy on Friday.'}
      - {role: distractor_block, count: '{{difficulty.distractor_turns}}'}
  ground_truth: {forbidden_behaviors: [deploy on Friday]}
  evaluation_items:
    - {key: lead, type: immutable_fact_recall, prompt: Who leads?, expected: {check: contains_normalized, value: '{{who}}'}}
    - {key: rule, type: forbidden_behavior_retention, prompt: What is ruled out?, expected: {check: contains_normalized, value: Friday}}
`;
const compact = (...argv: string[]) => runCommand(directory, 'compact', ...argv);
const run = async (out: string, ...argv: string[]) => {
  const short = ['--case-count', '1', '--drift-cycles', '1', '--level', 'easy'];
  const { code, stderr } = await compact('run', '--provider', 'mock:reader', ...short, '--out', out, ...argv);
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
};
const json = async (...argv: string[]) => JSON.parse((await compact('score', ...argv, '--json')).stdout);
const textOf = (file: string) => readFile(join(directory, file), 'utf8');
/** One line that names the file, and no results. */
async function refused(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await compact('score', ...argv);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^obey: [^\n]+\n$/);
  return stderr;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-score-'));
  await run('ledger.jsonl', '--method', 'built-in:hybrid-ledger');
  await mkdir(join(directory, 'suites', 'plain'), { recursive: true });
  await writeFile(join(directory, 'suites', 'plain', 'plain_v1.yaml'), template);
  await writeFile(join(directory, 'answers.json'), '{"default":"Friday","responses":{}}');
  const plain = [
    '--provider',
    'mock:answers.json',
    '--method',
    'built-in:oracle',
    '--suites',
    'suites',
    '--suite',
    'plain',
    '--case-count',
    '4',
    '--no-controls',
  ];
  await run('one.jsonl', '--scorer', '1.0.0', ...plain);
  await run('two.jsonl', '--scorer', '2.0.0', ...plain);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const fields = [
  'overall_score',
  'normalized_score',
  'drift_resistance',
  'constraint_retention',
  'contradiction_rate',
  'compression_ratio',
  'intervals',
  'cases',
];
const aggregates = fields.filter((name) => !['normalized_score', 'intervals', 'cases'].includes(name));

/** The five numbers of the last line of a results file. */
async function endOf(file: string) {
  const end = JSON.parse((await textOf(file)).trimEnd().split('\n').at(-1) ?? '');
  return Object.fromEntries(aggregates.map((name) => [name, expect.closeTo(end[name], 9)]));
}

describe('obey compact score', () => {
  it('prints one document of the run, normalised between the controls beside it', async () => {
    const card = await json('ledger.jsonl');
    expect(Object.keys(card)).toEqual(fields);
    expect(card).toMatchObject(await endOf('ledger.jsonl'));
    const [none, oracle] = [await json('ledger.null.jsonl'), await json('ledger.oracle.jsonl')];
    const scale = oracle.overall_score - none.overall_score;
    expect(card.normalized_score).toBeCloseTo((card.overall_score - none.overall_score) / scale, 9);
    expect(card.overall_score).toBeGreaterThan(none.overall_score);
    expect(card.overall_score).toBeLessThan(oracle.overall_score);
    expect(card.cases).toHaveLength(4);
    expect(card.intervals.normalized_score.low).toBeLessThanOrEqual(card.normalized_score);
    expect(card.intervals.normalized_score.high).toBeGreaterThanOrEqual(card.normalized_score);
    // The controls have none beside them.
    expect(none.normalized_score).toBeNull();
    const named = await json('ledger.jsonl', '--null', 'ledger.null.jsonl', '--oracle', 'ledger.oracle.jsonl');
    expect(named).toEqual(card);
  });

  it('tells a person the same, where it was lost, and what it rests on', async () => {
    const card = await json('ledger.jsonl');
    const { code, stdout, stderr } = await compact('score', 'ledger.jsonl');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^hybrid-ledger 2\.0\.0 on starter 1\.0\.0, easy, 2 cycles, asked of mock\/reader, scored by obey-1\n/,
    );
    for (const name of fields.slice(0, 6))
      expect(stdout).toContain(`${name.padEnd(21)}${card[name].toFixed(3).padStart(8)}  [`);
    expect(stdout).toMatch(/\ntier +Elite-(?:Light|Mid|Aggressive), from \d×\n/);
    const [, table = ''] = /\nfailures by item type .*\n((?:\w+ .*\n)+)\n/.exec(stdout) ?? [];
    const means = [...table.matchAll(/(\d\.\d{3})\n/g)].map(([, mean]) => Number(mean));
    expect(means.length).toBeGreaterThan(1);
    expect(means).toEqual([...means].sort((a, b) => a - b));
    for (const one of card.cases) expect(stdout).toContain(`${one.case_id} `);
    expect(stdout).toMatch(/\n4 cases, all scored again from their artifacts and answers\n$/);
  });

  const digest = (digit: string) => `"sha256":"${digit.repeat(64)}"`;
  it.each<[string, (text: string) => string, RegExp]>([
    [
      'an aggregate',
      (text) => text.replace(/"overall_score":[\d.]+/, '"overall_score":0.99'),
      /overall_score says 0\.99, computed 0\./,
    ],
    ['a case score', (text) => text.replace(/"case_score":[\d.]+/, '"case_score":0.98'), /case_score says 0\.98/],
    [
      'an answer',
      (text) => text.replace(/"item_key":"([^"]+)","text":"[^"]*"/, '"item_key":"$1","text":"Yes."'),
      /the answer to \w+ does not fit its digest/,
    ],
    ['a digest', (text) => text.replace(/"sha256":"[0-9a-f]{64}"/, digest('0')), /does not fit its digest/],
    [
      'an artifact',
      (text) => text.replace(/"summaryText":"/, '"summaryText":"All is well. '),
      /the artifact does not fit its digest/,
    ],
    [
      'a reply to the method',
      (text) => text.replace(/("request_sha256":"[0-9a-f]+","text":")/, '$1x'),
      /reply 1 to the method does not fit its digest/,
    ],
    [
      'the case',
      (text) => text.replace(/"case_sha256":"[0-9a-f]{64}"/, `"case_sha256":"${'0'.repeat(64)}"`),
      /the case is not the one that was run/,
    ],
    [
      'the suite',
      (text) => text.replace(/"suite_sha256":"[0-9a-f]{64}"/, `"suite_sha256":"${'0'.repeat(64)}"`),
      /its suite starter had other files/,
    ],
    ['the draw', (text) => text.replace('"seed_group":"default"', '"seed_group":"lucky"'), /not a case of this run/],
    ['the evidence', (text) => text.replace(/,"obey":\{"case_sha256".*\}\n/, '}\n'), /its answers are missing/],
  ])('refuses %s that was changed', async (_, forge, said) => {
    const text = await textOf('ledger.jsonl');
    const forged = forge(text);
    expect(forged).not.toBe(text);
    await writeFile(join(directory, 'forged.jsonl'), forged);
    const line = await refused('forged.jsonl');
    expect(line).toContain('forged.jsonl: does not hold what its cases give: ');
    expect(line).toMatch(said);
  });

  it.each(['one', 'two'])('computes a file of CompactBench’s scorer anew by its own rules: %s', async (name) => {
    const card = await json(`${name}.jsonl`);
    expect(Object.keys(card)).toEqual(fields);
    expect(card).toMatchObject(await endOf(`${name}.jsonl`));
    expect(card.intervals.compression_ratio.low).toBeLessThanOrEqual(card.compression_ratio);
    expect((await compact('score', `${name}.jsonl`)).stdout).toMatch(
      /4 cases, computed again from their scorecards: runs of the scorer [12]\.0\.0 keep no answers\n/,
    );
    const text = await textOf(`${name}.jsonl`);
    await writeFile(
      join(directory, 'forged.jsonl'),
      text.replace(/"drift_resistance":[\d.]+/, '"drift_resistance":0.123'),
    );
    expect(await refused('forged.jsonl')).toContain('drift_resistance says 0.123');
  });

  it('scores a run of a suite of one’s own, whose assistant was answered by the model, from that suite', async () => {
    await run('own.jsonl', '--method', 'built-in:oracle', '--suites', 'suites', '--suite', 'plain');
    const line = await refused('own.jsonl');
    expect(line).toContain('its suite cannot be used: there is no suite `plain`');
    expect(line).toContain('name the folder that its suite is in');
    const card = await json('own.jsonl', '--suites', 'suites');
    expect(card).toMatchObject(await endOf('own.jsonl'));
    const text = await textOf('own.jsonl');
    // What the model said between the cycles is part of what was compacted.
    expect(text).toMatch(/"added_turns":\[\{"role":"user",[^\]]+\{"role":"assistant"/);
  });

  it('normalises by controls of the same cases and settings alone', async () => {
    await run('other.jsonl', '--method', 'built-in:null', '--seed-group', 'other', '--no-controls');
    const both = (none: string, oracle: string) => ['ledger.jsonl', '--null', none, '--oracle', oracle];
    expect(await refused(...both('other.jsonl', 'ledger.oracle.jsonl'))).toContain(
      'other.jsonl: is no null control of this run: seed_group: the file has other, wanted default',
    );
    expect(await refused(...both('ledger.oracle.jsonl', 'ledger.null.jsonl'))).toContain(
      'method_name: the file has oracle, wanted null',
    );
    expect(await refused(...both('one.jsonl', 'one.jsonl'))).toContain('scorer_version');
    const lines = (await textOf('ledger.null.jsonl')).split('\n');
    await writeFile(join(directory, 'short.jsonl'), `${lines.slice(0, 3).join('\n')}\n`);
    expect(await refused(...both('short.jsonl', 'ledger.oracle.jsonl'))).toContain('it lacks 2 of 4 cases');
    const half = await compact('score', 'ledger.jsonl', '--null', 'ledger.null.jsonl');
    expect([half.code, half.stderr]).toEqual([2, 'obey: to normalise takes both controls: --null and --oracle\n']);
  });

  it('says why it leaves controls out that only happen to lie beside', async () => {
    await copyFile(join(directory, 'ledger.jsonl'), join(directory, 'beside.jsonl'));
    await copyFile(join(directory, 'one.jsonl'), join(directory, 'beside.null.jsonl'));
    await copyFile(join(directory, 'one.jsonl'), join(directory, 'beside.oracle.jsonl'));
    const { code, stdout, stderr } = await compact('score', 'beside.jsonl', '--json');
    expect([code, JSON.parse(stdout).normalized_score]).toEqual([0, null]);
    expect(stderr).toMatch(
      /^obey: not normalised: [^\n]*beside\.null\.jsonl: is no null control of this run: [^\n]+\n$/,
    );
    expect((await compact('score', 'other.jsonl')).stdout).toContain('not normalised: run with --controls');
  });

  it('scores what is there of a run that was broken off, and says so', async () => {
    const lines = (await textOf('ledger.jsonl')).split('\n');
    await writeFile(join(directory, 'broken.jsonl'), `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 500)}`);
    const { code, stdout, stderr } = await compact('score', 'broken.jsonl', '--json');
    expect([code, JSON.parse(stdout).cases.length]).toEqual([0, 2]);
    expect(stderr).toBe('obey: run_end event missing: results may be incomplete\n');
  });

  it('shows no escape sequence that a file holds', async () => {
    const text = await textOf('one.jsonl');
    await writeFile(join(directory, 'hostile.jsonl'), text.replace('"oracle"', '"\\u001b[2J\\u202eevil"'));
    const { code, stdout } = await compact('score', 'hostile.jsonl');
    expect([code, stdout.includes('\u001b') || stdout.includes('\u202e')]).toEqual([0, false]);
    expect(stdout).toContain('evil');
  });

  it('refuses what is no results file in one line', async () => {
    expect(await refused('absent.jsonl')).toContain('cannot read');
    await writeFile(join(directory, 'none.jsonl'), '{"event":"x"}\n');
    expect(await refused('none.jsonl')).toContain('none.jsonl:1: invalid event');
    await writeFile(join(directory, 'none.jsonl'), '');
    expect(await refused('none.jsonl')).toContain('no run_start');
  });
});
