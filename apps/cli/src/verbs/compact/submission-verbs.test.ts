import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-submissions-'));
  await writeFile(join(directory, 'mine.mjs'), method);
  const run = ['run', '--method', './mine.mjs:Mine', '--provider', 'mock:reader', '--level', 'easy', '--no-controls'];
  // Which cases are drawn decides whether so plain a method qualifies.
  for (const group of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
    const drawn = [
      '--case-count',
      '2',
      '--drift-cycles',
      '1',
      '--seed-group',
      group,
      '--out',
      'mine.jsonl',
      '--replace',
    ];
    expect(await compact(...run, ...drawn)).toMatchObject({ code: 0 });
    if ((await compact('qualify', 'mine.jsonl')).code === 0) break;
  }
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Keeps the state that the model reads out of a conversation. */
const method = `
export class Mine {
  static methodName = 'state-of-mine';
  static version = '0.3.0';
  constructor({ provider, model }) { this.provider = provider; this.model = model; }
  async compact({ turns }) {
    const text = turns.map(({ role, content }) => role.toUpperCase() + ': ' + content).join('\\n\\n');
    const prompt = 'State as JSON:\\n<conversation id="0123456789abcdef">\\n' + text + '\\n</conversation id="0123456789abcdef">';
    const { text: reply } = await this.provider.complete({ model: this.model, json: true, prompt });
    return { schemaVersion: '1.0.0', summaryText: '', structured_state: JSON.parse(reply), selectedSourceTurnIds: [],
      warnings: [], methodMetadata: {} };
  }
}
`;

const compact = (...argv: string[]) => runCommand(directory, 'compact', ...argv);
const submit = (name: string, ...more: string[]) =>
  compact('submit', 'mine.jsonl', '--handle', 'iris', '--name', name, '--method', './mine.mjs', '--local', ...more);
const path = (...parts: string[]) => join(directory, ...parts);
const edit = async (file: string, from: string | RegExp, to: string) =>
  writeFile(path(file), (await readFile(path(file), 'utf8')).replace(from, to));
/** One line for a person, and nothing of where in the code it came from. */
const oneLine = /^obey: (?!unexpected error)[^\n\p{Cc}]+\n$/u;

describe('from a run to a leaderboard', () => {
  it('qualifies, drafts, validates and ranks', async () => {
    const qualified = await compact('qualify', 'mine.jsonl');
    expect(qualified).toEqual({ code: 0, stdout: expect.stringMatching(/^qualifies for Elite-\w+ with /), stderr: '' });
    const drafted = await submit('first', '--description', 'Keeps the *state*.', '--tier', 'mid', '--org', 'ACME');
    expect(drafted.stdout).toBe(`${path('submissions/iris/first')}\ntier  Elite-Mid\n\nnothing is left to do\n`);
    expect((await readdir(path('submissions/iris/first'))).sort()).toEqual([
      ...['README.md', 'config.yaml', 'method.mjs', 'requirements.txt', 'results.jsonl'],
    ]);
    expect(await readFile(path('submissions/iris/first/method.mjs'), 'utf8')).toBe(method);
    expect(await readFile(path('submissions/iris/first/README.md'), 'utf8')).toContain('Keeps the \\*state\\*.');
    expect(await compact('validate-submission', 'submissions/iris/first', '--local')).toEqual({
      ...{ code: 0, stdout: 'may be taken\n', stderr: '' },
    });
    const ranked = await compact('leaderboard', 'submissions', '--out', 'docs/data/leaderboard.json');
    expect(ranked.stderr).toBe('');
    expect(ranked.stdout).toMatch(/^starter@1\.0\.0, easy, 2 cycles, seed group \w, mock\/.*, scored by obey-1\n/);
    expect(ranked.stdout).toMatch(/\n1 +state-of-mine 0\.3\.0 +iris \(ACME\) +Mid +0\.\d{3} +\[0\.\d{3}, \d\.\d{3}\]/);
    const written = await readFile(path('docs/data/leaderboard.json'), 'utf8');
    expect(JSON.parse(written)).toMatchObject({
      schema_version: '1.0.0',
      updated_at: '2026-01-02T03:04:05+00:00',
      entries: [{ rank: 1, tied: false, handle: 'iris', org: 'ACME', tier: 'Elite-Mid', row_kind: 'submission' }],
    });
    const json = await compact('leaderboard', '.', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ entries: JSON.parse(written).entries, left_out: [] });
  });

  it('tells what is left to do, and exits 1 while it is', async () => {
    const bare = ['submit', 'mine.jsonl', '--handle', 'iris', '--name', 'bare'];
    const { code, stdout } = await compact(...bare, '--json');
    const { folder, problems } = JSON.parse(stdout);
    expect([code, folder]).toEqual([0, path('submissions/iris/bare')]);
    expect(problems.map(({ file, line }: { file: string; line?: number }) => [file, line ?? null])).toEqual([
      ['README.md', 3],
      ['config.yaml', 4],
      ['config.yaml', null],
    ]);
    const checked = await compact('validate-submission', 'submissions/iris/bare');
    expect(checked.code).toBe(1);
    expect(checked.stdout.split('\n')[1]).toMatch(
      /^submissions\/iris\/bare\/config\.yaml:4: still to be filled in: class_/,
    );
    expect(checked.stdout).toContain('runtime.provider: expected groq, google-ai-studio, anthropic, openai');
    expect(checked.stderr).toMatch(oneLine);
    const left = await compact('leaderboard', 'submissions');
    expect(left.stderr).toBe('obey: left out: iris/bare: README.md:3 is still to be filled in\n');
  });

  it('replaces a draft only when told to', async () => {
    const before = await readdir(path('submissions/iris'));
    expect(await submit('bare')).toMatchObject({ code: 1, stderr: expect.stringMatching(/exists; give --replace/) });
    expect(await submit('bare', '--replace', '--description', 'd')).toMatchObject({ code: 0 });
    expect(await readdir(path('submissions/iris'))).toEqual(before);
    await rm(path('submissions/iris/bare'), { recursive: true });
  });
});

