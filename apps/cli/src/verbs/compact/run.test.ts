import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAnswering, runCommand } from '../../testing/run-command.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-compact-run-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const small = ['--case-count', '1', '--drift-cycles', '1', '--level', 'easy', '--provider', 'mock:reader'];
const ledger = ['--method', 'built-in:hybrid-ledger', ...small];
const compact = (...argv: string[]) => runCommand(directory, 'compact', 'run', ...argv);
const textOf = (file: string) => readFile(join(directory, file), 'utf8');
const eventsOf = async (file: string) =>
  (await textOf(file))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Exit code 1 and one line of error behind whatever was told of progress. */
async function refused(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await compact(...argv);
  expect([code, stdout]).toEqual([1, '']);
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  expect(last).toMatch(/^obey: /);
  return last;
}

describe('obey compact run', () => {
  it('writes a run and its controls, and sums it up', async () => {
    const { code, stdout, stderr } = await compact(...ledger, '--json');
    expect(code).toBe(0);
    const summary = JSON.parse(stdout);
    expect(Object.keys(summary)).toEqual([
      ...['results', 'cases', 'played', 'calls', 'overall_score', 'normalized_score', 'drift_resistance'],
      ...['constraint_retention', 'contradiction_rate', 'compression_ratio', 'tier'],
    ]);
    expect(summary).toMatchObject({ results: join(directory, 'results.jsonl'), cases: 4, played: 4 });
    expect(summary.normalized_score).toBeGreaterThan(0);
    expect(summary.normalized_score).toBeLessThan(1);
    expect((await readdir(directory)).sort()).toEqual(['results.jsonl', 'results.null.jsonl', 'results.oracle.jsonl']);
    expect(stderr.trimEnd().split('\n').sort()[0]).toMatch(/^\[1\/4\] hybrid-ledger \w+:s\d+:deasy: \d\.\d{3}$/);
    const scored = await runCommand(directory, 'compact', 'score', 'results.jsonl', '--json');
    expect(JSON.parse(scored.stdout)).toMatchObject({
      overall_score: summary.overall_score,
      normalized_score: summary.normalized_score,
    });
    const { stdout: shown } = await compact(...ledger, '--replace');
    expect(shown).toMatch(/\ntier +Elite-\w+, from \d×\n/);
    expect(shown).toContain(`results  ${join(directory, 'results.jsonl')}\n`);
  });

  it('says where a run came from', async () => {
    await writeFile(join(directory, 'mine.mjs'), method('Keep'));
    const argv = [
      '--method',
      './mine.mjs:Mine',
      ...small,
      '--no-controls',
      '--temperature',
      'none',
      '--max-tokens',
      '99',
    ];
    expect((await compact(...argv)).code).toBe(0);
    expect(await readdir(directory)).not.toContain('results.null.jsonl');
    const [start, first] = await eventsOf('results.jsonl');
    expect(start).toMatchObject({
      method_name: 'Mine',
      target_provider: 'mock',
      target_model: 'reader',
      endpoint_kind: 'default',
      obey: {
        versions: { obey: expect.any(String), node: process.version, 'js-tiktoken': expect.stringMatching(/^\d/) },
        suite_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        method_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        parameters: { carry: 'artifact', concurrency: 4, method: 'mine.mjs:Mine', temperature: null, max_tokens: 99 },
      },
    });
    expect(first.obey.models).toEqual(['reader']);
    expect(first.obey.cycles[0].method_calls).toMatchObject([{ text: expect.stringMatching(/./) }]);
    await writeFile(join(directory, 'mine.mjs'), method('Other'));
    expect(await refused(...argv, '--resume')).toMatch(
      /cannot resume another run: method file: the file has \w{64}, wanted/,
    );
  });

  it('estimates without running', async () => {
    const { code, stdout } = await compact(...ledger, '--estimate');
    expect([code, existsSync(join(directory, 'results.jsonl'))]).toEqual([0, false]);
    expect(stdout).toMatch(/\ncalls +\d+: /);
    const { calls, controls } = JSON.parse((await compact(...ledger, '--estimate', '--json')).stdout);
    // Each control asks every question and compacts by itself.
    expect(controls).toMatchObject({ calls: 2 * calls.evaluation, cost_usd: 0 });
    expect(stdout).toContain(`\ncontrols       ${controls.calls} calls more, `);
    const alone = await compact(...ledger, '--estimate', '--json', '--no-controls');
    expect(JSON.parse(alone.stdout).controls).toBeNull();
  });

  it.each([
    [
      ['--method', 'built-in:hybrid-ledgr'],
      'there is no built-in method `hybrid-ledgr`; is `built-in:hybrid-ledger` meant?',
    ],
    [['--method', 'built-in:x'], 'there is no built-in method `x`; there are hierarchical-summary, hybrid-ledger, '],
    [['--method', 'built-in:null', '--suite', 'startr'], 'there is no suite `startr`; is `starter` meant?'],
    [
      ['--method', 'built-in:null', '--suite', 'qqqqqqq'],
      'there is no suite `qqqqqqq`; there are elite_practice, hard, starter',
    ],
    [['--method', 'built-in:null', '--suites', 'nowhere'], 'nowhere: there is no such folder of suites'],
    [
      ['--method', 'built-in:null', '--provider', 'antropic'],
      'antropic: there is no such provider; is `anthropic` meant?',
    ],
    [['--method', 'built-in:null', '--provider', 'groq', '--model', 'm'], 'groq: no key in COMPACTBENCH_GROQ_API_KEY'],
    [['--method', './absent.ts:X'], 'there is no such file'],
    [['--method', 'built-in:claude-code'], 'there is no Claude Code at `claude`; install Claude Code'],
    [['--method', 'built-in:null', '--scorer', '1.0.0'], 'the scorer 1.0.0 cannot score '],
    [['--method', 'built-in:null', '--out', 'no/folder/r.jsonl'], 'cannot write '],
  ])('refuses %j in one line', async (argv, said) => {
    expect(await refused(...argv)).toContain(said);
    expect(await readdir(directory)).toEqual([]);
  });

  it.each([
    ['--method', 'built-in:null', '--drift-cycles', '6'],
    ['--method', 'built-in:null', '--temperature', 'warm'],
    ['--method', 'built-in:null', '--provider', 'ollama'],
    ['--method', 'built-in:null', '--resume', '--replace'],
    ['--method', 'mine'],
    [],
  ])('says how it is used: %j', async (...argv) => {
    const { code, stderr } = await compact(...argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^obey: [^\n]+\n$/);
  });

  it('goes on with a run whose last line is torn, and leaves a finished one as it is', async () => {
    expect((await compact(...ledger)).code).toBe(0);
    const whole = await textOf('results.jsonl');
    expect(await refused(...ledger)).toMatch(/exists; resume it, or give another path/);
    const lines = whole.split('\n');
    await truncate(join(directory, 'results.jsonl'), Buffer.byteLength(`${lines.slice(0, 3).join('\n')}\n`));
    await appendFile(join(directory, 'results.jsonl'), lines[3]?.slice(0, 700) ?? '');
    const { code, stdout } = await compact(...ledger, '--resume', '--json');
    expect([code, JSON.parse(stdout).played]).toEqual([0, 2]);
    const end = (text: string) => JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
    expect({ ...end(await textOf('results.jsonl')), completed_at: '' }).toEqual({ ...end(whole), completed_at: '' });
    const resumed = await textOf('results.jsonl');
    const again = await compact(...ledger, '--resume');
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toMatch(/^The run was finished already; its file is left as it was\.\n/);
    expect(await textOf('results.jsonl')).toBe(resumed);
  });

  it('goes on with no other run, and says in what they differ', async () => {
    expect((await compact(...ledger, '--no-controls')).code).toBe(0);
    const changes = ['--resume', '--seed-group', 'b', '--max-tokens', '5', '--level', 'medium', '--no-controls'];
    const line = await refused(...ledger, ...changes);
    expect(line).toContain('cannot resume another run: difficulty: the file has easy, wanted medium; ');
    expect(line).toContain('seed_group: the file has default, wanted b; max_tokens: the file has 2048, wanted 5');
    const text = await textOf('results.jsonl');
    await writeFile(
      join(directory, 'results.jsonl'),
      text
        .replace('"method_version":"2.0.0"', '"method_version":"1.9.9"')
        .replace(/"suite_sha256":"\w+"/, `"suite_sha256":"${'0'.repeat(64)}"`),
    );
    const other = await refused(...ledger, '--resume', '--no-controls');
    expect(other).toContain('method_version: the file has 1.9.9, wanted 2.0.0; suite: the file has 0000');
  });

  it('sees before it begins that the controls beside are of another run', async () => {
    expect((await compact(...ledger)).code).toBe(0);
    await rm(join(directory, 'results.jsonl'));
    const line = await refused(...ledger, '--seed-group', 'b');
    expect(line).toMatch(/results\.null\.jsonl: cannot resume another run: seed_group/);
    expect(existsSync(join(directory, 'results.jsonl'))).toBe(false);
    // Those that fit serve another method as well.
    const { stderr } = await compact('--method', 'built-in:naive-summary', ...small);
    expect(stderr).not.toMatch(/ (?:null|oracle) /);
  });

  it('stops on Ctrl-C with exit code 130, and can be gone on with', async () => {
    const interrupt = new AbortController();
    const stderr = {
      isTerminal: false,
      columns: 80,
      said: '',
      async write(text: string) {
        this.said += text;
        if (text.startsWith('[1/4]')) interrupt.abort();
      },
    };
    const argv = ['compact', 'run', ...ledger, '--concurrency', '1', '--no-controls'];
    const { code } = await runAnswering({ signal: interrupt.signal, stderr }, directory, ...argv);
    expect([code, stderr.said.trimEnd().split('\n').at(-1)]).toEqual([
      130,
      'obey: interrupted after 1 of 4 cases; go on with --resume',
    ]);
    const { stdout } = await compact(...ledger, '--no-controls', '--resume', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ cases: 4, played: 3 });
  });

  it('tells of no more than 20 cases where nobody watches', async () => {
    const many = ['--method', 'built-in:null', '--case-count', '15', '--drift-cycles', '0', '--level', 'easy'];
    const { stderr } = await compact(...many, '--no-controls');
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(20);
    expect(lines.at(-1)).toMatch(/^\[60\/60\] null /);
  });
});

/** A method of the user's own that asks its model once. */
const method = (name: string) => `
// ${name}
export class Mine {
  constructor({ provider, model }) { Object.assign(this, { provider, model }); }
  async compact(transcript) {
    const prompt = transcript.turns.map(({ content }) => content).join('\\n');
    const { text } = await this.provider.complete({ model: this.model, prompt });
    return { summaryText: text.slice(0, 500) };
  }
}
`;
