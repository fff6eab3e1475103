import type { ForEachNode, ParallelNode } from '../ast.js';
import { busyTimes, type Interval } from './busy-time.js';
import type { Frame, ReplayRun, Span } from './replay-run.js';
import { firstStep } from './unreached.js';

/** One item of a region, or one branch of a `parallel`. */
export interface RegionPart {
  readonly key: string;
  readonly span: Span;
}

/**
 * Whether the items of a region overlapped as asked. Parallel: saved = Σ busy − length of the union, savable = Σ busy −
 * the longest item's busy (or Σ busy / the harness's cap, if longer), credit = min(1, 3·saved / savable), so that a pool
 * of two is parallel and one after another is 0. Sequential: 1 − the share of its time covered by two or more.
 */
export function emitRegion(
  run: ReplayRun,
  node: ForEachNode | ParallelNode,
  frame: Frame,
  parts: readonly RegionPart[],
): void {
  const mode = node.type === 'parallel' ? 'parallel' : node.mode;
  const due = parts.filter(({ span }) => span.due);
  if (mode === 'any' || due.length < 2) return;
  run.present.add('parallelism');
  const present = due.filter(({ span }) => isPresent(span));
  const block = node.type === 'parallel' ? node.branches.flat() : node.do;
  const unit = {
    dimension: 'parallelism' as const,
    group: node.id,
    step: firstStep(block)?.step ?? '',
    item: frame.key,
    weight: 1,
    code: mode === 'parallel' ? 'not-parallel' : 'not-sequential',
    due: mode === 'parallel' ? 'overlapping' : 'one after another',
  };
  if (present.length < 2) {
    if (due.some(({ span }) => sharesAct(span))) return;
    const because = due.find(({ span }) => span.missing !== undefined)?.span.missing;
    const cause = because === undefined ? {} : { because };
    run.emit({
      ...unit,
      credit: 0,
      exercised: false,
      observable: true,
      seen: `${present.length} of ${due.length} present`,
      cites: [],
      ...cause,
    });
    return;
  }
  const busy = busyTimes(
    run,
    present.map(({ span }) => span),
  );
  if (busy.kind === 'hidden') {
    run.emit({ ...unit, credit: 0, exercised: true, observable: false, seen: 'no durations', cites: [] });
    return;
  }
  const { credit, seen } =
    busy.kind === 'batches' ? batchCredit(run, mode, busy.batches) : overlapCredit(run, mode, busy.items);
  run.emit({ ...unit, credit, exercised: true, observable: true, seen, cites: busy.cites });
}

/** Present and with acts of its own: the others belong to completeness and granularity. */
function isPresent(span: Span): boolean {
  return span.missing === undefined && span.exits.some(({ groundless }) => groundless !== true) && !sharesAct(span);
}

function sharesAct({ instances }: Span): boolean {
  return instances.some(({ evidence }) => evidence?.shared === true);
}

function overlapCredit(run: ReplayRun, mode: 'parallel' | 'sequential', items: readonly (readonly Interval[])[]) {
  const lengths = items.map((intervals) => covered(intervals, 1));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const merged = items.flatMap((intervals) => union(intervals));
  const once = covered(merged, 1);
  const seen = `${share(total - once, total)} of the busy time overlaps`;
  if (mode === 'sequential') return { credit: once === 0 ? 1 : 1 - covered(merged, 2) / once, seen };
  const { concurrencyCap } = run.context;
  const longest = Math.max(...lengths, concurrencyCap === undefined ? 0 : total / concurrencyCap);
  const savable = total - longest;
  return { credit: savable <= 0 ? 1 : Math.min(1, Math.max(0, (3 * (total - once)) / savable)), seen };
}

/** Without durations: the turns in which the calls were dispatched. */
function batchCredit(run: ReplayRun, mode: 'parallel' | 'sequential', batches: readonly string[]) {
  const turns = new Set(batches).size;
  const saved = batches.length - turns;
  const seen = `dispatched in ${turns} turns for ${batches.length} items`;
  if (mode === 'sequential') return { credit: 1 - saved / batches.length, seen };
  const savable = batches.length - Math.max(1, batches.length / (run.context.concurrencyCap ?? batches.length));
  return { credit: savable <= 0 ? 1 : Math.min(1, (3 * saved) / savable), seen };
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Math.round((100 * part) / whole)} %`;
}

/** The union of intervals as disjoint ones in time order. */
function union(intervals: readonly Interval[]): Interval[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Length of the time that at least `depth` of the intervals cover, in ms. */
function covered(intervals: readonly Interval[], depth: number): number {
  const edges = intervals.flatMap(({ start, end }) => [
    { at: start, step: 1 },
    { at: end, step: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at || a.step - b.step);
  let open = 0;
  let length = 0;
  let previous = 0;
  for (const { at, step } of edges) {
    if (open >= depth) length += at - previous;
    open += step;
    previous = at;
  }
  return length;
}
