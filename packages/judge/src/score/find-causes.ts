import type { Finding, Unit } from '@obey/schema';

const key = (step: string, item: string) => `${step}\u0000${item}`;

/** An unexercised unit with the finding (an index, or null) that was last emitted before it. */
export interface Consequence {
  readonly unit: Unit;
  readonly before: number | null;
}

/**
 * For each consequence the index of the finding that caused it: the one at the step and item that should have made the unit
 * possible, following such steps as are consequences themselves; else one at that step; else the nearest earlier one,
 * else the first; null when there is no finding.
 */
export function findCauses(findings: readonly Finding[], consequences: readonly Consequence[]): (number | null)[] {
  const exact = new Map<string, number>();
  const byStep = new Map<string, number>();
  findings.forEach((finding, index) => {
    const place = key(finding.step, finding.item);
    if (!exact.has(place)) exact.set(place, index);
    if (!byStep.has(finding.step)) byStep.set(finding.step, index);
  });
  const causeOfPlace = new Map<string, Unit['because']>();
  for (const { unit } of consequences) {
    const place = key(unit.step, unit.item);
    if (!causeOfPlace.has(place)) causeOfPlace.set(place, unit.because);
  }
  const known = new Map<string, number | undefined>();
  const resolve = (because: NonNullable<Unit['because']>): number | undefined => {
    const trail: string[] = [];
    let at: Unit['because'] = because;
    let found: number | undefined;
    while (at !== undefined) {
      const place = key(at.step, at.item);
      if (known.has(place)) {
        found = known.get(place);
        break;
      }
      known.set(place, undefined);
      trail.push(place);
      found = exact.get(place);
      if (found !== undefined) break;
      at = causeOfPlace.get(place);
    }
    for (const place of trail) known.set(place, found);
    return found;
  };
  const fallback = findings.length === 0 ? null : 0;
  return consequences.map(({ unit, before }) => {
    const owned = unit.because === undefined ? undefined : (resolve(unit.because) ?? byStep.get(unit.because.step));
    return owned ?? before ?? fallback;
  });
}
