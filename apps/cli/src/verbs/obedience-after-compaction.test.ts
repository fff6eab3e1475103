import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../testing/run-command.js';

const cwd = '/home/agent/w';
const at = (second: number) => new Date(Date.parse('2026-11-20T09:00:00Z') + 1000 * second).toISOString();
const record = (second: number, fields: object) => ({ sessionId: 's1', cwd, timestamp: at(second), ...fields });
/** A call that writes a file, as a transcript has it. */
const write = (second: number, id: string, path: string, content: string) => [
  record(second, {
    type: 'assistant',
    message: {
      id: `m${id}`,
      content: [{ type: 'tool_use', id, name: 'Write', input: { file_path: `${cwd}/${path}`, content } }],
    },
  }),
  record(second + 1, {
    type: 'user',
    message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content: 'written' }] },
  }),
];
const compacted = record(30, {
  type: 'system',
  subtype: 'compact_boundary',
  uuid: 'b1',
  compactMetadata: { trigger: 'auto', preTokens: 152_000, postTokens: 21_000, durationMs: 4000 },
});
/** Three of four files; the third was forgotten after the compaction. */
const session = [
  ...write(1, 't1', 'one.md', 'one'),
  ...write(5, 't2', 'two.md', 'two'),
  compacted,
  ...write(40, 't4', 'four.md', 'four'),
];
const process = ['one', 'two', 'three', 'four'].map((name) => `  - { step: ${name}, done: { wrote: ${name}.md } }\n`);

it('prints what was obeyed before and after a compaction of a session that nothing here recorded', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'obey-judge-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await writeFile(join(directory, 's1.jsonl'), session.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await writeFile(join(directory, 'four.yaml'), `process:\n${process.join('')}`);
  const { code, stdout } = await runCommand(directory, 'judge', 's1.jsonl', '--process', 'four.yaml');
  expect(code).toBe(0);
  expect(stdout).toContain(`
1 compaction: auto at 29.000 s, 152000 → 21000 tokens
after n  units  obedience  findings
`);
  expect(stdout).toMatch(/\n {6}0 +\d+ +100 % +0\n {6}1 +\d+ +\d+\.\d % +1\n/);
  expect(stdout).toContain('step-missing · three');

  const json = await runCommand(directory, 'judge', 's1.jsonl', '--process', 'four.yaml', '--json');
  const { compactions, findings } = JSON.parse(json.stdout);
  expect(compactions).toMatchObject({
    events: [{ trigger: 'auto', before: 152_000, after: 21_000 }],
    parts: [
      { compactions: 0, obedience: 1, findings: [] },
      { compactions: 1, findings: [0] },
    ],
  });
  expect(findings[0]).toMatchObject({ step: 'three' });
});

it('says before anything starts that a candidate runs without the compaction that is asked for', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'obey-run-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const task = fileURLToPath(new URL('../../../../packages/bench/src/testing/fixtures/compacted', import.meta.url));
  const told =
    'reference cannot be made to compact its context, and runs without the compaction that is asked for in compacted\n';
  const run = await runCommand(directory, 'run', task, '--seed', '8', '--pace', '0.05', '--out', 'trial');
  expect(run).toMatchObject({ code: 0, stderr: told });
  expect(run.stdout).toContain('note: a compaction after `index` was asked for, and none was seen\n');
  const plain = await runCommand(directory, 'run', 'smoke-if', '--seed', '8', '--pace', '0.05', '--out', 'plain');
  expect(plain).toMatchObject({ code: 0, stderr: '' });

  const never = 'reference:never-after-compaction';
  const refused = await runCommand(directory, 'run', task, '--candidate', never, '--out', 'never');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(
    /^obey: `compacted` has nothing that reference:never-after-compaction departs from; [^\n]*asks for a compaction[^\n]*\n$/,
  );
  const argv = ['--seed', '8', '--pace', '0.05', '--candidate', `reference,${never}`, '--out', 'bench'];
  const bench = await runCommand(directory, 'bench', task, ...argv);
  expect(bench.code).toBe(0);
  expect(bench.stderr).toContain(told);
  expect(bench.stderr).toContain(`${never} has nothing to depart from in 1 of 1 task, and is left out there\n`);
  expect(bench.stderr).not.toContain(`${never} cannot be made to compact`);
});
