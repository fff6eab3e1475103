import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVersion } from '../version.js';
import { layOutSuites } from './testing/lay-out-suites.js';
import { runCompactbench } from './testing/run-compactbench.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compactbench-'));
  await layOutSuites(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bench = (line: string) => runCompactbench(folder, words(line));

/** The words of a line; what stands in single quotes is one. */
const words = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|[^\s']+/g)].map(([whole, quoted]) => quoted ?? whole);

const quick = '--case-count 1 --drift-cycles 0';
const naive = `run -m built-in:naive-summary ${quick}`;

/** Line, exit code, where it is said, and what. */
type Invocation = readonly [line: string, code: number, stream: 'stdout' | 'stderr', says: RegExp];

const helps: readonly Invocation[] = [
  ['', 2, 'stdout', /^Usage: compactbench[\s\S]*\n {2}run /],
  ['--help', 0, 'stdout', /^Usage: compactbench[\s\S]*\n {2}suites /],
  ['-V', 0, 'stdout', new RegExp(`^compactbench ${readVersion().replaceAll('.', '\\.')}\\n$`)],
  ['--version', 0, 'stdout', /^compactbench \d/],
  ['-V run', 0, 'stdout', /^compactbench \d/],
  ['-V bogus', 0, 'stdout', /^compactbench \d/],
  ['--help run', 0, 'stdout', /^Usage: compactbench \[/],
  ['run --help', 0, 'stdout', /^Usage: compactbench run [\s\S]*--concurrency <n>/],
  ['run --drift-cycles 9 --help', 0, 'stdout', /^Usage: compactbench run /],
  ['providers --help', 0, 'stdout', /^Usage: compactbench providers /],
  ['suites list --help', 0, 'stdout', /^Usage: compactbench suites list /],
  ['providers', 2, 'stdout', /^Usage: compactbench providers /],
  ['suites', 2, 'stdout', /^Usage: compactbench suites /],
];

const misuses: readonly Invocation[] = [
  ['bogus', 2, 'stderr', /there is no command `bogus`/],
  ['help', 2, 'stderr', /there is no command `help`/],
  ['--bogus', 2, 'stderr', /unknown option '--bogus'/],
  ['-h', 2, 'stderr', /unknown option '-h'/],
  ['run -V', 2, 'stderr', /unknown option '-V'/],
  ['run --bogus --help', 2, 'stderr', /unknown option '--bogus'/],
  ['run --help --bogus', 2, 'stderr', /unknown option '--bogus'/],
  ['run', 2, 'stderr', /missing option --method \(-m\)/],
  [`${naive} extra`, 2, 'stderr', /`extra` is one argument too many/],
  [`${naive} --seed-group`, 2, 'stderr', /--seed-group/],
  [`${naive} --resume=1`, 2, 'stderr', /--resume=1/],
  [`${naive} --out x.jsonl`, 2, 'stderr', /unknown option '--out'/],
  [`${naive} --drift-cycles 6`, 2, 'stderr', /--drift-cycles: 6 is not from 0 to 5/],
  [`${naive} --drift-cycles -1`, 2, 'stderr', /--drift-cycles: -1 is not from 0 to 5/],
  [`${naive} --drift-cycles two`, 2, 'stderr', /--drift-cycles: `two` is not a whole number/],
  [`${naive} --case-count 0`, 2, 'stderr', /--case-count: 0 is not at least 1/],
  [`${naive} --case-count 1.5`, 2, 'stderr', /--case-count: `1\.5` is not a whole number/],
  [`${naive} --concurrency 0`, 2, 'stderr', /--concurrency: 0 is not from 1 to 32/],
  [`${naive} --concurrency 33`, 2, 'stderr', /--concurrency: 33 is not from 1 to 32/],
  [`${naive} --scorer 3.0.0`, 2, 'stderr', /--scorer: expected one of/],
  ['generate', 2, 'stderr', /missing option --template \(-t\)/],
  ['generate -t kept_rule_v1 --seed 1.5', 2, 'stderr', /--seed: `1\.5` is not a whole number/],
  ['score', 2, 'stderr', /missing option --results \(-r\)/],
  ['score -r nowhere.jsonl', 2, 'stderr', /--results \(-r\): there is nothing at nowhere\.jsonl/],
  ['submit -r empty.jsonl --name x', 2, 'stderr', /missing option --handle/],
  ['submit -r empty.jsonl --handle x', 2, 'stderr', /missing option --name/],
  ['submit -r nowhere.jsonl --handle x --name y', 2, 'stderr', /there is nothing at nowhere\.jsonl/],
  ['qualify', 2, 'stderr', /missing option --results/],
  ['qualify -r empty.jsonl --tier best', 2, 'stderr', /--tier: expected one of Elite-Light/],
  ['providers list more', 2, 'stderr', /`more` is one argument too many/],
  ['providers bogus', 2, 'stderr', /there is no command `bogus`/],
  ['suites --bogus list', 2, 'stderr', /unknown option '--bogus'/],
];

const failures: readonly Invocation[] = [
  // The level comes before the suite, the suite before the method, the method before the provider, that before the file.
  ['run -m what --difficulty tough -s nowhere', 1, 'stdout', /unknown difficulty `tough`; it is one of easy/],
  ['run -m what -s nowhere', 1, 'stdout', /there is no suite `nowhere`/],
  ['run -m what --benchmarks-dir nowhere', 1, 'stdout', /^nowhere: there is no such folder of suites/],
  ['run -m what -s empty', 1, 'stdout', /the suite empty holds no template/],
  ['run -m what --benchmarks-dir faulty -s broken', 1, 'stdout', /broken\/a\.yaml:1:\d+: invalid YAML/],
  ['run -m what --benchmarks-dir faulty -s unsound', 1, 'stdout', /nonesuch/],
  ['run -m what -p bogus', 1, 'stdout', /`what` names no method/],
  ["run -m ''", 1, 'stdout', /names no method/],
  ['run -m built-in:what -p bogus', 1, 'stdout', /there is no built-in method `what`/],
  ['run -m nowhere.ts:What', 1, 'stdout', /^nowhere\.ts: there is no such file/],
  ['run -m method.py:Keeps', 1, 'stdout', /`method\.py` is no file of a method/],
  ['run -m own.mjs:Loses', 1, 'stdout', /the file exports no `Loses`/],
  ['run -m own.mjs:Nothing', 1, 'stdout', /`Nothing` is no method/],
  [`${naive} -p bogus -o junk.jsonl --resume`, 1, 'stdout', /there is no such provider/],
  [`${naive} -p groq`, 1, 'stdout', /COMPACTBENCH_GROQ_API_KEY/],
  [`${naive} --difficulty elite -o never.jsonl`, 1, 'stdout', /elite/],
  [`${naive} -o junk.jsonl --resume`, 1, 'stdout', /junk\.jsonl:1: invalid event/],
  [`${naive} -o empty.jsonl --resume`, 1, 'stdout', /no run_start event/],
  [`${naive} -o blank.jsonl --resume`, 1, 'stdout', /no run_start event/],
  [`${naive} -o benchmarks`, 1, 'stdout', /cannot write .*benchmarks/],
  [`${naive} -o a-file/r.jsonl`, 1, 'stdout', /^cannot write a-file\/r\.jsonl/],
  ['generate -t kept_rule_v1 -o a-file/case.json', 1, 'stdout', /^cannot write a-file\/case\.json/],
  ['generate -t kept_rule_v1 -o benchmarks', 1, 'stdout', /^cannot write benchmarks/],
  ['generate -t kept_rule_v1 --benchmarks-dir nowhere --difficulty tough', 1, 'stdout', /no such folder of suites/],
  [
    'generate -t nowhere --difficulty tough',
    1,
    'stdout',
    /no template `nowhere`; there are kept_rule_v1, other_rule_v1/,
  ],
  ['generate -t kept_rule_v1 --difficulty tough', 1, 'stdout', /unknown difficulty `tough`/],
  ['generate -t kept_rule_v1 --difficulty elite', 1, 'stdout', /elite/],
  ['generate -t unsound_v1 --benchmarks-dir only-unsound', 1, 'stdout', /nonesuch/],
  ['generate -t x --benchmarks-dir no-suites', 1, 'stdout', /there is none at all/],
  ['score -r empty.jsonl', 1, 'stdout', /empty\.jsonl: no run_start event found/],
  ['score -r junk.jsonl', 1, 'stdout', /junk\.jsonl:1: invalid event/],
  ['score -r benchmarks', 1, 'stdout', /cannot read .*benchmarks/],
  ['qualify -r empty.jsonl', 1, 'stdout', /no run_start event/],
  ['suites list --benchmarks-dir no-suites', 1, 'stdout', /there are no suites/],
  ['suites list --benchmarks-dir nowhere', 1, 'stdout', /no such folder of suites/],
  ['suites list --benchmarks-dir a-file', 1, 'stdout', /no such folder of suites/],
];

const successes: readonly Invocation[] = [
  [`${naive} --difficulty MEDIUM`, 0, 'stdout', /^wrote results\.jsonl\n[^\n]*--results results\.jsonl\n$/],
  [`${naive} -onew/folder/r.jsonl --concurrency 32`, 0, 'stdout', /^wrote new\/folder\/r\.jsonl\n/],
  [`run -m built-in:null --case-count ' +2 ' --drift-cycles 0_0 -o n.jsonl`, 0, 'stdout', /^wrote n\.jsonl\n/],
  [`run -m built-in:oracle ${quick} --case-count=3 --case-count=1 -o o.jsonl`, 0, 'stdout', /^wrote o\.jsonl\n/],
  [`${naive} --output never-there.jsonl --resume`, 0, 'stdout', /^wrote never-there\.jsonl\n/],
  ['generate -t kept_rule_v1', 0, 'stdout', /^\{\n {2}"case_id": "kept_rule_v1:s0:dmedium",/],
  ['generate --template kept_rule_v1 --seed -5', 0, 'stdout', /^\{\n {2}"case_id": "kept_rule_v1:s-5:dmedium",/],
  ['generate -t kept_rule_v1 --seed=18446744073709551617', 0, 'stdout', /"seed": 18446744073709551617,/],
  ['generate -t kept_rule_v1 --difficulty HaRd', 0, 'stdout', /"difficulty": "hard",/],
  ['generate -t kept_rule_v1 -o other/case.json', 0, 'stdout', /^wrote other\/case\.json\n$/],
  [
    'suites list',
    0,
    'stdout',
    / Benchmark suites [\s\S]*│ empty +│ +0 │ — [\s\S]*│ starter │ +2 │ kept_rule, other_rule │/,
  ],
  [
    'providers list',
    0,
    'stdout',
    /anthropic [\s\S]*google-ai-studio [\s\S]*groq [\s\S]*mock [\s\S]*ollama [\s\S]*openai /,
  ],
  ['submit -r a-file --handle me --name mine', 0, 'stdout', /submissions\/me\/mine\/results\.jsonl/],
];

describe.each([
  ['help and version', helps],
  ['a line that cannot be understood', misuses],
  ['what cannot be done', failures],
  ['what can', successes],
])('%s', (_, invocations) => {
  it.each(invocations)('compactbench %s: %d on %s', async (line, code, stream, says) => {
    const outcome = await bench(line);
    expect(outcome[stream]).toMatch(says);
    expect([outcome.code, outcome[stream === 'stdout' ? 'stderr' : 'stdout']]).toEqual([code, '']);
    const isHelp = outcome.stdout.startsWith('Usage:');
    if (code !== 0 && !isHelp) expect(outcome[stream]).toMatch(/^[^\n]+\n$/);
  });
});

it('writes no file and makes no folder for a run that cannot be', async () => {
  await bench(`${naive} --difficulty elite -o unmade/r.jsonl -p groq`);
  await expect(readFile(join(folder, 'unmade', 'r.jsonl'))).rejects.toThrow('ENOENT');
  await expect(readFile(join(folder, 'never.jsonl'))).rejects.toThrow('ENOENT');
});

it('leaves out a suite that cannot be read, and says so', async () => {
  const listed = await bench('suites list --benchmarks-dir faulty');
  expect([listed.code, listed.stderr]).toEqual([0, '']);
  expect(listed.stdout).toMatch(/^broken: .*invalid YAML.*\nunsound: .*nonesuch.*\n +Benchmark suites/);
  expect(listed.stdout).toMatch(/│ whole +│ +1 │ kept_rule │/);
  const none = await bench('suites list --benchmarks-dir only-faulty');
  expect(none.code).toBe(1);
  expect(none.stdout).toMatch(/^broken: [^\n]*\n[^\n]*there are no suites\n$/);
  const made = await bench('generate -t whole_v1 --benchmarks-dir faulty');
  expect(made.code).toBe(0);
  expect(JSON.parse(made.stdout)).toMatchObject({ template_key: 'whole_v1' });
  expect(made.stderr).toMatch(/^broken is left out: .*\n$/);
});

it('takes the later suite of two with the same template, and writes files as it prints', async () => {
  const suites = join(folder, 'twice');
  for (const [suite, family] of [['a', 'earlier'] as const, ['b', 'later'] as const]) {
    await mkdir(join(suites, suite), { recursive: true });
    const text = await readFile(join(folder, 'benchmarks/public/starter/kept_rule_v1.yaml'), 'utf8');
    await writeFile(join(suites, suite, 't.yaml'), text.replace('What comes next?', family));
  }
  const printed = await bench('generate -t kept_rule_v1 --benchmarks-dir twice --seed 3');
  expect(JSON.parse(printed.stdout).evaluation_items[1].prompt).toBe('later');
  await bench('generate -t kept_rule_v1 --benchmarks-dir twice --seed 3 -o case.json');
  expect(await readFile(join(folder, 'case.json'), 'utf8')).toBe(printed.stdout);
});
