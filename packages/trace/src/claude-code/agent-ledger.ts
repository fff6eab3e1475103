import { harnessEvent, type RawPlace, type SessionContext } from './session-context.js';

/** What is known of a subagent; times in ms since 1970. */
interface AgentLife {
  readonly id: string;
  /** It has a transcript of its own, whose end is its own. */
  readonly hasFile: boolean;
  call: string | undefined;
  type: string | undefined;
  prompt: string | undefined;
  first: number | undefined;
  last: number | undefined;
  /** By hooks, the better times. */
  started: number | undefined;
  stopped: number | undefined;
  /** When to tell of it at the latest: other logs may still name its call. */
  due: number | undefined;
  raw: RawPlace | undefined;
}

/** What a record may tell of a subagent. */
export interface AgentNote {
  readonly hasFile?: boolean;
  readonly call?: string | undefined;
  readonly type?: string | undefined;
  readonly prompt?: string | undefined;
  readonly raw?: RawPlace;
}

const graceMs = 1000;
/** A hostile log must not be able to fill the memory with agents. */
const maxAgents = 100_000;

/** The lives of subagents, each told once, at its end. */
export class AgentLedger {
  readonly #open = new Map<string, AgentLife>();
  readonly #told = new Set<string>();
  readonly #byCall = new Map<string, string>();

  constructor(readonly context: SessionContext) {}

  /** The subagent that a tool call started, as far as is known. */
  ofCall(call: string): string | undefined {
    return this.#byCall.get(call);
  }

  /** The tool call that started a subagent, as far as is known. */
  callOf(id: string): string | undefined {
    return this.#open.get(id)?.call;
  }

  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  /** Notes what a record tells of a subagent. Gives its life, or undefined when that was told already. */
  note(id: string, known: AgentNote): AgentLife | undefined {
    if (known.call !== undefined && this.#byCall.size < maxAgents) this.#byCall.set(known.call, id);
    if (this.#told.has(id) || this.#told.size > maxAgents) return undefined;
    const life = this.#open.get(id) ?? unknownLife(id, known.hasFile === true);
    life.call ??= known.call;
    life.type ??= known.type;
    life.prompt ??= known.prompt;
    life.raw ??= known.raw;
    this.#open.set(id, life);
    return life;
  }

  /** A record of the subagent itself. */
  seen(id: string, at: number, raw: RawPlace): void {
    const life = this.note(id, { raw });
    if (life === undefined || !Number.isFinite(at)) return;
    life.first ??= at;
    life.last = Math.max(life.last ?? at, at);
  }

  /** The call that started it returned with its report. */
  reported(id: string, at: number, duration: number, raw: RawPlace): void {
    const life = this.note(id, { raw });
    if (life === undefined || !Number.isFinite(at)) return;
    life.first ??= at - duration;
    this.ended(id, at, false);
  }

  started(id: string, at: number): void {
    const life = this.note(id, {});
    if (life !== undefined) life.started ??= at;
  }

  /** A hook told of its end; with a transcript of its own it may go on. */
  stopped(id: string, at: number): void {
    const life = this.note(id, {});
    if (life === undefined) return;
    life.stopped = at;
    if (!life.hasFile) life.due = at + graceMs;
  }

  /** Its log has ended, or another log says that it has. */
  ended(id: string, at: number, byItsFile: boolean): void {
    const life = this.note(id, {});
    if (life === undefined || life.hasFile !== byItsFile) return;
    if (!byItsFile) life.last = Math.max(life.last ?? at, at);
    life.due = at + graceMs;
  }

  /** Tells of those whose time has come. */
  flush(now: number): void {
    for (const life of this.#open.values()) if (life.due !== undefined && life.due <= now) this.#tell(life);
  }

  flushAll(): void {
    for (const life of this.#open.values()) this.#tell(life);
  }

  #tell(life: AgentLife): void {
    this.#open.delete(life.id);
    this.#told.add(life.id);
    const { first, last, started, stopped } = life;
    const begin = started ?? first ?? stopped ?? last;
    if (begin === undefined) return;
    const start = this.context.time(begin);
    const end = Math.max(start, this.context.time(stopped ?? last ?? begin));
    this.context.emit({
      ...harnessEvent({ actor: life.id, parent: life.call }, start, end, life.raw),
      kind: 'agent',
      id: life.id,
      ...(life.type === undefined ? {} : { type: life.type }),
      ...(life.prompt === undefined ? {} : { prompt: life.prompt }),
    });
  }
}

const unknownLife = (id: string, hasFile: boolean): AgentLife => ({
  id,
  hasFile,
  call: undefined,
  type: undefined,
  prompt: undefined,
  first: undefined,
  last: undefined,
  started: undefined,
  stopped: undefined,
  due: undefined,
  raw: undefined,
});
