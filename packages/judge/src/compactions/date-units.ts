import type { Dimension, Unit } from '@obey/schema';

const related: ReadonlySet<Dimension> = new Set(['ordering', 'parallelism', 'granularity', 'aggregation']);

/** Whether a unit relates several acts, or combines what others did: its evidence tells nothing of where the walk stood. */
const isRelation = ({ dimension, group, step }: Unit): boolean =>
  // Splitting into units is a step of its own, in the dimension of granularity.
  related.has(dimension) && !(dimension === 'granularity' && group === step);

const key = ({ step, item }: Unit) => `${step}\u0000${item}`;

/** Whether it rests on something that was not done: nothing is cited, or a decision after which nothing of a branch was done. */
const isLeftOut = ({ cites, decision }: Unit): boolean =>
  cites.length === 0 || (decision !== undefined && decision.informed === null);

/**
 * For each unit the `seq` of the event that decided it: the last that it cites. What was left out is decided when the walk
 * goes past it, with the first event of what comes next in the process and left evidence; infinite where nothing does, so
 * that it was still due at the end. The rule never looks at the credit. Linear in units and cites; `units` in the order of
 * the walk, as replay gives them.
 */
export function dateUnits(units: readonly Unit[]): number[] {
  const places = placesInWalk(units);
  const next = beginnings(units);
  return units.map((unit, index) => {
    const last = unit.cites.reduce((latest, seq) => Math.max(latest, seq), Number.NEGATIVE_INFINITY);
    if (!isLeftOut(unit)) return last;
    const place = places[index] ?? index;
    const there = units[place];
    // What relates a step that was done to one that was not is decided with the step.
    if (there !== undefined && place !== index && !isLeftOut(there)) return Math.max(...there.cites);
    return Math.max(last, next[place + 1] ?? Number.POSITIVE_INFINITY);
  });
}

/** For each unit the index at which its step stands in the walk: relations are emitted after it, aggregates after everything. */
function placesInWalk(units: readonly Unit[]): number[] {
  const seen = new Map<string, number>();
  return units.map((unit, index) => {
    const place = key(unit);
    if (!isRelation(unit)) {
      seen.set(place, index);
      return index;
    }
    const known = seen.get(place);
    if (known === undefined) seen.set(place, index);
    return known ?? index;
  });
}

/** For each index the first event of the next work in the walk that left any. Decisions cite what was done before them. */
function beginnings(units: readonly Unit[]): number[] {
  const next: number[] = Array.from({ length: units.length + 1 }, () => Number.POSITIVE_INFINITY);
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const unit = units[index];
    const isWork = unit !== undefined && unit.cites.length > 0 && !isRelation(unit);
    const begun = isWork && unit.dimension !== 'conditionality' ? Math.min(...unit.cites) : undefined;
    next[index] = begun ?? next[index + 1] ?? Number.POSITIVE_INFINITY;
  }
  return next;
}
