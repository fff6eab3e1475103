import type { TraceSource } from '@obey/schema';
import { type Lags, type Point, slackBetween } from './point.js';
import type { Entry, Frame, Mark, ReplayRun, Span } from './replay-run.js';

/** The exits of a span by source, in time order, so that the late ones are found without looking at each. */
type SortedExits = ReadonlyMap<TraceSource, readonly Mark[]>;

/**
 * The boundary between two neighbours that have something due: one unit for each entry of `b` after `a`. With `late` the
 * share of a's present exits not ended when the entry begins, its credit is 1 if late = 0, else 0.5·(1 − late).
 */
export function emitBoundary(run: ReplayRun, a: Span, aId: string, b: Span, bId: string, frame: Frame): void {
  if (frame.silent) return;
  const entries = b.entries.filter(({ decided }) => !decided);
  if (entries.length === 0) return;
  const exits = a.exits.filter(({ groundless }) => groundless !== true);
  const sorted = sortExits(exits);
  const hidden = a.exits.length === 0 && a.entries.length > 0 && a.entries.every(({ observable }) => !observable);
  for (const entry of entries) emitEntry(run, { group: `${aId}→${bId}`, a, exits, sorted, hidden }, entry);
}

interface Left {
  readonly group: string;
  readonly a: Span;
  /** Those whose order means anything: work from nothing shows none. */
  readonly exits: readonly Mark[];
  readonly sorted: SortedExits;
  /** Whether nothing of what went before can be seen. */
  readonly hidden: boolean;
}

function emitEntry(run: ReplayRun, { group, a, exits, sorted, hidden }: Left, entry: Entry): void {
  const { point, step, item } = entry;
  const observable = entry.observable && !hidden;
  const before = exits.at(-1)?.step ?? a.exits.at(-1)?.step ?? a.entries.at(-1)?.step ?? '';
  const unit = {
    dimension: 'ordering' as const,
    group,
    step,
    item,
    weight: 1,
    observable,
    code: 'out-of-order',
    due: `after ${before}`,
  };
  const late = point === undefined ? { count: 0, cites: [] } : lateExits(sorted, point, run.index.lags);
  if (point === undefined || exits.length === 0 || (entry.groundless === true && late.count === 0)) {
    const isOwn = point === undefined || exits.length > 0;
    const because = isOwn ? { step, item } : (a.missing ?? { step: before, item: '' });
    run.emit({
      ...unit,
      credit: 0,
      exercised: !observable,
      seen: point === undefined ? 'never began' : isOwn ? 'began from nothing' : `${before} is missing`,
      cites: [],
      because,
    });
    return;
  }
  const share = late.count / exits.length;
  const cites = [...new Set([...late.cites, point.seq])].sort((x, y) => x - y);
  run.emit({
    ...unit,
    credit: share === 0 ? 1 : 0.5 * (1 - share),
    exercised: true,
    seen: share === 0 ? 'in order' : `began before ${late.count} of ${exits.length} had ended`,
    cites,
  });
}

function sortExits(exits: readonly Mark[]): SortedExits {
  const sorted = new Map<TraceSource, Mark[]>();
  for (const exit of exits) {
    const list = sorted.get(exit.point.source);
    if (list === undefined) sorted.set(exit.point.source, [exit]);
    else list.push(exit);
  }
  for (const list of sorted.values()) list.sort((a, b) => a.point.time - b.point.time || a.point.seq - b.point.seq);
  return sorted;
}

/** How many exits lie after an entry, and the ones that show it: the last of each source, and the first late one. */
function lateExits(sorted: SortedExits, entry: Point, lags: Lags): { count: number; cites: number[] } {
  let count = 0;
  const cites: number[] = [];
  for (const [source, exits] of sorted) {
    const slack = slackBetween(source, entry.source, lags);
    const isLate = ({ point }: Mark) =>
      point.time > entry.time + slack ||
      (source === entry.source && point.time === entry.time && point.seq > entry.seq);
    let low = 0;
    let high = exits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isLate(exits[middle] as Mark)) high = middle;
      else low = middle + 1;
    }
    count += exits.length - low;
    const shown = [exits[low], exits.at(-1)].filter((mark) => mark !== undefined);
    cites.push(...shown.map(({ point }) => point.seq));
  }
  return { count, cites };
}
