import type { RawTraceEvent } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect } from '../collect.js';
import { asOutput, hook, say, toolUse, transcript, writeLogs } from '../testing/claude-log.js';
import { readClaudeCode } from './read-claude-code.js';

type Logs = Parameters<typeof writeLogs>[0];
type Line = Record<string, unknown>;

const { assistant, user, result, record } = transcript;
const eventsOf = async (logs: Logs): Promise<RawTraceEvent[]> =>
  collect((await readClaudeCode([await writeLogs(logs)])).events);
const compactionsIn = (events: readonly RawTraceEvent[]) =>
  events.flatMap((event) => (event.kind === 'compaction' ? [event] : []));

/** One compaction as release 2.1.328 logs it: 200 ms long, done at `at`. */
const compacted = (at: number, uuid: string, trigger: 'auto' | 'manual', before: number, after: number) => {
  const name = { type: 'system', subtype: 'compact_boundary', uuid };
  const summary = user(at - 10, 'This session is being continued from a previous conversation.', {
    isCompactSummary: true,
  });
  return {
    transcript: [
      record(at, { ...name, compactMetadata: { trigger, preTokens: before, postTokens: after, durationMs: 150 } }),
      summary,
    ],
    stdout: [
      { type: 'system', subtype: 'status', status: 'compacting', session_id: 's1' },
      { type: 'system', subtype: 'status', status: null, compact_result: 'success', session_id: 's1' },
      {
        ...name,
        session_id: 's1',
        compact_metadata: { trigger, pre_tokens: before, post_tokens: after, duration_ms: 150 },
      },
      asOutput({ ...summary, isCompactSummary: undefined, isSynthetic: true }),
    ],
    hooks: [
      hook(at - 200, 'PreCompact', { trigger, custom_instructions: null }),
      hook(at - 50, 'SubagentStop', { agent_id: `sums-${uuid}`, agent_type: '', last_assistant_message: '<summary>' }),
      hook(at - 40, 'SessionStart', { source: 'compact' }),
      hook(at - 20, 'PostCompact', { trigger, compact_summary: 'x' }),
    ],
  };
};

const call = (at: number, id: string) => ({
  transcript: [
    assistant(at, `m${id}`, toolUse(id, 'Bash', { command: `echo ${id}` })),
    result(at + 50, id, id, { toolUseResult: { stdout: id } }),
  ],
  hooks: ['PreToolUse', 'PostToolUse'].map((name, index) =>
    hook(at + 5 + 40 * index, name, { tool_use_id: id, tool_name: 'Bash', tool_input: { command: `echo ${id}` } }),
  ),
});

const first = compacted(5000, 'b1', 'auto', 4143, 2630);
const second = compacted(9000, 'b2', 'manual', 2143, 2630);
const calls = [call(100, 't1'), call(6000, 't2'), call(10_000, 't3')] as const;
const print = (lines: readonly Line[]) => lines.map(asOutput);

/** A session that was compacted by the limit, stopped, compacted by command and resumed. */
const session = {
  's1.jsonl': [
    user(0, 'Do it.'),
    ...calls[0].transcript,
    ...first.transcript,
    ...calls[1].transcript,
    ...second.transcript,
    record(8990, { type: 'user', message: { role: 'user', content: '<command-name>/compact</command-name>' } }),
    user(9500, 'Please carry on.'),
    ...calls[2].transcript,
    assistant(11_000, 'm9', say('Done.')),
  ],
  'stdout.jsonl': [
    { type: 'system', subtype: 'init', session_id: 's1' },
    ...print(calls[0].transcript),
    ...first.stdout,
    ...print(calls[1].transcript),
    { type: 'result', session_id: 's1', result: '', terminal_reason: 'hook_stopped' },
    ...second.stdout,
    { type: 'result', session_id: 's1', result: '' },
    { type: 'system', subtype: 'init', session_id: 's1' },
    ...print(calls[2].transcript),
    ...print([assistant(11_000, 'm9', say('Done.'))]),
    { type: 'result', session_id: 's1', result: 'Done.' },
  ],
  'hooks.jsonl': [
    ...calls[0].hooks,
    ...first.hooks,
    ...calls[1].hooks,
    ...second.hooks,
    ...calls[2].hooks,
    hook(11_001, 'Stop', {}),
  ],
} satisfies Logs;
type LogName = keyof typeof session;
const names = Object.keys(session) as LogName[];
const only = (...kept: LogName[]): Logs => Object.fromEntries(kept.map((name) => [name, session[name]]));

const ordered = (events: readonly RawTraceEvent[]) =>
  events.flatMap((event) =>
    event.kind === 'tool' ? [event.id] : event.kind === 'compaction' ? [event.trigger ?? 'unknown'] : [],
  );

