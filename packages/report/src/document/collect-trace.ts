import type { TraceEvent } from '@obey/schema';
import { describeEvent, isFailed } from './describe-event.js';
import { type Subject, subjectOf } from './event-subject.js';
import { type ItemNames, nameItems } from './name-items.js';
import type { ShownEvent } from './report-document.js';
import { type Mark, markKinds } from './timeline.js';

export type TraceEvents = AsyncIterable<TraceEvent> | Iterable<TraceEvent>;

/** A mark before its lane is known. */
export interface Entry extends Omit<Mark, 'row'> {
  readonly actor: string;
  /** The item that the event itself proves. */
  readonly item: string | null;
  readonly subject: Subject | null;
}

export interface CollectedTrace {
  readonly entries: Entry[];
  readonly names: ItemNames;
  /** Type by subagent's id, where the harness tells it. */
  readonly agents: ReadonlyMap<string, string>;
  /** The cited events, by `seq`. */
  readonly cited: ShownEvent[];
  /** Events of the kinds that a timeline shows, drawn or not. */
  readonly events: number;
  readonly lastMoment: number;
}

export interface CollectOptions {
  /** The `seq` of every event to keep whatever happens. */
  readonly cited: ReadonlySet<number>;
  /** Items known beforehand. */
  readonly items: Iterable<string>;
  /** Marks of one kind and place that lie within this many ms are drawn as one. */
  readonly resolutionMs: number;
  /** Entries to keep beside the cited ones before every second is dropped. */
  readonly most: number;
  readonly textLength: number;
}

const isMarkKind = (kind: TraceEvent['kind']): kind is Mark['kind'] => markKinds.some((known) => known === kind);

/** Reads a trace once, in memory bounded by `most` and the cited events, and keeps what a report shows of it. */
export async function collectTrace(events: TraceEvents, options: CollectOptions): Promise<CollectedTrace> {
  const names = nameItems();
  for (const item of options.items) names.add(item);
  const agents = new Map<string, string>();
  const cited: ShownEvent[] = [];
  const citedEntries: Entry[] = [];
  let others: Entry[] = [];
  let latest = new Map<string, { entry: Entry; index: number }>();
  let stride = 1;
  let seen = 0;
  let shown = 0;
  let lastMoment = 0;

  for await (const event of events) {
    lastMoment = Math.max(lastMoment, event.end);
    const isCited = options.cited.has(event.seq);
    if (isCited) cited.push(shownEvent(event, options.textLength));
    if (!isMarkKind(event.kind)) continue;
    shown += 1;
    if (event.kind === 'agent' && event.type !== undefined) agents.set(event.id, event.type);
    const entry = entryOf(event, event.kind, isCited);
    if (entry.item !== null) names.add(entry.item);
    if (entry.subject !== null) names.see(entry.subject);
    if (isCited) {
      citedEntries.push({ ...entry, text: describeEvent(event, options.textLength) });
      continue;
    }
    const key = `${entry.kind} ${entry.failed} ${entry.actor}\n${entry.item ?? entry.subject?.stem ?? ''}`;
    const last = latest.get(key);
    if (last !== undefined && entry.end - last.entry.start < options.resolutionMs) {
      const merged = { ...last.entry, count: last.entry.count + 1, end: Math.max(last.entry.end, entry.end) };
      others[last.index] = merged;
      latest.set(key, { entry: merged, index: last.index });
      continue;
    }
    if (seen++ % stride !== 0) continue;
    const kept = { ...entry, text: describeEvent(event, options.textLength) };
    latest.set(key, { entry: kept, index: others.push(kept) - 1 });
    if (others.length < options.most) continue;
    others = others.filter((_, index) => index % 2 === 0);
    latest = new Map();
    stride *= 2;
  }
  return { entries: [...citedEntries, ...others], names, agents, cited, events: shown, lastMoment };
}

function entryOf(event: TraceEvent, kind: Mark['kind'], cited: boolean): Omit<Entry, 'text'> {
  return {
    seq: event.seq,
    count: 1,
    start: event.start,
    end: event.end,
    kind,
    failed: isFailed(event),
    cited,
    actor: event.kind === 'agent' ? event.id : event.actor,
    item: event.kind === 'request' ? (event.proof?.item ?? null) : null,
    subject: subjectOf(event),
  };
}

function shownEvent(event: TraceEvent, textLength: number): ShownEvent {
  return {
    seq: event.seq,
    start: event.start,
    end: event.end,
    kind: event.kind,
    source: event.source,
    actor: event.actor,
    text: describeEvent(event, textLength),
    failed: isFailed(event),
  };
}
