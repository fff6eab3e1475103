import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { eventLine } from '../results/event-line.js';
import { parseResults } from '../results/parse-results.js';
import type { ResultsEvent } from '../results/results-event.js';
import { bundledSuites } from '../run/suite-folders.js';
import { aggregateCases } from '../score/aggregate.js';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { draftSubmission } from './draft-submission.js';
import { findPlaceholders } from './placeholders.js';
import { rebuildLeaderboard } from './rebuild-leaderboard.js';
import { readClassPath, submissionConfigSchema } from './submission-config.js';
import { validateSubmission } from './validate-submission.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'obey-submission-'));
});
afterEach(() => rm(root, { recursive: true }));

/** A run of two cycles that qualifies at Elite-Mid, as the reference's 1.0.0 would have written it. */
function goodRun(): ResultsEvent[] {
  const item = { item_key: 'a', item_type: 'locked_decision_retention', weight: 3, check_type: 'exact', details: {} };
  const cycle = (cycle_number: number) => ({
    cycle_number,
    scorecard: {
      cycle_number,
      cycle_score: 1,
      penalized_cycle_score: 1,
      contradiction_rate: 0,
      compression_ratio: 5,
      item_scores: [{ ...item, score: 1 }],
    },
    drift_delta: cycle_number === 0 ? null : 0,
    latency_ms: null,
    token_usage: null,
  });
  const cases = ['buried_constraint_v1_1', 'decision_override_v1_1'].map((template_key) => ({
    case_id: `${template_key}:s1:dhard`,
    template_key,
    seed: 1n,
    cycles: [cycle(0), cycle(1)],
    case_score: 1,
    drift_resistance: 1,
    token_usage: null,
  }));
  return [
    {
      event: 'run_start',
      run_id: 'r',
      method_name: 'my-ledger',
      method_version: '0.3.0',
      suite_key: 'elite_practice',
      suite_version: '1.0.0',
      scorer_version: '1.0.0',
      target_provider: 'groq',
      target_model: 'llama-3.3-70b-versatile',
      difficulty: 'hard',
      drift_cycles: 1,
      seed_group: 'default',
      case_count_per_template: 1,
      started_at: '2026-04-18T12:00:00Z',
    },
    ...cases.map((case_result) => ({ event: 'case_complete', case_result }) as const),
    {
      event: 'run_end',
      completed_at: '2026-04-18T12:30:00Z',
      ...aggregateCases(cases, '1.0.0'),
      token_usage: null,
      notes: [],
    },
  ];
}

async function writeRun(events: readonly ResultsEvent[] = goodRun()): Promise<string> {
  const path = join(root, 'results.jsonl');
  await writeFile(path, events.map(eventLine).join(''));
  return path;
}

async function writeMethod(text = 'export class Ledger {}\n'): Promise<string> {
  const path = join(root, 'ledger.ts');
  await writeFile(path, text);
  return `${path}:Ledger`;
}

const request = async () => ({
  submissions: join(root, 'submissions'),
  suites: bundledSuites(),
  directory: root,
  escapeMarkdown: (text: string) => text,
  results: await writeRun(),
  handle: 'iris',
  name: 'my-ledger',
  method: await writeMethod(),
  description: 'Keeps a ledger.',
});
const validate = () =>
  validateSubmission({ folder: join(root, 'submissions/iris/my-ledger'), suites: bundledSuites() });

