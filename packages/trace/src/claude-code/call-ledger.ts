import type { Json, ToolEvent } from '@obey/schema';
import { z } from 'zod';
import { touchedPaths } from '../paths/touched-paths.js';
import type { AgentLedger } from './agent-ledger.js';
import { RecentMap } from './recent-map.js';
import { type ToolResult, toolResultSchema } from './record-schemas.js';
import { harnessEvent, type Lane, type RawPlace, type SessionContext } from './session-context.js';
import { toolKind } from './tool-kind.js';
import { writtenContent } from './written-content.js';

/** How a call ended, as one log tells it. */
export interface Outcome {
  readonly output: string | undefined;
  readonly failed: boolean;
  readonly denied: boolean;
  readonly result: unknown;
}

/** A call that is not told yet; times in ms since 1970. */
interface Call {
  readonly id: string;
  readonly name: string;
  readonly input: Json;
  lane: Lane;
  batch: string | undefined;
  cwd: string | undefined;
  raw: RawPlace;
  issued: number | undefined;
  /** By hooks: just before and after it ran. */
  before: number | undefined;
  after: number | undefined;
  /** When its result was logged. */
  logged: number | undefined;
  outcome: Outcome | undefined;
  due: number | undefined;
}

export type NewCall = Pick<Call, 'id' | 'name' | 'input' | 'lane' | 'batch' | 'cwd' | 'raw'>;

/** A hook's word of the end and the log's may come so far apart, in ms. */
const graceMs = 1000;
const remembered = 100_000;
/** More calls than so many are not under way; the oldest have lost their end. */
const maxOpen = 10_000;
const askedSchema = z.looseObject({ prompt: z.string().optional(), subagent_type: z.string().optional() });
const exitCode = /^(?:Error: )?Exit code (\d{1,3})\b/;

/** Tool calls, each told once, when all logs that know of it have told its end. */
export class CallLedger {
  readonly #open = new Map<string, Call>();
  readonly #closing = new Set<Call>();
  readonly #told = new RecentMap<string, true>(remembered);
  readonly #batches = new RecentMap<string, number>(remembered);

  constructor(
    readonly context: SessionContext,
    readonly agents: AgentLedger,
  ) {}

