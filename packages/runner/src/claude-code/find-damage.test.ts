import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findDamage } from './find-damage.js';

let raw: string;

const use = (id: string, name: string, extra: object = {}) => ({
  type: 'assistant',
  message: { content: [{ type: 'tool_use', id, name, input: {} }] },
  ...extra,
});
const result = (id: string, extra: object = {}) => ({
  type: 'user',
  message: { content: [{ type: 'tool_result', tool_use_id: id, content: '', ...extra }] },
});
const hook = (event: string, id: string) => ({ ts: 1, hook: { hook_event_name: event, tool_use_id: id } });
const lines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const write = (name: string, text: string) => writeFile(join(raw, name), text);
const rewrite = async (name: string, change: (text: string) => string) =>
  write(name, change(await readFile(join(raw, name), 'utf8')));
const without = (part: string) => (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.includes(part))
    .join('\n');

/** Main calls Bash (c1), delegates (c2) to an agent that calls Read (c3), and is refused a Write (c4). */
beforeEach(async () => {
  raw = await mkdtemp(join(tmpdir(), 'obey-damage-'));
  await mkdir(join(raw, 'subagents'));
  const refused = result('c4', { is_error: true });
  const main = [use('c1', 'Bash'), result('c1'), use('c2', 'Agent'), result('c2'), use('c4', 'Write'), refused];
  const sub = { parent_tool_use_id: 'c2' };
  await write('stdout.jsonl', lines({ type: 'system' }, ...main, use('c3', 'Read', sub), { type: 'result' }));
  await write('transcript.jsonl', lines(...main));
  await write('subagents/agent-a.jsonl', lines(use('c3', 'Read'), result('c3')));
  const events = ['c1', 'c2', 'c3'].flatMap((id) => [hook('PreToolUse', id), hook('PostToolUse', id)]);
  await write('hooks.jsonl', lines(...events));
});

describe('findDamage', () => {
  it('finds none where the three records agree, though a refused call has no hooks', async () => {
    expect(await findDamage(raw, false)).toBeUndefined();
    expect(await findDamage(raw, true)).toBeUndefined();
  });

  const damages: Record<string, [() => Promise<unknown>, RegExp]> = {
    'no transcript': [() => rm(join(raw, 'transcript.jsonl')), /transcript is missing/],
    'a transcript without its end': [() => rewrite('transcript.jsonl', without('"c4"')), /transcripts lack 1 calls/],
    'a transcript without its middle': [() => rewrite('transcript.jsonl', without('"c1"')), /transcripts lack 1 calls/],
    "no subagent's transcript": [
      () => rm(join(raw, 'subagents/agent-a.jsonl')),
      /lack 1 calls.*1 subagents are missing/,
    ],
    'rubbish in a transcript': [() => rewrite('transcript.jsonl', (text) => `${text}{"type":\n`), /unreadable/],
    'rubbish in stdout': [() => rewrite('stdout.jsonl', (text) => `no json\n${text}`), /stdout holds unreadable/],
    'stdout without its end': [() => rewrite('stdout.jsonl', without('"result"}')), /ends without a result/],
    'hooks that were killed': [() => rewrite('hooks.jsonl', without('"c3"')), /hooks are missing for 1 calls/],
    'hooks that saw more than the logs': [
      () => rewrite('hooks.jsonl', (text) => text + lines(hook('PreToolUse', 'c9'), hook('PostToolUse', 'c9'))),
      /logs lack 1 calls/,
    ],
  };
  for (const [name, [damage, said]] of Object.entries(damages)) {
    it(`finds ${name}`, async () => {
      await damage();
      expect(await findDamage(raw, false)).toMatch(said);
    });
  }

  it('forgives a session that was ended from outside its unwritten end, and nothing else', async () => {
    await rewrite('stdout.jsonl', (text) => `${without('"result"}')(without('"c3"')(text))}{"type":"assis`);
    await rewrite('transcript.jsonl', without('"c4"'));
    expect(await findDamage(raw, true)).toBeUndefined();
    await rewrite('transcript.jsonl', without('"c1"'));
    expect(await findDamage(raw, true)).toMatch(/transcripts lack 2 calls/);
  });
});