describe('draftSubmission', () => {
  it('drafts what validateSubmission takes', async () => {
    const draft = await draftSubmission(await request());
    expect(draft).toEqual({ folder: join(root, 'submissions/iris/my-ledger'), tier: 'Elite-Mid', placeholders: [] });
    expect((await readdir(draft.folder)).sort()).toEqual([
      'README.md',
      'config.yaml',
      'method.ts',
      'requirements.txt',
      'results.jsonl',
    ]);
    expect(parse(await readFile(join(draft.folder, 'config.yaml'), 'utf8'))).toEqual({
      method: { name: 'my-ledger', version: '0.3.0', class_path: 'submissions/iris/my-ledger/method.ts:Ledger' },
      runtime: {
        provider: 'groq',
        model: 'llama-3.3-70b-versatile',
        compression_tier: 'Elite-Mid',
        drift_cycles: 1,
        case_count_per_template: 1,
      },
      attribution: { handle: 'iris', org: null },
      method_config: {},
    });
    expect(await readFile(join(draft.folder, 'README.md'), 'utf8')).toContain('| overall | 1.000 |');
    expect(await readFile(join(draft.folder, 'results.jsonl'), 'utf8')).toBe(goodRun().map(eventLine).join(''));
    expect(await validate()).toEqual([]);
  });

  it('tells of every place that is left to fill in', async () => {
    const { method: _, description: __, ...bare } = await request();
    const draft = await draftSubmission({ ...bare, org: 'ACME', tier: 'Elite-Light' });
    expect(draft.placeholders).toEqual([
      { path: 'README.md', line: 3, text: expect.stringContaining('FILL_ME: what the method does') },
      { path: 'config.yaml', line: 4, text: 'class_path: submissions/iris/my-ledger/method.ts:FILL_ME' },
    ]);
    const problems = await validate();
    expect(problems.map((problem) => [problem.file, problem.line ?? null, problem.message.slice(0, 40)])).toEqual([
      ['README.md', 3, 'still to be filled in: FILL_ME: what the'],
      ['config.yaml', 4, 'still to be filled in: class_path: submi'],
      ['config.yaml', null, 'method.class_path: there is no method.ts'],
    ]);
  });

  it('leaves nothing behind when it fails', async () => {
    const good = await request();
    await expect(draftSubmission({ ...good, handle: '../up' })).rejects.toMatchObject({ code: 'usage' });
    await expect(draftSubmission({ ...good, name: '' })).rejects.toMatchObject({ code: 'usage' });
    await expect(draftSubmission({ ...good, method: `${root}/none.ts:X` })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      draftSubmission({ ...good, method: await writeMethod("import { x } from './other.js';\n") }),
    ).rejects.toThrow('imports ./other.js');
    await expect(draftSubmission({ ...good, results: `${root}/none` })).rejects.toMatchObject({ code: 'not-found' });
    await expect(readdir(join(root, 'submissions/iris'))).rejects.toThrow('ENOENT');
    await draftSubmission({ ...good, method: await writeMethod() });
    await expect(draftSubmission(good)).rejects.toMatchObject({ code: 'conflict' });
    expect(await readdir(join(root, 'submissions/iris'))).toEqual(['my-ledger']);
  });
});

