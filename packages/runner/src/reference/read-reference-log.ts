import { open } from 'node:fs/promises';
import type { RawTraceEvent } from '@obey/schema';
import { z } from 'zod';

const at = z.number();
const who = { actor: z.string(), parent: z.string().optional(), batch: z.string().optional() };
const recordSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session'), at, format: z.string() }),
  z.object({
    type: z.literal('call'),
    at,
    id: z.string(),
    ...who,
    name: z.enum(['read', 'write', 'rename', 'remove', 'run', 'fetch', 'delegate']),
    input: z.record(z.string(), z.json()),
  }),
  z.object({
    type: z.literal('result'),
    at,
    id: z.string(),
    failed: z.boolean(),
    exit: z.int().optional(),
    output: z.string().optional(),
    agent: z.string().optional(),
  }),
  z.object({ type: z.literal('message'), at, actor: z.string(), text: z.string() }),
  z.object({ type: z.literal('end'), at, records: z.int(), exit: z.int(), error: z.string().optional() }),
]);
type LogRecord = z.infer<typeof recordSchema>;
type Call = Extract<LogRecord, { type: 'call' }> & { readonly raw: { file: string; from: number; to: number } };

const kinds = {
  read: 'read',
  write: 'write',
  rename: 'edit',
  remove: 'other',
  run: 'shell',
  fetch: 'fetch',
  delegate: 'delegate',
} as const;

export interface ReferenceLog {
  readonly events: RawTraceEvent[];
  /** What the log lacks against what it promises. */
  readonly damage?: string;
  /** Why the agent gave up. */
  readonly error?: string;
}

/**
 * Reads the reference agent's own log (`obey-reference`). Times become ms since `epochMs`; calls that never came back
 * end where the log does. `cut`: the session was ended from outside, so that it may lack its end.
 */
export async function readReferenceLog(
  path: string,
  options: { readonly file: string; readonly epochMs: number; readonly cut: boolean },
): Promise<ReferenceLog> {
  const events: RawTraceEvent[] = [];
  const calls = new Map<string, Call>();
  const source = { source: 'harness' as const };
  let end: Extract<LogRecord, { type: 'end' }> | undefined;
  let records = 0;
  let unreadable = 0;
  let last = 0;
  for await (const { text, from, to } of linesOf(path)) {
    const record = parse(text);
    if (record === null) {
      unreadable += 1;
      continue;
    }
    records += 1;
    const time = record.at - options.epochMs;
    last = Math.max(last, time);
    const raw = { file: options.file, from, to };
    if (record.type === 'call') calls.set(record.id, { ...record, at: time, raw });
    if (record.type === 'message') {
      events.push({
        ...source,
        kind: 'message',
        role: 'assistant',
        text: record.text,
        actor: record.actor,
        start: time,
        end: time,
        raw,
      });
    }
    if (record.type === 'result') {
      const call = calls.get(record.id);
      if (call === undefined) continue;
      calls.delete(record.id);
      const { exit, output, failed } = record;
      events.push(toolEvent(call, time, { failed, exit, output }));
      if (record.agent !== undefined) events.push(agentEvent(call, record.agent, time));
    }
    if (record.type === 'end') end = record;
  }
  for (const call of calls.values()) {
    events.push(toolEvent(call, last, {}));
    const { agent } = call.input;
    if (call.name === 'delegate' && typeof agent === 'string') events.push(agentEvent(call, agent, last));
  }
  const damage = damageOf({ end, records, unreadable, cut: options.cut });
  return {
    events,
    ...(damage === undefined ? {} : { damage }),
    ...(end?.error === undefined ? {} : { error: end.error }),
  };
}

function toolEvent(
  call: Call,
  end: number,
  outcome: { failed?: boolean; exit?: number | undefined; output?: string | undefined },
): RawTraceEvent {
  const { id, name, input, actor, parent, batch, at: start, raw } = call;
  const path = typeof input.path === 'string' ? input.path : undefined;
  const to = typeof input.to === 'string' ? input.to : undefined;
  const writes = name === 'write' ? path : name === 'rename' ? to : undefined;
  const failed = outcome.failed === true || (outcome.exit ?? 0) !== 0;
  return {
    kind: 'tool',
    source: 'harness',
    id,
    name,
    what: kinds[name],
    input,
    actor,
    start,
    end,
    raw,
    ...(parent === undefined ? {} : { parent }),
    ...(batch === undefined ? {} : { batch }),
    ...(name === 'read' && path !== undefined ? { reads: [path] } : {}),
    ...(writes === undefined ? {} : { writes: [writes] }),
    ...(failed ? { failed } : {}),
    ...(outcome.exit === undefined ? {} : { exit: outcome.exit }),
    ...(outcome.output === undefined ? {} : { output: outcome.output }),
  };
}

function agentEvent(call: Call, agent: string, end: number): RawTraceEvent {
  const label = call.input.label;
  return {
    kind: 'agent',
    source: 'harness',
    id: agent,
    type: 'subagent',
    actor: agent,
    parent: call.id,
    start: call.at,
    end,
    raw: call.raw,
    ...(call.batch === undefined ? {} : { batch: call.batch }),
    ...(typeof label === 'string' ? { prompt: label } : {}),
  };
}

function damageOf(seen: {
  readonly end: { readonly records: number } | undefined;
  readonly records: number;
  readonly unreadable: number;
  readonly cut: boolean;
}): string | undefined {
  // A line may have been under way when the session was ended.
  if (seen.unreadable > (seen.cut ? 1 : 0)) return `the log holds ${seen.unreadable} unreadable records`;
  if (seen.end === undefined) return seen.cut ? undefined : 'the log lacks its end';
  if (seen.end.records !== seen.records) return `the log lacks ${seen.end.records - seen.records} records`;
  return undefined;
}

function parse(text: string): LogRecord | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function* linesOf(path: string): AsyncGenerator<{ text: string; from: number; to: number }> {
  const file = await open(path);
  try {
    let from = 0;
    for await (const text of file.readLines()) {
      const to = from + Buffer.byteLength(text);
      if (text !== '') yield { text, from, to };
      from = to + 1;
    }
  } finally {
    await file.close();
  }
}