describe('compactions', () => {
  it.each([
    ['all three logs', names],
    ['transcript and output', ['s1.jsonl', 'stdout.jsonl']],
    ['transcript and hooks', ['s1.jsonl', 'hooks.jsonl']],
    ['output and hooks', ['stdout.jsonl', 'hooks.jsonl']],
    ['a transcript', ['s1.jsonl']],
    ['output', ['stdout.jsonl']],
    ['hooks', ['hooks.jsonl']],
  ] as const)('are told once, in their place between the calls, from %s', async (_, kept) => {
    const events = await eventsOf(only(...kept));
    expect(ordered(events)).toEqual(['t1', 'auto', 't2', 'manual', 't3']);
    expect(events.filter(({ kind }) => kind === 'agent')).toEqual([]);
    const told = compactionsIn(events);
    const sizes = told.map(({ before, after }) => [before, after]);
    if (kept.some((name) => name !== 'hooks.jsonl')) {
      expect(sizes).toEqual([
        [4143, 2630],
        [2143, 2630],
      ]);
    } else {
      expect(sizes).toEqual([
        [undefined, undefined],
        [undefined, undefined],
      ]);
    }
    for (const { actor, source, start, end } of told) {
      expect([actor, source]).toEqual(['main', 'harness']);
      expect(end - start).toBeGreaterThan(100);
    }
  });

  it('take their beginning from the hook before them and their end from the transcript', async () => {
    const events = await eventsOf(session);
    const begin = events[0]?.end ?? 0;
    expect(compactionsIn(events).map(({ start, end, raw }) => [start - begin, end - begin, raw?.file])).toEqual([
      [4800, 5000, 's1.jsonl'],
      [8800, 9000, 's1.jsonl'],
    ]);
  });

  it('that began and were never done are none, unless hooks are all that is left and none tells of an end', async () => {
    const failed = hook(4000, 'PreCompact', { trigger: 'auto' });
    const whole = { ...session, 'hooks.jsonl': [...calls[0].hooks, failed, ...session['hooks.jsonl'].slice(2)] };
    expect(ordered(await eventsOf(whole))).toEqual(['t1', 'auto', 't2', 'manual', 't3']);
    const old = session['hooks.jsonl'].filter((line) => !/"(?:PostCompact|SessionStart)"/.test(JSON.stringify(line)));
    expect(ordered(await eventsOf({ 'hooks.jsonl': old }))).toEqual(['t1', 'auto', 't2', 'manual', 't3']);
  });

  it('of older releases, without an id in the output, are told apart by their sizes and order', async () => {
    const output = session['stdout.jsonl'].map((line) => ({ ...line, uuid: undefined }));
    expect(ordered(await eventsOf({ ...session, 'stdout.jsonl': output }))).toEqual([
      't1',
      'auto',
      't2',
      'manual',
      't3',
    ]);
  });

  it('are read from boundaries with fields that are missing, or not what they were', async () => {
    const events = await eventsOf({
      's1.jsonl': [
        user(0, 'go'),
        record(10, { type: 'system', subtype: 'compact_boundary', compactMetadata: null }),
        record(40_000, {
          type: 'system',
          subtype: 'compact_boundary',
          compactMetadata: { trigger: 'idle', preTokens: 'many' },
        }),
        record(40_001, { type: 'system', subtype: 'microcompact_boundary' }),
      ],
    });
    expect(compactionsIn(events).map(({ trigger, before, after }) => [trigger, before, after])).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it("of a subagent are the subagent's", async () => {
    const agent = (entry: Line) => ({ ...entry, isSidechain: true, agentId: 'a1' });
    const inner = compacted(3000, 'b3', 'auto', 900, 100).transcript.map(agent);
    const events = await eventsOf({
      ...session,
      's1/subagents/agent-a1.jsonl': [agent(user(2500, 'Look.')), ...inner],
      's1/subagents/agent-a1.meta.json': ['{"agentType":"scout","toolUseId":"t1"}'],
    });
    expect(compactionsIn(events).map(({ actor, parent, before }) => [actor, parent, before])).toEqual([
      ['a1', 't1', 900],
      ['main', undefined, 4143],
      ['main', undefined, 2143],
    ]);
  });

  it('are never more than there were, whatever lines are lost or doubled', async () => {
    const change = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      how: fc.constantFrom('drop', 'double', 'cut'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const logs: Record<string, Line[]> = structuredClone(session);
        for (const { name, at, how } of changes) {
          const lines = logs[name] ?? [];
          const index = Math.floor(at * lines.length);
          const line = lines[index];
          if (how === 'drop' || line === undefined) lines.splice(index, 1);
          else if (how === 'double') lines.splice(index, 0, line);
          else lines.splice(index + 1);
        }
        if (Object.values(logs).every((lines) => lines.length < 2)) return;
        const told = compactionsIn(await eventsOf(logs).catch(() => []));
        expect(told.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 300 : 40 },
    );
  });
});
