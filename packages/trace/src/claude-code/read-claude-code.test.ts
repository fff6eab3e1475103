import { appendFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawTraceEvent } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { collect } from '../collect.js';
import { asOutput, cwd, epoch, hook, say, toolUse, transcript, writeLogs } from '../testing/claude-log.js';
import { readClaudeCode } from './read-claude-code.js';

const read = async (
  logs: Parameters<typeof writeLogs>[0],
): Promise<{ events: RawTraceEvent[]; skipped: Readonly<Record<string, number>> }> => {
  const { events, skipped } = await readClaudeCode([await writeLogs(logs)]);
  return { events: await collect(events), skipped };
};
const ofKind = <K extends RawTraceEvent['kind']>(events: RawTraceEvent[], kind: K) =>
  events.filter((event): event is Extract<RawTraceEvent, { kind: K }> => event.kind === kind);

const { assistant, user, result, record } = transcript;
const bash = (id: string, command: string) => toolUse(id, 'Bash', { command });
/** Two calls in one turn, one that fails in the next, told by every log. */
const main = [
  user(0, 'Do it.'),
  assistant(100, 'm1', say('Both at once.')),
  assistant(101, 'm1', bash('t1', 'cat a.txt > b.txt')),
  assistant(102, 'm1', toolUse('t2', 'Read', { file_path: `${cwd}/input/x.json` })),
  result(300, 't2', 'X'),
  result(500, 't1', ''),
  assistant(600, 'm2', bash('t3', 'exit 3')),
  result(700, 't3', 'Exit code 3\noops', {}, true),
  assistant(800, 'm3', say('Done.')),
];
const hooks = [
  hook(110, 'PreToolUse', { tool_use_id: 't1', tool_name: 'Bash', tool_input: { command: 'cat a.txt > b.txt' } }),
  hook(111, 'PreToolUse', { tool_use_id: 't2', tool_name: 'Read', tool_input: { file_path: `${cwd}/input/x.json` } }),
  hook(290, 'PostToolUse', { tool_use_id: 't2', tool_name: 'Read', tool_input: {}, tool_response: 'X' }),
  hook(490, 'PostToolUse', { tool_use_id: 't1', tool_name: 'Bash', tool_input: {}, tool_response: { stdout: '' } }),
  hook(610, 'PreToolUse', { tool_use_id: 't3', tool_name: 'Bash', tool_input: { command: 'exit 3' } }),
  hook(690, 'PostToolUseFailure', { tool_use_id: 't3', tool_name: 'Bash', tool_input: {}, error: 'Exit code 3\noops' }),
];
const stdout = [{ type: 'system', subtype: 'init', cwd, session_id: 's1' }, ...main.slice(1).map(asOutput)];