  isTold(id: string): boolean {
    return this.#told.has(id);
  }

  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  /** The model issued a call. A second log of the same call adds nothing. */
  issued(call: NewCall, at: number): void {
    if (this.#told.has(call.id)) return;
    const known = this.#open.get(call.id);
    if (known === undefined) this.#begin(call).issued = at;
    else if (known.issued === undefined) {
      // Known by its hook alone so far.
      Object.assign(known, { lane: call.lane, batch: call.batch, raw: call.raw, issued: at });
    } else return;
    if (call.batch !== undefined) this.#batches.set(call.batch, (this.#batches.get(call.batch) ?? 0) + 1);
  }

  /** A hook told that a call is about to run. */
  begins(call: NewCall, at: number): void {
    if (this.#told.has(call.id)) return;
    const known = this.#open.get(call.id) ?? this.#begin(call);
    known.before ??= at;
  }

  /** A hook told that a call has ended. */
  ends(call: NewCall, at: number, outcome: Outcome): void {
    if (this.#told.has(call.id)) return;
    const known = this.#open.get(call.id) ?? this.#begin(call);
    known.after ??= at;
    known.outcome ??= outcome;
    this.#closes(known, at);
  }

  /** A log has the result of a call. Gives whether the call is known. */
  result(id: string, at: number, outcome: Outcome): boolean {
    const call = this.#open.get(id);
    if (call === undefined) return this.#told.has(id);
    if (call.logged !== undefined) return true;
    call.logged = at;
    call.outcome = outcome;
    this.#closes(call, at);
    return true;
  }

  /** Tells of those whose time has come. */
  flush(now: number): void {
    for (const call of this.#closing) if ((call.due ?? 0) <= now) this.#tell(call);
  }

  /** Tells of all; those without an end never ended. */
  flushAll(): void {
    for (const call of [...this.#closing, ...this.#open.values()]) if (this.#open.has(call.id)) this.#tell(call);
  }

  #begin(call: NewCall): Call {
    const nothing = { issued: undefined, before: undefined, after: undefined, logged: undefined };
    const begun: Call = { ...call, ...nothing, outcome: undefined, due: undefined };
    this.#open.set(call.id, begun);
    const [oldest] = this.#open.size > maxOpen ? this.#open.values() : [];
    if (oldest !== undefined) this.#tell(oldest);
    return begun;
  }

  #closes(call: Call, at: number): void {
    const complete = call.logged !== undefined && (call.before === undefined || call.after !== undefined);
    call.due = complete ? at : Math.min(call.due ?? Number.POSITIVE_INFINITY, at + graceMs);
    this.#closing.add(call);
    if (complete) this.#tell(call);
  }

  #tell(call: Call): void {
    this.#open.delete(call.id);
    this.#closing.delete(call);
    this.#told.set(call.id, true);
    const parsed = toolResultSchema.safeParse(call.outcome?.result);
    const result = parsed.success ? parsed.data : undefined;
    const what = toolKind(call.name);
    if (what === 'delegate' && result !== undefined) this.#link(call, result);
    const [start, end] = this.#interval(call, result);
    const failed = call.outcome === undefined || call.outcome.failed || result?.interrupted === true;
    const exit = what === 'shell' ? exitOf(call.outcome, result) : undefined;
    this.context.emit({
      ...harnessEvent(call.lane, start, end, call.raw),
      ...(call.batch === undefined ? {} : { batch: call.batch }),
      kind: 'tool',
      id: call.id,
      name: call.name,
      what,
      input: call.input,
      ...(call.outcome?.output === undefined ? {} : { output: call.outcome.output }),
      ...(failed ? { failed } : {}),
      ...(exit === undefined ? {} : { exit }),
      ...(call.outcome?.denied === true ? { denied: true } : {}),
      ...(call.issued === undefined ? {} : { issued: this.context.time(call.issued) }),
      ...this.#touched(call, what, failed, result),
    });
  }

  #link(call: Call, result: ToolResult): void {
    const { agentId: agent, agentType: type, status, totalDurationMs } = result;
    const at = call.logged ?? call.after;
    if (agent === undefined || at === undefined) return;
    const asked = askedSchema.safeParse(call.input).data;
    this.agents.note(agent, {
      call: call.id,
      type: type ?? asked?.subagent_type,
      prompt: asked?.prompt,
    });
    if (status === 'async_launched') this.agents.seen(agent, at, call.raw);
    else this.agents.reported(agent, at, totalDurationMs ?? 0, call.raw);
  }

  /**
   * When it ran. Hooks know; else the harness may have measured it; else a call that was issued alone began then. Of a
   * call that may have waited for others of its turn, only the end is known, and it is told as an instant.
   */
  #interval(call: Call, result: ToolResult | undefined): [number, number] {
    const last = call.after ?? call.logged ?? call.before ?? call.issued ?? Number.NaN;
    const measured = result?.durationMs ?? (result?.status === 'completed' ? result.totalDurationMs : undefined);
    const alone = call.batch !== undefined && this.#batches.get(call.batch) === 1;
    let first = last;
    if (call.outcome?.denied === true) first = last;
    else if (call.before !== undefined) first = call.before;
    else if (measured !== undefined) first = Math.max(last - measured, call.issued ?? Number.NEGATIVE_INFINITY);
    else if (alone && call.issued !== undefined) first = call.issued;
    const end = this.context.time(last);
    return [Math.min(this.context.time(first), end), end];
  }

  /** A call that was refused or failed touched nothing, unless it is a command that got half-way. */
  #touched(call: Call, what: ToolEvent['what'], failed: boolean, result: ToolResult | undefined) {
    const base = this.context.base(call.cwd);
    if (base === undefined || call.outcome?.denied === true || (failed && what !== 'shell')) return {};
    const { reads, writes } = touchedPaths({ what, name: call.name, input: call.input }, base);
    const written = writtenContent(call.name, call.input, result);
    const content = written === undefined ? undefined : this.context.keep(written);
    return {
      ...(reads.length === 0 ? {} : { reads: [...reads] }),
      ...(writes.length === 0 ? {} : { writes: [...writes] }),
      ...(content === undefined ? {} : { content }),
    };
  }
}

const exitOf = (outcome: Outcome | undefined, result: ToolResult | undefined): number | undefined => {
  if (outcome === undefined || outcome.denied) return undefined;
  if (outcome.failed) {
    const code = exitCode.exec(outcome.output ?? '')?.[1];
    return code === undefined ? undefined : Number(code);
  }
  const unknown =
    result?.interrupted === true ||
    result?.backgroundTaskId !== undefined ||
    result?.returnCodeInterpretation !== undefined;
  return unknown ? undefined : 0;
};
