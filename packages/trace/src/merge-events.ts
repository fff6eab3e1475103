import { hash } from 'node:crypto';
import { type RawTraceEvent, type TraceEvent, type TraceSource, traceSources } from '@obey/schema';
import { canonicalLine } from './canonical-line.js';
import { HashChain } from './hash-chain.js';

interface Stream {
  readonly rank: number;
  readonly events: readonly RawTraceEvent[];
  next: number;
  /** Time of the next event, never before those that its source recorded earlier. */
  time: number;
}

const advance = (stream: Stream): void => {
  const event = stream.events[stream.next];
  if (event !== undefined) stream.time = Math.max(stream.time, event.end);
};

const digest = (events: readonly RawTraceEvent[]): string =>
  hash('sha256', events.map((event) => canonicalLine({ ...event, seq: 0 })).join('\n'));

const streamsOf = (sources: readonly (readonly RawTraceEvent[])[]): Stream[] => {
  const bySource = new Map<TraceSource, RawTraceEvent[][]>(traceSources.map((source) => [source, []]));
  for (const events of sources) {
    const own = new Map<TraceSource, RawTraceEvent[]>();
    for (const event of events) {
      const list = own.get(event.source);
      if (list === undefined) own.set(event.source, [event]);
      else list.push(event);
    }
    for (const [source, list] of own) bySource.get(source)?.push(list);
  }
  return [...bySource.values()]
    .flatMap((lists) => {
      if (lists.length < 2) return lists;
      // Which of two lists of one source comes first must not depend on the order in which they were given.
      const keyed = lists.map((list) => ({ list, key: digest(list) }));
      return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ list }) => list);
    })
    .map((events, rank) => ({ rank, events, next: 0, time: Number.NEGATIVE_INFINITY }));
};

/**
 * Merges what the sources recorded into one trace, numbered and chained. Each list stands in its recorder's order, which
 * is kept: an event counts as no earlier than the one recorded before it, whatever its clock says (its own times stay as
 * measured). Between lists, the one that ended first comes first; ties go to the source named first in `traceSources`.
 * Any permutation of the lists gives the same bytes.
 */
export const mergeEvents = (sources: readonly (readonly RawTraceEvent[])[]): TraceEvent[] => {
  const streams = streamsOf(sources);
  for (const stream of streams) advance(stream);
  const chain = new HashChain();
  const merged: TraceEvent[] = [];
  for (;;) {
    let first: Stream | undefined;
    for (const stream of streams) {
      if (stream.next < stream.events.length && (first === undefined || stream.time < first.time)) first = stream;
    }
    const event = first?.events[first.next];
    if (first === undefined || event === undefined) return merged;
    merged.push(chain.append(event));
    first.next += 1;
    advance(first);
  }
};