describe('readClaudeCode', () => {
  it('takes intervals from hooks, and batches, paths, failures and exit codes from the transcript', async () => {
    const { events, skipped } = await read({ 's1.jsonl': main, 'hooks.jsonl': hooks });
    expect(ofKind(events, 'tool')).toMatchObject([
      { id: 't2', name: 'Read', what: 'read', start: 111, end: 290, batch: 'm1', output: 'X', reads: ['input/x.json'] },
      { id: 't1', what: 'shell', start: 110, end: 490, batch: 'm1', exit: 0, reads: ['a.txt'], writes: ['b.txt'] },
      { id: 't3', start: 610, end: 690, batch: 'm2', issued: 600, failed: true, exit: 3 },
    ]);
    expect(ofKind(events, 'message').map(({ role, text, end }) => [role, text, end])).toEqual([
      ['user', 'Do it.', 0],
      ['assistant', 'Both at once.', 100],
      ['assistant', 'Done.', 800],
    ]);
    expect(skipped).toEqual({});
  });

  it('invents no start for calls that may have waited: from a transcript alone, only their end is known', async () => {
    const { events } = await read({ 's1.jsonl': main });
    expect(ofKind(events, 'tool').map(({ id, start, end, issued }) => [id, start, end, issued])).toEqual([
      ['t2', 300, 300, 102],
      ['t1', 500, 500, 101],
      // The only call of its turn waited for no other.
      ['t3', 600, 700, 600],
    ]);
  });

  it('takes a duration that the harness measured', async () => {
    const { events } = await read({
      's1.jsonl': [
        assistant(0, 'm1', toolUse('g1', 'Grep', { pattern: 'x', path: 'src' })),
        assistant(1, 'm1', toolUse('g2', 'Grep', { pattern: 'y' })),
        result(100, 'g1', 'a', { toolUseResult: { durationMs: 40 } }),
        result(100, 'g2', 'b', { toolUseResult: { durationMs: 4000 } }),
      ],
    });
    expect(ofKind(events, 'tool').map(({ start, end }) => [start, end])).toEqual([
      [60, 100],
      [1, 100],
    ]);
  });

  it.each([
    ['transcript and output', { 's1.jsonl': main, 'stdout.jsonl': stdout }],
    ['all three logs', { 's1.jsonl': main, 'stdout.jsonl': stdout, 'hooks.jsonl': hooks }],
    ['half a transcript and output', { 's1.jsonl': main.slice(0, 4), 'stdout.jsonl': stdout }],
    ['transcript and half an output', { 's1.jsonl': main, 'stdout.jsonl': stdout.slice(0, 5) }],
  ])('tells each thing once from %s', async (_, logs) => {
    const { events } = await read(logs);
    expect(ofKind(events, 'tool').map(({ id, batch }) => [id, batch])).toEqual([
      ['t2', 'm1'],
      ['t1', 'm1'],
      ['t3', 'm2'],
    ]);
    expect(ofKind(events, 'message').map(({ text }) => text)).toEqual(['Do it.', 'Both at once.', 'Done.']);
  });

  it('still sees the calls when only output, or only hooks, are left', async () => {
    const fromOutput = await read({ 'stdout.jsonl': stdout });
    expect(ofKind(fromOutput.events, 'tool').map(({ id }) => id)).toEqual(['t2', 't1', 't3']);
    const fromHooks = await read({ 'hooks.jsonl': hooks });
    expect(ofKind(fromHooks.events, 'tool')).toMatchObject([
      { id: 't2', start: 0 + 1, end: 180, reads: ['input/x.json'], output: 'X' },
      { id: 't1', start: 0, end: 380, exit: 0 },
      { id: 't3', failed: true, exit: 3 },
    ]);
    expect(ofKind(fromHooks.events, 'tool').every(({ batch }) => batch === undefined)).toBe(true);
  });

  it('keeps a message that was really said twice', async () => {
    const twice = [assistant(0, 'm1', say('Next.')), assistant(10, 'm2', say('Next.'))];
    const { events } = await read({ 's1.jsonl': twice, 'stdout.jsonl': twice.map(asOutput) });
    expect(ofKind(events, 'message')).toHaveLength(2);
  });

  it('counts tokens once for each message, the final figures of it, and cost by difference', async () => {
    const usage = (output_tokens: number) => ({
      usage: { input_tokens: 10, cache_creation_input_tokens: 5, cache_read_input_tokens: 7, output_tokens },
    });
    const end = { type: 'result', session_id: 's1', result: 'Done.', permission_denials: [] };
    const total = (outputTokens: number) => ({
      m: { inputTokens: 30, outputTokens, cacheReadInputTokens: 14, cacheCreationInputTokens: 10 },
    });
    const records = [
      assistant(0, 'm1', say('a'), usage(20)),
      assistant(1, 'm1', bash('t1', 'true'), usage(25)),
      result(50, 't1', ''),
      assistant(90, 'm2', say('Done.'), usage(30)),
    ];
    const partial = records.map((line) =>
      JSON.parse(JSON.stringify(line).replace(/"output_tokens":\d+/, '"output_tokens":1')),
    );
    const { events } = await read({
      's1.jsonl': records,
      'stdout.jsonl': [
        ...partial.map(asOutput),
        { ...end, total_cost_usd: 0.25, modelUsage: total(55) },
        { ...end, total_cost_usd: 0.4, modelUsage: total(60) },
      ],
    });
    const told = ofKind(events, 'usage');
    const sum = (field: 'input' | 'output' | 'cached' | 'cost') =>
      told.reduce((all, event) => all + (event[field] ?? 0), 0);
    // Ten input tokens and five output tokens belong to no message: another model of the same session.
    expect([sum('input'), sum('output'), sum('cached')]).toEqual([40, 60, 14]);
    expect(sum('cost')).toBeCloseTo(0.4, 10);
  });

  it('reads subagents: their lives, calls, parents and prompts', async () => {
    const agent = (entry: Record<string, unknown>) => ({ ...entry, isSidechain: true, agentId: 'a1' });
    const { events } = await read({
      's1.jsonl': [
        assistant(0, 'm1', toolUse('t1', 'Agent', { prompt: 'Look.', subagent_type: 'scout', description: 'look' })),
        result(900, 't1', [say('Found.')], {
          toolUseResult: { status: 'completed', agentId: 'a1', totalDurationMs: 850 },
        }),
      ],
      's1/subagents/agent-a1.jsonl': [
        user(100, 'Look.'),
        assistant(200, 'm2', bash('t2', 'cat x.txt')),
        result(300, 't2', 'x'),
        assistant(400, 'm3', say('Found.')),
      ].map(agent),
      's1/subagents/agent-a1.meta.json': ['{"agentType":"scout","toolUseId":"t1"}'],
      'hooks.jsonl': [
        hook(60, 'SubagentStart', { agent_id: 'a1', agent_type: 'scout' }),
        hook(450, 'SubagentStop', { agent_id: 'a1', agent_type: 'scout' }),
      ],
    });
    expect(ofKind(events, 'agent')).toMatchObject([
      { id: 'a1', actor: 'a1', parent: 't1', type: 'scout', prompt: 'Look.', start: 60, end: 450 },
    ]);
    expect(ofKind(events, 'tool')).toMatchObject([
      { id: 't2', actor: 'a1', parent: 't1', start: 200, end: 300 },
      { id: 't1', actor: 'main', what: 'delegate', start: 50, end: 900 },
    ]);
    expect(ofKind(events, 'message').map(({ actor, role }) => [actor, role])).toEqual([
      ['a1', 'user'],
      ['a1', 'assistant'],
    ]);
  });

  it('follows a subagent in the background by the word of its end', async () => {
    const { events } = await read({
      's1.jsonl': [
        assistant(0, 'm1', toolUse('t1', 'Agent', { prompt: 'Look.', subagent_type: 'scout' })),
        result(50, 't1', 'launched', { toolUseResult: { status: 'async_launched', agentId: 'a1' } }),
        user(700, '<task-notification>\n<task-id>a1</task-id>\n', { origin: { kind: 'task-notification' } }),
      ],
    });
    expect(ofKind(events, 'agent')).toMatchObject([{ id: 'a1', parent: 't1', type: 'scout', start: 50, end: 700 }]);
    expect(ofKind(events, 'message')).toMatchObject([{ role: 'system' }]);
  });

  it('reads compactions as transcript and output spell them, each once', async () => {
    const boundary = { type: 'system', subtype: 'compact_boundary' };
    const logs = {
      's1.jsonl': [
        user(0, 'go'),
        record(9000, {
          ...boundary,
          compactMetadata: { trigger: 'auto', preTokens: 900, postTokens: 90, durationMs: 800 },
        }),
        user(9001, 'summary', { isCompactSummary: true }),
      ],
      'stdout.jsonl': [
        asOutput(user(8999, 'x', { isSynthetic: true })),
        { ...boundary, session_id: 's1', compact_metadata: { trigger: 'auto', pre_tokens: 900, post_tokens: 90 } },
      ],
    };
    const { events } = await read(logs);
    expect(ofKind(events, 'compaction')).toMatchObject([{ before: 900, after: 90 }]);
    expect(ofKind((await read({ 's1.jsonl': logs['s1.jsonl'] })).events, 'compaction')).toMatchObject([
      { start: 8200, end: 9000, before: 900, after: 90 },
    ]);
    expect(ofKind(events, 'message').map(({ role }) => role)).toEqual(['user', 'system', 'system']);
  });

  it('tells of denied calls that they touched nothing', async () => {
    const write = { file_path: `${cwd}/out.txt`, content: 'x' };
    const { events } = await read({
      's1.jsonl': [
        assistant(0, 'm1', toolUse('t1', 'Write', write)),
        result(10, 't1', 'no permission', { toolDenialKind: 'user-rejected' }, true),
      ],
    });
    expect(ofKind(events, 'tool')).toMatchObject([{ denied: true, failed: true, start: 10, end: 10 }]);
    expect(ofKind(events, 'tool')[0]).not.toHaveProperty('writes');
    const denial = { tool_name: 'Write', tool_use_id: 't1', tool_input: write };
    const alone = await read({
      'stdout.jsonl': [{ type: 'result', session_id: 's1', result: 'Done.', permission_denials: [denial] }],
    });
    expect(ofKind(alone.events, 'tool')).toMatchObject([{ id: 't1', denied: true, failed: true }]);
    expect(ofKind(alone.events, 'message')).toMatchObject([{ text: 'Done.' }]);
  });

  it('tells of a call without an end that it failed, and gives it no duration', async () => {
    const { events } = await read({ 's1.jsonl': main.slice(0, 3), 'hooks.jsonl': hooks.slice(0, 1) });
    expect(ofKind(events, 'tool')).toMatchObject([{ id: 't1', start: 110, end: 110, failed: true }]);
    expect(ofKind(events, 'tool')[0]).not.toHaveProperty('exit');
  });

  it('knows no exit code where the harness does not say one', async () => {
    const cases = [{ backgroundTaskId: 'b1' }, { interrupted: true }, { returnCodeInterpretation: 'No matches found' }];
    const { events } = await read({
      's1.jsonl': cases.flatMap((toolUseResult, index) => [
        assistant(index * 10, `m${index}`, bash(`t${index}`, 'grep x y.txt')),
        result(index * 10 + 5, `t${index}`, '', { toolUseResult }),
      ]),
    });
    expect(ofKind(events, 'tool').map(({ exit, failed }) => [exit, failed])).toEqual([
      [undefined, undefined],
      [undefined, true],
      [undefined, undefined],
    ]);
  });

  it('gives the content that a call wrote', async () => {
    const kept: string[] = [];
    const path = { file_path: 'a.txt' };
    const edits = [{ old_string: 'b', new_string: '$&' }];
    const logs = await writeLogs({
      's1.jsonl': [
        assistant(0, 'm1', toolUse('t1', 'Write', { ...path, content: 'abab' })),
        result(5, 't1', 'ok'),
        assistant(10, 'm2', toolUse('t2', 'Edit', { ...path, old_string: 'b', new_string: 'c', replace_all: true })),
        result(15, 't2', 'ok', { toolUseResult: { originalFile: 'abab' } }),
        assistant(20, 'm3', toolUse('t3', 'MultiEdit', { ...path, edits })),
        result(25, 't3', 'ok', { toolUseResult: { originalFile: 'abab' } }),
        assistant(30, 'm4', toolUse('t4', 'Edit', { ...path, old_string: 'b', new_string: 'c' })),
        result(35, 't4', 'ok', { toolUseResult: { originalFile: null } }),
      ],
    });
    const { events } = await readClaudeCode([logs], { keep: (text) => `${kept.push(text)}` });
    expect(ofKind(await collect(events), 'tool').map(({ content }) => content)).toEqual(['1', '2', '3', undefined]);
    expect(kept).toEqual(['abab', 'acac', 'a$&ab']);
  });

  it('follows the working directory of the session', async () => {
    const { events } = await read({
      's1.jsonl': [
        assistant(0, 'm1', bash('t1', 'cat a.txt'), {}),
        result(5, 't1', ''),
        { ...assistant(10, 'm2', bash('t2', 'cat a.txt /etc/hosts')), cwd: `${cwd}/sub` },
        result(15, 't2', ''),
      ],
    });
    expect(ofKind(events, 'tool').map(({ reads }) => reads)).toEqual([['a.txt'], ['sub/a.txt', '/etc/hosts']]);
  });

  it('counts what it cannot read and goes on', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const { events, skipped } = await read({
      's1.jsonl': [
        '{"type":"user"',
        '\u0000\u0001garbage',
        '',
        'null',
        '[1,2]',
        '{"type":7}',
        record(0, { type: 'hologram' }),
        record(0, { type: 'system', subtype: 'sneeze' }),
        record(0, { type: 'assistant', message: { id: 7, content: { odd: true }, usage: { output_tokens: 'many' } } }),
        record(0, { type: 'assistant', message: { id: 'm0', content: ['text', { type: 'hiccup' }] } }),
        record(0, { type: 'file-history-snapshot' }),
        result(1, 'nowhere', 'x'),
        JSON.stringify(assistant(2, 'm1', toolUse('t1', 'Odd', 'DEEP'))).replace('"DEEP"', deep),
        result(3, 't1', 'x'),
        `${JSON.stringify(user(4, 'windows'))}\r`,
        '{"type":"user","message":{"role":"user","cont',
      ],
    });
    expect(skipped).toEqual({
      'corrupt lines': 3,
      'unknown records': 3,
      'unknown: hologram': 1,
      'unknown: system sneeze': 1,
      'unknown: block hiccup': 1,
      'results without a call': 1,
    });
    expect(ofKind(events, 'tool')).toMatchObject([{ id: 't1', what: 'other', input: 'nested too deeply' }]);
    expect(ofKind(events, 'message')).toMatchObject([{ text: 'windows' }]);
  });

  it('measures time from the epoch that it is given', async () => {
    const logs = await writeLogs({ 's1.jsonl': [user(1000, 'hi')] });
    const { events } = await readClaudeCode([logs], { epochMs: epoch - 5 });
    expect(await collect(events)).toMatchObject([{ start: 1005, end: 1005 }]);
  });

  it('says where in the logs each event was read', async () => {
    const { events } = await read({ 'sub/s1.jsonl': main });
    const text = main.map((line) => JSON.stringify(line));
    const offset = Buffer.byteLength(`${text.slice(0, 2).join('\n')}\n`);
    const call = ofKind(events, 'tool').find(({ id }) => id === 't1');
    expect(call?.raw).toEqual({ file: 'sub/s1.jsonl', from: offset, to: offset + Buffer.byteLength(text[2] ?? '') });
  });
});

