import type { Scorecard, Unit } from '@obey/schema';
import { isObeyed } from '../score/is-obeyed.js';
import { comparePrecedence } from '../score/precedence.js';

export interface TraceClock {
  /** Start of the event with this `seq` in ms; undefined when there is none. */
  readonly at: (seq: number) => number | undefined;
  readonly start: number;
  readonly end: number;
}

interface Moment {
  readonly at: number;
  readonly seq: number;
}

/** Of what a unit cites, the event that was recorded first, or the one that began last. */
function cited(unit: Unit, clock: TraceClock, which: 'first' | 'last'): Moment | undefined {
  let found: Moment | undefined;
  for (const seq of unit.cites) {
    const at = clock.at(seq);
    if (at === undefined) continue;
    if (found === undefined || (which === 'first' ? seq < found.seq : at > found.at)) found = { at, seq };
  }
  return found;
}

/** What relates several acts went wrong with the first of them: what came too soon, or what nothing overlapped. */
const relations = new Set(['ordering', 'parallelism']);

/**
 * The violation that happened first, ties by precedence: an act where it began, a relation where the first of its acts did.
 * What was left out stands where the walk before it was last seen, and has no `seq`. Null when nothing was violated.
 */
export function firstDeviation(units: readonly Unit[], clock: TraceClock): Scorecard['firstDeviation'] {
  let walked: number | undefined;
  let best: { unit: Unit; at: number | undefined; seq: number | null } | undefined;
  for (const unit of units) {
    if (!unit.observable || !unit.exercised) continue;
    if (isObeyed(unit)) {
      const last = cited(unit, clock, 'last');
      if (last !== undefined && (walked === undefined || last.at > walked)) walked = last.at;
      continue;
    }
    const moment = cited(unit, clock, relations.has(unit.dimension) ? 'first' : 'last');
    const at = moment?.at ?? walked;
    const before = (at ?? Number.NEGATIVE_INFINITY) - (best?.at ?? Number.NEGATIVE_INFINITY);
    const first = best === undefined || before < 0;
    if (first || (best !== undefined && !(before > 0) && comparePrecedence(unit.dimension, best.unit.dimension) < 0)) {
      best = { unit, at, seq: moment?.seq ?? null };
    }
  }
  if (best === undefined) return null;
  const { unit, at, seq } = best;
  const length = clock.end - clock.start;
  const share = at === undefined ? null : length <= 0 ? 0 : Math.min(1, Math.max(0, (at - clock.start) / length));
  return { code: unit.code, step: unit.step, item: unit.item, seq, at: at ?? null, share };
}
