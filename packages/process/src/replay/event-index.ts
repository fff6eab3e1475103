import type { AgentEvent, FileEvent, Json, MessageEvent, RequestEvent, ToolEvent, TraceEvent } from '@obey/schema';
import { canonicalTarget } from '../template/request-query.js';
import type { Lags, Point } from './point.js';
import type { Observable } from './replay-context.js';

export type EvidenceEvent = RequestEvent | FileEvent | ToolEvent | AgentEvent | MessageEvent;

/** One event that some matcher may fit, and whether a step has claimed it. */
export interface Occurrence {
  readonly event: EvidenceEvent;
  /** Of the same path: the version before this one. */
  readonly before?: Occurrence | undefined;
  /** Claimed as the end of a step's work. */
  claimed: boolean;
  /** Claimed as the beginning of a step's work. */
  begun: boolean;
  /** Its content as JSON, once it was asked for. */
  json?: { readonly value: Json | undefined };
  /** What a request was made with, once that was asked for. */
  asked?: { readonly body: unknown };
}

export function beginOf({ event }: Occurrence): Point {
  return { time: event.start, seq: event.seq, source: event.source };
}

export function endOf({ event }: Occurrence): Point {
  return { time: event.end, seq: event.seq, source: event.source };
}

const none: readonly Occurrence[] = [];

/** Everything of a trace that evidence can be, by the key that a matcher asks for; lists are in recorder order. */
export class EventIndex {
  /** Path → versions. */
  readonly files = new Map<string, Occurrence[]>();
  readonly deletions = new Map<string, Occurrence[]>();
  /** Path → tool calls that read it. */
  readonly reads = new Map<string, Occurrence[]>();
  /** `METHOD /path` → requests, whatever their query, and `METHOD /path?query` → those with that query. */
  readonly requests = new Map<string, Occurrence[]>();
  readonly shells: Occurrence[] = [];
  /** Name → tool calls. */
  readonly tools = new Map<string, Occurrence[]>();
  /** Path → tool calls that say they write it. */
  readonly writers = new Map<string, Occurrence[]>();
  readonly agents: Occurrence[] = [];
  /** The last thing that the main agent said. */
  reply: Occurrence | undefined;
  lags: Lags = {};
  events = 0;
  start = Number.POSITIVE_INFINITY;
  end = Number.NEGATIVE_INFINITY;
  readonly #workspace: boolean;
  /** Whether the recorder places a marker before each tool call, so that files written before it stand before it. */
  readonly #guarded: boolean;
  readonly #batches = new Map<string, string>();
  readonly #memo = new Map<string, readonly Occurrence[]>();
  #calls: ToolEvent[] = [];
  #callsSorted = true;
  #longestCall = 0;

  constructor(observable: Pick<Observable, 'workspace' | 'intervals'>) {
    this.#workspace = observable.workspace;
    this.#guarded = observable.intervals;
  }

  add(event: TraceEvent): void {
    this.events += 1;
    if (event.start < this.start) this.start = event.start;
    if (event.end > this.end) this.end = event.end;
    switch (event.kind) {
      case 'request':
        this.#addRequest(event);
        return;
      case 'file':
        this.#addFile(event);
        return;
      case 'tool':
        this.#addTool(event);
        return;
      case 'agent':
        this.agents.push(occurrence(event));
        return;
      case 'message':
        if (event.role === 'assistant' && event.actor === 'main' && event.text.trim() !== '') {
          this.reply = occurrence(event);
        }
        return;
      case 'run':
        if (event.lags !== undefined)
          this.lags = this.#guarded ? { ...event.lags, workspace: 0 } : (event.lags as Lags);
        return;
      default:
        return;
    }
  }

  /** Remembers what a costly look-up found; the index must be complete. */
  memo(key: string, find: () => readonly Occurrence[]): readonly Occurrence[] {
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const found = find();
    this.#memo.set(key, found);
    return found;
  }

  /** The tool call that produced a file version: the one that names its path, else the only one open; undefined when that cannot be told. */
  callOf(path: string, at: number): ToolEvent | undefined {
    const slack = (this.lags.workspace ?? 0) + (this.lags.harness ?? 0);
    const named = this.writers.get(path);
    let best: ToolEvent | undefined;
    for (const { event } of named ?? []) {
      if (event.kind === 'tool' && event.start <= at + slack) best = event;
    }
    if (best !== undefined) return best;
    const open = this.openCalls(at, slack);
    return open.length === 1 ? open[0] : undefined;
  }

  /** The turn that started a call or a subagent, by its id. */
  batchOf(id: string): string | undefined {
    return this.#batches.get(id);
  }

  /** Tool calls under way at a moment, delegations left out: what a subagent does is its own call. */
  openCalls(at: number, slack: number): ToolEvent[] {
    if (!this.#callsSorted) this.#calls.sort((a, b) => a.start - b.start || a.seq - b.seq);
    this.#callsSorted = true;
    const open: ToolEvent[] = [];
    let low = 0;
    let high = this.#calls.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#calls[middle] as ToolEvent).start <= at + slack) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i -= 1) {
      const call = this.#calls[i] as ToolEvent;
      if (call.start < at - slack - this.#longestCall) break;
      if (call.end >= at - slack && call.what !== 'delegate') open.push(call);
    }
    return open;
  }

  #addRequest(event: RequestEvent): void {
    const entry = occurrence(event);
    push(this.requests, `${event.method} ${event.path}`, entry);
    const query = event.query?.replace(/^\?/, '') ?? '';
    if (query !== '') push(this.requests, canonicalTarget(`${event.method} ${event.path}?${query}`), entry);
  }

  #addFile(event: FileEvent): void {
    if (event.change === 'deleted') {
      push(this.deletions, event.path, occurrence(event));
      return;
    }
    if (event.change === 'renamed' && event.from !== undefined) push(this.deletions, event.from, occurrence(event));
    if (this.#workspace) this.#addVersion(event.path, event);
  }

  #addTool(event: ToolEvent): void {
    const entry = occurrence(event);
    push(this.tools, event.name, entry);
    if (event.batch !== undefined) this.#batches.set(event.id, event.batch);
    if (event.what === 'shell') this.shells.push(entry);
    this.#callsSorted &&= event.start >= (this.#calls.at(-1)?.start ?? Number.NEGATIVE_INFINITY);
    this.#calls.push(event);
    if (event.end - event.start > this.#longestCall) this.#longestCall = event.end - event.start;
    if (event.failed === true && event.what !== 'shell') return;
    for (const path of event.reads ?? []) push(this.reads, path, entry);
    for (const path of event.writes ?? []) {
      push(this.writers, path, entry);
      if (!this.#workspace) this.#addVersion(path, event);
    }
  }

  #addVersion(path: string, event: FileEvent | ToolEvent): void {
    const versions = this.files.get(path);
    if (versions === undefined) this.files.set(path, [occurrence(event)]);
    else versions.push({ event, before: versions[versions.length - 1], claimed: false, begun: false });
  }
}

/** The list of a key; never undefined. */
export function listOf(map: ReadonlyMap<string, Occurrence[]>, key: string): readonly Occurrence[] {
  return map.get(key) ?? none;
}

function occurrence(event: EvidenceEvent): Occurrence {
  return { event, claimed: false, begun: false };
}

function push(map: Map<string, Occurrence[]>, key: string, entry: Occurrence): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