describe('findSessionFiles', () => {
  it('finds the subagents beside a transcript that is named as a file', async () => {
    const logs = await writeLogs({
      's1.jsonl': [user(0, 'hi')],
      's1/subagents/agent-a1.jsonl': [{ ...user(5, 'go'), agentId: 'a1', isSidechain: true }],
      'other.jsonl': [{ ...user(0, 'not this'), sessionId: 's2' }],
    });
    const events = await collect((await readClaudeCode([join(logs, 's1.jsonl')])).events);
    expect(ofKind(events, 'message').map(({ text }) => text)).toEqual(['hi', 'go']);
    await expect(readClaudeCode([logs])).rejects.toMatchObject({
      code: 'usage',
      hint: expect.stringContaining('jsonl'),
    });
  });

  it('finds the subagents of older releases, which lie beside all transcripts', async () => {
    const agent = (session: string) => [
      { ...user(5, session), sessionId: session, agentId: session, isSidechain: true },
    ];
    const logs = await writeLogs({
      's1.jsonl': [user(0, 'hi')],
      'agent-one.jsonl': agent('s1'),
      'agent-two.jsonl': agent('s2'),
    });
    const events = await collect((await readClaudeCode([join(logs, 's1.jsonl')])).events);
    expect(ofKind(events, 'agent').map(({ id }) => id)).toEqual(['one']);
  });

  it('leaves other files and links alone', async () => {
    const logs = await writeLogs({ 's1.jsonl': [user(0, 'hi')], 'requests.jsonl': ['{"method":"POST"}'] });
    await mkdir(join(logs, 'more'));
    await writeFile(join(logs, 'more', 'binary.jsonl'), Buffer.from([0, 255, 254]));
    await symlink(logs, join(logs, 'more', 'loop'));
    const { events, skipped } = await readClaudeCode([logs]);
    expect(await collect(events)).toHaveLength(1);
    expect(skipped).toEqual({});
  });

  it('reads a named file even if its beginning is garbage, and counts that', async () => {
    const logs = await writeLogs({ 's1.jsonl': ['x'.repeat(300_000)] });
    await appendFile(join(logs, 's1.jsonl'), `${JSON.stringify(user(0, 'hi'))}\n`);
    const { events, skipped } = await readClaudeCode([join(logs, 's1.jsonl')]);
    expect(await collect(events)).toHaveLength(1);
    expect(skipped).toEqual({ 'corrupt lines': 1 });
  });

  it('says so when there is nothing to read', async () => {
    const logs = await writeLogs({ 'notes.txt': ['hi'] });
    await expect(readClaudeCode([logs])).rejects.toMatchObject({ code: 'not-found' });
    await expect(readClaudeCode([join(logs, 'none')])).rejects.toMatchObject({ code: 'not-found' });
  });
});
