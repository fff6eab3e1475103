import type { TraceSource, Unit } from '@obey/schema';

/** Damaged sources with what is wrong with each. */
export type Damaged = Readonly<Partial<Record<TraceSource, string | undefined>>>;

const names = /(?:\w+\.)?[A-Za-z]\w*(?:#\d+)?/g;

/**
 * Marks every unit as violated that rests on a promised source which is missing, truncated or unchained, so that destroying a
 * log never pays. A unit whose sources are not known, and one of parallelism where nothing but the harness has times, counts as
 * resting on all of them.
 */
export function distrustDamaged(
  units: readonly Unit[],
  damaged: Damaged,
  sourcesOfNodes: () => ReadonlyMap<string, ReadonlySet<TraceSource>>,
): readonly Unit[] {
  const broken = Object.entries(damaged).filter(([, reason]) => reason !== undefined) as [TraceSource, string][];
  if (broken.length === 0) return units;
  const sources = sourcesOfNodes();
  const reasons = new Map<string, string | undefined>();
  const reasonFor = (unit: Unit): string | undefined => {
    const place = `${unit.dimension} ${unit.group} ${unit.step}`;
    if (!reasons.has(place)) {
      const rests = new Set<TraceSource>();
      for (const name of `${unit.group} ${unit.step}`.match(names) ?? []) {
        for (const source of sources.get(name) ?? []) rests.add(source);
      }
      const timed = unit.dimension === 'parallelism' || unit.dimension === 'granularity';
      if (timed && !rests.has('service')) rests.add('harness');
      const hit = broken.find(([source]) => rests.size === 0 || rests.has(source));
      reasons.set(place, hit === undefined ? undefined : `the ${hit[0]} record is damaged: ${hit[1]}`);
    }
    return reasons.get(place);
  };
  return units.map((unit) => {
    const seen = reasonFor(unit);
    if (seen === undefined) return unit;
    const { because: _, ...rest } = unit;
    return { ...rest, credit: 0, exercised: true, observable: true, code: 'source-damaged', seen };
  });
}