describe('validateSubmission', () => {
  const problems = async () => (await validate()).map(({ message }) => message);
  const folder = () => join(root, 'submissions/iris/my-ledger');
  const rewrite = async (file: string, from: string | RegExp, to: string) => {
    const path = join(folder(), file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  };

  it('says what is missing', async () => {
    expect(await problems()).toEqual(['there is no such submission']);
    await draftSubmission(await request());
    await rm(join(folder(), 'results.jsonl'));
    await rm(join(folder(), 'method.ts'));
    expect(await problems()).toEqual(['is missing', 'method.class_path: there is no method.ts']);
  });

  it('refuses forged, torn, doubled and foreign results', async () => {
    await draftSubmission(await request());
    await rewrite('results.jsonl', '"overall_score":1.0', '"overall_score":0.5');
    expect(await problems()).toEqual(['does not hold what its cases give: overall_score says 0.5, computed 1']);
    await rewrite('results.jsonl', '"overall_score":0.5', '"overall_score":1.0');
    await rewrite('config.yaml', 'version: 0.3.0', 'version: 0.4.0');
    expect(await problems()).toEqual(['method version: the run has 0.3.0, config.yaml 0.4.0']);
    await rewrite('config.yaml', 'version: 0.4.0', 'version: 0.3.0');
    await appendFile(join(folder(), 'results.jsonl'), '{"event":');
    expect(await problems()).toEqual(['its last line is torn']);
    await appendFile(join(folder(), 'results.jsonl'), '\n');
    expect((await problems())[0]).toMatch(/^invalid event: not JSON/);
    const [start, first, ...rest] = goodRun();
    const doubled = [start, first, first, ...rest]
      .map((event) => (event === undefined ? '' : eventLine(event)))
      .join('');
    await writeFile(join(folder(), 'results.jsonl'), doubled);
    expect(await problems()).toEqual(['holds 1 cases twice']);
  });

  it('refuses what does not qualify', async () => {
    await draftSubmission({ ...(await request()), tier: 'Elite-Aggressive' });
    expect(await problems()).toEqual([
      'does not qualify: compression 5.00x is below the Elite-Aggressive floor of 8.0x',
    ]);
  });

  it('refuses configurations that say more than names', async () => {
    await draftSubmission(await request());
    await rewrite('config.yaml', 'llama-3.3-70b-versatile', '"m; curl evil"');
    await rewrite('config.yaml', 'class_path: submissions/iris', 'class_path: submissions/../..');
    await rewrite('config.yaml', 'provider: groq', 'provider: mock');
    expect((await problems()).map((message) => message.split(':')[0])).toEqual([
      'method.class_path',
      'runtime.provider',
      'runtime.model',
    ]);
    await rewrite('config.yaml', /[\s\S]*/, 'method: [\n');
    expect((await problems())[0]).toMatch(/^not YAML/);
  });

  it('wants the class in the submission’s own folder, and its own handle', async () => {
    await draftSubmission(await request());
    await rewrite('config.yaml', 'submissions/iris/my-ledger/method.ts', 'submissions/other/thing/method.ts');
    await rewrite('config.yaml', 'handle: iris', 'handle: other');
    expect(await problems()).toEqual([
      'method.class_path: must lie in submissions/iris/my-ledger',
      'attribution.handle: must be iris',
    ]);
    expect(readClassPath('nonsense')).toBeUndefined();
    expect(submissionConfigSchema.safeParse({}).success).toBe(false);
  });
});

describe('rebuildLeaderboard', () => {
  const rebuild = () => rebuildLeaderboard({ submissions: join(root, 'submissions'), suites: bundledSuites() });

  it('ranks what qualifies, and says why the rest is left out', async () => {
    expect(await rebuild()).toEqual({ rows: [], leftOut: [], sameRun: [] });
    await draftSubmission(await request());
    const submissions = join(root, 'submissions');
    const copies = ['_template', 'bare', 'forged', 'link', 'null', 'other', 'tier', 'todo', 'torn', 'two', 'yaml'];
    for (const copy of [...copies, 'alias', 'deep']) {
      await cp(join(submissions, 'iris/my-ledger'), join(submissions, 'iris', copy), { recursive: true });
    }
    await rm(join(submissions, 'iris/bare/results.jsonl'));
    const edit = async (path: string, from: string | RegExp, to: string) => {
      const text = await readFile(join(submissions, 'iris', path), 'utf8');
      await writeFile(join(submissions, 'iris', path), text.replace(from, to));
    };
    await edit('forged/results.jsonl', '"overall_score":1.0', '"overall_score":0.99');
    await edit('null/config.yaml', /[\s\S]*/, '- a\n');
    await edit('alias/config.yaml', /[\s\S]*/, 'a: &a [x]\nb: [*a, *a]\n');
    await edit('deep/config.yaml', /[\s\S]*/, '['.repeat(20_000));
    await edit('other/config.yaml', 'handle: iris', 'handle: alice');
    await edit('tier/config.yaml', 'Elite-Mid', 'Elite-Aggressive');
    await edit('todo/README.md', 'Keeps', 'FILL_ME');
    await edit('yaml/config.yaml', 'Elite-Mid', 'Elite-None');
    await edit('torn/results.jsonl', /\{"event":"run_end".*/, 'x\n');
    await rm(join(submissions, 'iris/link/results.jsonl'));
    await symlink('/proc/self/environ', join(submissions, 'iris/link/results.jsonl'));
    const { rows, leftOut, sameRun } = await rebuild();
    expect(rows.map((row) => [row.rank, row.handle, row.method_name, row.published_at])).toEqual([
      [1, 'iris', 'my-ledger', '2026-04-18T12:30:00+00:00'],
      [2, 'iris', 'my-ledger', '2026-04-18T12:30:00+00:00'],
    ]);
    expect(sameRun).toEqual([['iris/my-ledger', 'iris/two']]);
    expect(leftOut.map(({ submission, reason }) => [submission.slice(5), reason.slice(0, 60)])).toEqual([
      ['alias', 'not YAML: aliases are not taken'],
      ['deep', 'not YAML: nested too deeply'],
      ['forged', 'does not qualify: the file does not hold what its cases give'],
      ['link', 'not a plain file'],
      ['null', expect.stringMatching(/^config\.yaml: .*expected object/)],
      ['other', 'config.yaml: attribution.handle must be iris'],
      ['tier', expect.stringMatching(/^does not qualify: compression 5\.00x/)],
      ['todo', 'README.md:3 is still to be filled in'],
      ['torn', expect.stringMatching(/^line 4: invalid event/)],
      ['yaml', expect.stringMatching(/^config\.yaml: runtime\.compression_tier: /)],
    ]);
  });
});

describe.skipIf(!hasShared)('a run of the reference', () => {
  it('is drafted at the hardest tier that it reaches', async () => {
    const results = join(root, 'run.jsonl');
    await writeFile(results, sharedFile('vectors/results/mock_naive_starter.jsonl'));
    const { method: _, ...bare } = await request();
    const draft = await draftSubmission({ ...bare, results });
    expect(draft.tier).toBe('Elite-Aggressive');
    expect(parseResults(await readFile(join(draft.folder, 'results.jsonl'), 'utf8'), 'r').events).toHaveLength(6);
  });
});

describe('findPlaceholders', () => {
  it('looks into text files, but not into the template', async () => {
    await mkdir(join(root, '_template'));
    await mkdir(join(root, 'a/b'), { recursive: true });
    await writeFile(join(root, '_template/x.md'), 'FILL_ME');
    await writeFile(join(root, 'a/b/x.toml'), 'one\n  two = FILL_ME\n');
    await writeFile(join(root, 'a/x.bin'), 'FILL_ME');
    expect(await findPlaceholders(root)).toEqual([{ path: 'a/b/x.toml', line: 2, text: 'two = FILL_ME' }]);
  });
});
