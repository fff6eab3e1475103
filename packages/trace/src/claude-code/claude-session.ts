import type { MessageEvent, RawTraceEvent } from '@obey/schema';
import type { PathBase } from '../paths/workspace-path.js';
import type { SkipCounts } from '../skip-counts.js';
import { AgentLedger } from './agent-ledger.js';
import { boundedJson } from './bounded-json.js';
import { CallLedger, type NewCall } from './call-ledger.js';
import { CompactionLedger } from './compaction-ledger.js';
import { EventBuffer } from './event-buffer.js';
import { isBookkeeping } from './ignored-records.js';
import { contentText, messageBlocks } from './message-blocks.js';
import type { SessionRecord } from './read-records.js';
import type { Block, HookRecord, LogRecord } from './record-schemas.js';
import { SaidLedger } from './said-ledger.js';
import type { Lane, RawPlace, SessionContext } from './session-context.js';
import type { SessionFile } from './session-files.js';
import { UsageLedger } from './usage-ledger.js';

export interface ClaudeSessionOptions {
  /** What 0 ms of the trace is, in ms since 1970; the first time in the logs where it is not given. */
  readonly epochMs?: number | undefined;
  /** The workspace as the session named it; the directory of its first record where it is not given. */
  readonly workspace?: string | undefined;
  readonly keep?: ((text: string) => string) | undefined;
  readonly skipped: SkipCounts;
  /** The logs that the records come from. */
  readonly files: readonly SessionFile[];
}

type Log = Extract<SessionRecord, { kind: 'log' }>;
type Hook = Extract<SessionRecord, { kind: 'hook' }>;

const main: Lane = { actor: 'main', parent: undefined };
const maxNameLength = 40;
const taskId = /<task-id>(\w+)<\/task-id>/;

/** Turns the records of a session, in the order of their times, into events. */
export class ClaudeSession implements SessionContext {
  readonly #events = new EventBuffer();
  readonly #agents = new AgentLedger(this);
  readonly #calls = new CallLedger(this, this.#agents);
  readonly #said = new SaidLedger(this);
  readonly #usage = new UsageLedger(this);
  readonly #compactions: CompactionLedger;
  #epoch: number | undefined;
  #latest = 0;
  #workspace: string | undefined;

