import type { TraceSource } from '@obey/schema';

/** A moment in the trace: when, by whose clock, and the event that shows it. */
export interface Point {
  readonly time: number;
  readonly seq: number;
  readonly source: TraceSource;
}

/** Measured lag of each source in ms. */
export type Lags = Readonly<Partial<Record<TraceSource, number>>>;

/**
 * How far two sources' times may differ for the same moment, in ms. The recorder writes a marker before a service answers
 * and waits for it, so that files and requests stand in their true order whatever the lag of file events is.
 */
export function slackBetween(a: TraceSource, b: TraceSource, lags: Lags): number {
  if (a === b || (a !== 'harness' && b !== 'harness')) return 0;
  return (lags[a] ?? 0) + (lags[b] ?? 0);
}

/**
 * Whether `a` lies after `b` beyond doubt. Within one source its own order decides, ties by recorder sequence; across
 * sources order means something only beyond their slack.
 */
export function isAfter(a: Point, b: Point, lags: Lags): boolean {
  if (a.source === b.source) return a.time > b.time || (a.time === b.time && a.seq > b.seq);
  return a.time > b.time + slackBetween(a.source, b.source, lags);
}

/** The later of two points by time, ties by sequence; undefined counts as the beginning. */
export function later(a: Point | undefined, b: Point | undefined): Point | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return b.time > a.time || (b.time === a.time && b.seq > a.seq) ? b : a;
}

/** The earlier of two points by time, ties by sequence; undefined counts as never. */
export function earlier(a: Point | undefined, b: Point | undefined): Point | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return later(a, b) === b ? a : b;
}