describe('what does not qualify', () => {
  it('is told with every reason, and exit 1', async () => {
    const lines = (await readFile(path('mine.jsonl'), 'utf8')).trimEnd().split('\n');
    await writeFile(path('short.jsonl'), `${lines.slice(0, -2).join('\n')}\n`);
    const { code, stdout, stderr } = await compact('qualify', 'short.jsonl', '--tier', 'aggressive');
    expect([code, stderr]).toEqual([1, 'obey: does not qualify for Elite-Aggressive\n']);
    expect(stdout).toContain('run_end event missing: the run did not finish\n');
    expect(stdout).toContain("template 'numeric_state_starter_v1' has 1 of 2 cases\n");
    const json = await compact('qualify', 'short.jsonl', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ qualified: false, reasons: expect.any(Array) });
    expect(json.code).toBe(1);
    expect(await compact('qualify', 'short.jsonl', '--tier', 'huge')).toMatchObject({ code: 2 });
  });
});

describe('what is forged or hostile', () => {
  it('is not drafted', async () => {
    await cp(path('mine.jsonl'), path('forged.jsonl'));
    await edit('forged.jsonl', /"overall_score":0\.\d+/, '"overall_score":0.999');
    const given = ['--handle', 'iris', '--name', 'forged', '--method', './mine.mjs'];
    const { code, stderr } = await compact('submit', 'forged.jsonl', ...given);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^obey: .*forged\.jsonl: does not hold what its cases give: overall_score says 0\.999, computed/,
    );
    const changed = await compact('qualify', 'forged.jsonl');
    expect([changed.code, changed.stdout]).toEqual([1, expect.stringContaining('overall_score says 0.999')]);
  });

  it.each([
    ['--handle', '../up'],
    ['--handle', ''],
    ['--handle', 'a/b'],
    ['--handle', '-a'],
    ['--name', '..'],
    ['--name', '/etc'],
    ['--name', 'a\u001b[2J'],
    ['--name', '_template'],
    ['--org', 'a\nb'],
    ['--tier', 'none'],
  ])('is no name: %s %j', async (option, value) => {
    const names = { '--handle': 'iris', '--name': 'n', [option]: value };
    const { code, stderr } = await compact(
      'submit',
      'mine.jsonl',
      ...Object.entries(names).map((pair) => pair.join('=')),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(oneLine);
  });

  it('is no method of the run', async () => {
    await writeFile(path('other.mjs'), method.replace('0.3.0', '0.4.0'));
    await writeFile(path('parts.mjs'), "import { x } from './mine.mjs';\n");
    for (const [spec, message] of [
      ['./other.mjs', /other\.mjs: not the file that ran/],
      ['./mine.mjs:Yours', /the run was of .*:Mine, not of Yours/],
      ['./none.mjs', /none\.mjs: there is no such file/],
      ['./mine.jsonl', /names no method/],
      ['built-in:null', /names no method/],
    ] as const) {
      const { code, stderr } = await compact(
        'submit',
        'mine.jsonl',
        '--handle',
        'iris',
        '--name',
        'm',
        '--method',
        spec,
      );
      expect([spec, code > 0, stderr]).toEqual([spec, true, expect.stringMatching(message)]);
      expect(stderr).toMatch(oneLine);
    }
  });

  it('is left out of the leaderboard with a line, and shown harmless', async () => {
    const folder = 'submissions/iris';
    for (const copy of ['forged', 'linked', 'loud', 'bomb'])
      await cp(path(folder, 'first'), path(folder, copy), { recursive: true });
    await cp(path('forged.jsonl'), path(folder, 'forged/results.jsonl'));
    await rm(path(folder, 'linked/config.yaml'));
    await symlink('/proc/self/environ', path(folder, 'linked/config.yaml'));
    await edit(`${folder}/loud/config.yaml`, 'org: ACME', 'org: "\\e[31mred\\u202e"');
    await writeFile(path(folder, 'bomb/config.yaml'), 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n');
    await edit(`${folder}/first/config.yaml`, 'org: ACME', 'org: "\\u202eACME"');
    const { code, stdout, stderr } = await compact('leaderboard', 'submissions');
    expect(code).toBe(0);
    expect(stderr.split('\n').map((line) => line.slice(0, 60))).toEqual([
      'obey: left out: iris/bomb: not YAML: aliases are not taken',
      'obey: left out: iris/forged: does not qualify: the file does',
      'obey: left out: iris/linked: not a plain file',
      'obey: left out: iris/loud: config.yaml: attribution.org: hol',
      '',
    ]);
    expect(stdout).toMatch(/iris \(/);
    expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    const linked = await compact('validate-submission', 'submissions/iris/linked', '--local');
    expect(linked.stdout).toBe('submissions/iris/linked/config.yaml: not a plain file\n');
    expect(await compact('leaderboard', 'nowhere')).toMatchObject({ code: 1, stderr: expect.stringMatching(oneLine) });
    expect(await compact('validate-submission', 'nowhere')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/: there is no such submission\n$/),
    });
  });
});