  constructor(readonly options: ClaudeSessionOptions) {
    this.#epoch = options.epochMs;
    this.#workspace = options.workspace;
    this.#compactions = new CompactionLedger(
      this,
      options.files.every(({ role }) => role === 'hooks'),
    );
    for (const { agent } of options.files) {
      if (agent === undefined) continue;
      this.#agents.note(agent.id, { hasFile: true, call: agent.meta.toolUseId, type: agent.meta.agentType });
    }
  }

  /** Takes the next record. Gives the events that nothing can come before any more. */
  take(entry: SessionRecord): RawTraceEvent[] {
    if (Number.isFinite(entry.at)) {
      this.#epoch ??= entry.at;
      this.#latest = this.time(entry.at);
    }
    const { agent } = entry.file;
    if (agent !== undefined && entry.kind === 'end') this.#agents.ended(agent.id, entry.at, true);
    else if (agent !== undefined) this.#agents.seen(agent.id, entry.at, placeOf(entry));
    if (entry.kind === 'log') this.#log(entry);
    else if (entry.kind === 'hook') this.#hook(entry);
    if (!Number.isFinite(entry.at)) return this.#events.release(Number.NEGATIVE_INFINITY);
    this.#calls.flush(entry.at);
    this.#agents.flush(entry.at);
    this.#compactions.flush(entry.at);
    return this.#events.release(this.#latest);
  }

  /** The logs have ended. */
  finish(): RawTraceEvent[] {
    this.#calls.flushAll();
    this.#agents.flushAll();
    this.#compactions.flushAll();
    return this.#events.releaseAll();
  }

  emit(event: RawTraceEvent): void {
    this.#events.push(event);
  }

  time(at: number): number {
    // A record without any time stands where the one before it stood.
    return Number.isFinite(at) ? Math.round((at - (this.#epoch ?? at)) * 1000) / 1000 : this.#latest;
  }

  base(cwd: string | undefined): PathBase | undefined {
    const root = this.#workspace ?? cwd;
    return root === undefined ? undefined : { root, cwd: cwd ?? root };
  }

  keep(text: string): string | undefined {
    return this.options.keep?.(text);
  }

  #lane({ record, file }: Log): Lane {
    if (file.agent !== undefined) return this.#agentLane(file.agent.id, file.agent.meta.toolUseId);
    const call = record.parent_tool_use_id ?? undefined;
    if (call !== undefined) return this.#agentLane(record.agent_id ?? this.#agents.ofCall(call) ?? call, call);
    if (record.isSidechain === true) return this.#agentLane(record.agentId ?? 'sidechain', undefined);
    return main;
  }

  #agentLane(actor: string, call: string | undefined): Lane {
    return { actor, parent: call ?? this.#agents.callOf(actor) ?? actor };
  }

  #log(entry: Log): void {
    const { record } = entry;
    this.#workspace ??= record.cwd;
    const lane = this.#lane(entry);
    if (record.type === 'assistant' || record.type === 'user') {
      if (lane !== main && entry.file.agent === undefined) this.#inlineAgent(lane, entry);
      if (record.type === 'assistant') this.#assistant(entry, lane);
      else this.#user(entry, lane);
    } else if (record.type === 'system') this.#system(entry, lane);
    else if (record.type === 'result') this.#result(entry);
    else if (record.type === 'cost-state') this.#usage.totals(record, entry.at, placeOf(entry));
    else if (!isBookkeeping(record.type, undefined)) this.#unknown(record.type);
  }

  /** A subagent's record in a log that is not its own. */
  #inlineAgent(lane: Lane, entry: Log): void {
    const { parent, actor } = lane;
    const call = parent === actor ? undefined : parent;
    this.#agents.note(actor, { call, type: entry.record.subagent_type });
    this.#agents.seen(actor, entry.at, placeOf(entry));
  }

  #assistant(entry: Log, lane: Lane): void {
    const { record, at, file } = entry;
    const { message } = record;
    const raw = placeOf(entry);
    for (const block of messageBlocks(message?.content)) {
      if (block.type === 'text') this.#said.say(lane, 'assistant', block.text ?? '', at, file.role, raw);
      else if (block.type === 'tool_use' && block.id !== undefined && block.name !== undefined) {
        const call = { id: block.id, name: block.name, input: boundedJson(block.input), lane, raw };
        this.#calls.issued({ ...call, batch: message?.id, cwd: record.cwd ?? this.#workspace }, at);
      } else if (block.type !== 'thinking' && block.type !== 'redacted_thinking') this.#unknown(`block ${block.type}`);
    }
    this.#usage.message(message?.id, message?.usage, lane, at, raw);
  }

  #user(entry: Log, lane: Lane): void {
    const { record, at, file } = entry;
    const texts: string[] = [];
    for (const block of messageBlocks(record.message?.content)) {
      if (block.type === 'text') texts.push(block.text ?? '');
      else if (block.type === 'tool_result') this.#toolResult(block, entry);
    }
    if (texts.length === 0) return;
    const text = texts.join('\n');
    if (lane !== main) this.#agents.note(lane.actor, { prompt: text });
    const task = record.origin?.kind === 'task-notification' ? taskId.exec(text)?.[1] : undefined;
    if (task !== undefined && this.#agents.isOpen(task)) this.#agents.ended(task, at, false);
    this.#said.say(lane, roleOf(record), text, at, file.role, placeOf(entry));
  }

  #toolResult(block: Block, { record, at }: Log): void {
    const id = block.tool_use_id;
    if (id === undefined) return;
    const decision = record.tool_result_meta?.find((meta) => meta.id === id)?.permission_decision?.decision;
    const result = record.toolUseResult ?? record.tool_use_result;
    const known = this.#calls.result(id, at, {
      output: contentText(block.content),
      failed: block.is_error === true,
      denied: record.toolDenialKind !== undefined || (decision !== undefined && decision !== 'accept'),
      result,
    });
    if (!known) this.options.skipped.add('results without a call');
  }

  #system(entry: Log, lane: Lane): void {
    const { record, at, file } = entry;
    const { subtype, task_id: task, tool_use_id: call } = record;
    if (subtype === 'compact_boundary') this.#compaction(entry, lane);
    else if (subtype === 'task_started') {
      // Background shells are tasks as well.
      if (task === undefined || (record.task_type ?? 'local_agent') !== 'local_agent') return;
      const { prompt, subagent_type: type } = record;
      this.#agents.note(task, { call, prompt, type });
      this.#agents.seen(task, at, placeOf(entry));
    } else if (subtype === 'task_notification' || subtype === 'task_updated') {
      const ended = subtype === 'task_notification' && task !== undefined && this.#agents.isOpen(task);
      if (ended) this.#agents.ended(task, at, false);
    } else if (!isBookkeeping('system', subtype)) this.#unknown(`system ${subtype ?? ''}`);
    if (file.role === 'stdout' && subtype === 'init') this.#workspace ??= record.cwd;
  }

  #compaction(entry: Log, lane: Lane): void {
    const { record, at, file } = entry;
    const known = record.compactMetadata ?? record.compact_metadata;
    const note = {
      uuid: record.uuid,
      trigger: known?.trigger,
      before: known?.preTokens ?? known?.pre_tokens,
      after: known?.postTokens ?? known?.post_tokens,
      duration: known?.durationMs ?? known?.duration_ms,
    };
    this.#compactions.done(lane, note, at, file.role, placeOf(entry));
  }

  /** The end of a run of the harness in print mode. */
  #result(entry: Log): void {
    const { record, at, file } = entry;
    const raw = placeOf(entry);
    for (const denial of record.permission_denials ?? []) {
      const { tool_use_id: id, tool_name: name, tool_input: input } = denial;
      if (id === undefined || name === undefined || this.#calls.isTold(id)) continue;
      this.#calls.issued(
        { id, name, input: boundedJson(input), lane: main, batch: undefined, cwd: this.#workspace, raw },
        at,
      );
      this.#calls.result(id, at, { output: undefined, failed: true, denied: true, result: undefined });
    }
    const text = record.result ?? '';
    if (!this.#said.wasSaid(main, 'assistant', text)) this.#said.say(main, 'assistant', text, at, file.role, raw);
    this.#usage.totals(record, at, raw);
  }

  #hook(entry: Hook): void {
    const { at } = entry;
    const { hook } = entry.record;
    this.#workspace ??= hook.cwd;
    const agent = hook.agent_id;
    if (agent !== undefined && this.#isOfTheHarness(agent, hook)) return;
    if (agent !== undefined) this.#agents.note(agent, { type: hook.agent_type });
    const call = this.#hookedCall(entry);
    this.#hookedCompaction(entry);
    if (hook.hook_event_name === 'PreToolUse' && call !== undefined) this.#calls.begins(call, at);
    else if (hook.hook_event_name === 'PostToolUse' && call !== undefined) {
      this.#calls.ends(call, at, outcomeOf(hook));
    } else if (hook.hook_event_name === 'PostToolUseFailure' && call !== undefined) {
      this.#calls.ends(call, at, { ...outcomeOf(hook), failed: true });
    } else if (hook.hook_event_name === 'SubagentStart' && agent !== undefined) this.#agents.started(agent, at);
    else if (hook.hook_event_name === 'SubagentStop' && agent !== undefined) this.#agents.stopped(agent, at);
  }

  /** Whoever sums a session up for the harness has no type, and its end is all that is told of it. */
  #isOfTheHarness(agent: string, { hook_event_name: event, agent_type: type }: HookRecord['hook']): boolean {
    return event === 'SubagentStop' && type === '' && !this.#agents.isOpen(agent);
  }

  #hookedCompaction(entry: Hook): void {
    const { at } = entry;
    const { hook_event_name: event, trigger, source, agent_id: agent } = entry.record.hook;
    const lane = agent === undefined ? main : this.#agentLane(agent, undefined);
    if (event === 'PreCompact') this.#compactions.begins(lane, { trigger }, at, placeOf(entry));
    else if (event === 'PostCompact') this.#compactions.done(lane, { trigger }, at, 'hooks', placeOf(entry));
    // The session's start again says nothing that the hook after a compaction does not.
    else if (event !== 'SessionStart' || source !== 'compact') this.#compactions.goesOn(lane);
  }

  #hookedCall(entry: Hook): NewCall | undefined {
    const { hook } = entry.record;
    if (hook.tool_use_id === undefined || hook.tool_name === undefined) return undefined;
    return {
      id: hook.tool_use_id,
      name: hook.tool_name,
      input: boundedJson(hook.tool_input),
      lane: hook.agent_id === undefined ? main : this.#agentLane(hook.agent_id, undefined),
      batch: undefined,
      cwd: hook.cwd ?? this.#workspace,
      raw: placeOf(entry),
    };
  }

  #unknown(what: string): void {
    this.options.skipped.add(`unknown: ${what.slice(0, maxNameLength)}`);
  }
}

const placeOf = ({ file, from, to }: SessionRecord): RawPlace => ({ file: file.name, from, to });

/** What the harness itself puts into the conversation was said by nobody. */
const roleOf = (record: LogRecord): MessageEvent['role'] => {
  const injected = record.isMeta === true || record.isSynthetic === true || record.isCompactSummary === true;
  return injected || (record.origin?.kind !== undefined && record.origin.kind !== 'user') ? 'system' : 'user';
};

const outcomeOf = (hook: HookRecord['hook']) => {
  const { tool_response: response, error } = hook;
  const stdout =
    typeof response === 'object' && response !== null && 'stdout' in response && typeof response.stdout === 'string'
      ? response.stdout
      : undefined;
  const output = error ?? contentText(response) ?? stdout ?? (response === undefined ? undefined : textOf(response));
  return { output, failed: false, denied: false, result: response };
};

const textOf = (response: unknown): string => JSON.stringify(boundedJson(response));
