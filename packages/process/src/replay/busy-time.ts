import type { ToolEvent } from '@obey/schema';
import { isAfter, later, type Point } from './point.js';
import type { ReplayRun, Span } from './replay-run.js';

/** Milliseconds since the trial began. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

export type BusyTimes =
  | { readonly kind: 'intervals'; readonly items: readonly (readonly Interval[])[]; readonly cites: number[] }
  | { readonly kind: 'batches'; readonly batches: readonly string[]; readonly cites: number[] }
  | { readonly kind: 'hidden' };

/**
 * When each item was being worked on: the service intervals of its requests up to its exit; where there are none, the
 * intervals of its tool calls or subagents; never the times of files. Without durations, the turns of its calls.
 */
export function busyTimes(run: ReplayRun, spans: readonly Span[]): BusyTimes {
  const { observable } = run.context;
  const served = spans.map((span) => requestIntervals(run, span));
  if (served.every(({ items }) => items.length > 0)) return intervals(served);
  const called = spans.map((span) => callsOf(run, span));
  const timed = called.map((calls) => ({
    items: calls.filter(({ start, end }) => end > start).map(({ start, end }) => ({ start, end })),
    cites: calls.map(({ seq }) => seq),
  }));
  if (observable.intervals && (timed.every(({ items }) => items.length > 0) || !observable.batches)) {
    return timed.some(({ items }) => items.length > 0) ? intervals(timed) : { kind: 'hidden' };
  }
  if (!observable.batches) return { kind: 'hidden' };
  const batches = called.map((calls, i) => calls[0]?.batch ?? `alone ${i}`);
  return { kind: 'batches', batches, cites: sortedCites(called.flat().map(({ seq }) => seq)) };
}

function requestIntervals(run: ReplayRun, span: Span): { items: Interval[]; cites: number[] } {
  const exit = span.exits.reduce<Point | undefined>((last, { point }) => later(last, point), undefined);
  const acts = span.acts.filter(
    ({ event }) =>
      exit === undefined || !isAfter({ time: event.start, seq: event.seq, source: event.source }, exit, run.index.lags),
  );
  return {
    items: acts
      .filter(({ event }) => event.end > event.start)
      .map(({ event }) => ({ start: event.start, end: event.end })),
    cites: acts.map(({ event }) => event.seq),
  };
}

/** The tool calls and subagents that produced a span's evidence. */
function callsOf(run: ReplayRun, { instances }: Span): { start: number; end: number; seq: number; batch?: string }[] {
  const calls = new Map<number, { start: number; end: number; seq: number; batch?: string }>();
  for (const { evidence } of instances) {
    for (const { event } of [...(evidence?.started ?? []), ...(evidence?.done ?? [])]) {
      const call = event.kind === 'file' ? run.index.callOf(event.path, event.start) : event;
      if (call === undefined || (call.kind !== 'tool' && call.kind !== 'agent')) continue;
      const batch = call.batch ?? turnOf(run, call);
      calls.set(call.seq, {
        start: call.start,
        end: call.end,
        seq: call.seq,
        ...(batch === undefined ? {} : { batch }),
      });
    }
  }
  return [...calls.values()];
}

/** What a subagent does was dispatched in the turn that started it. */
function turnOf(run: ReplayRun, call: Pick<ToolEvent, 'parent'>): string | undefined {
  return call.parent === undefined ? undefined : run.index.batchOf(call.parent);
}

function intervals(items: readonly { items: Interval[]; cites: number[] }[]): BusyTimes {
  return {
    kind: 'intervals',
    items: items.map(({ items: own }) => own),
    cites: sortedCites(items.flatMap(({ cites }) => cites)),
  };
}

function sortedCites(cites: readonly number[]): number[] {
  return [...new Set(cites)].sort((a, b) => a - b);
}
