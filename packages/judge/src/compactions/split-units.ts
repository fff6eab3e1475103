import type { CompactionEvent, Scorecard, Unit } from '@obey/schema';
import { lossShare } from '../score/group-tally.js';
import { type ScoredUnits, type ScoreUnitsInput, scoreUnits } from '../score/score-units.js';
import { dateUnits } from './date-units.js';

export interface SplitUnitsInput {
  /** In the order of the walk. */
  readonly units: readonly Unit[];
  /** What they came to as a whole. */
  readonly scored: Pick<ScoredUnits, 'findingUnits' | 'consequenceUnits'>;
  readonly weights?: ScoreUnitsInput['weights'];
  /** In recorder order. */
  readonly compactions: readonly CompactionEvent[];
}

type Split = NonNullable<Scorecard['compactions']>;

/**
 * Units, findings and consequences by the number of compactions of the main agent that lay before each; undefined where
 * the session shows none. A part's obedience is that of its units alone, by the formula of the whole.
 */
export function splitUnits({ units, scored, weights, compactions }: SplitUnitsInput): Split | undefined {
  if (compactions.length === 0) return undefined;
  const own = compactions.filter(({ actor }) => actor === 'main');
  const dates = dateUnits(units);
  const partOf = new Map<Unit, number>();
  const parts: Unit[][] = Array.from({ length: own.length + 1 }, () => []);
  for (const [index, unit] of units.entries()) {
    if (!unit.observable) continue;
    const part = countBefore(own, dates[index] ?? Number.POSITIVE_INFINITY);
    partOf.set(unit, part);
    parts[part]?.push(unit);
  }
  const indices = (of: readonly Unit[], part: number) =>
    of.flatMap((unit, index) => (partOf.get(unit) === part ? [index] : []));
  return {
    events: own.map(({ seq, end, trigger, before, after }) => ({
      seq,
      at: end,
      ...(trigger === undefined ? {} : { trigger }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })),
    subagents: compactions.length - own.length,
    parts: parts.map((part, index) => ({
      compactions: index,
      units: part.length,
      earned: millionths(part.reduce((sum, unit) => sum + 1 - lossShare({ ...unit, weight: 1 }), 0)),
      obedience: part.length === 0 ? null : scoreUnits({ units: part, present: [], weights }).obedience,
      findings: indices(scored.findingUnits, index),
      consequences: indices(scored.consequenceUnits, index),
    })),
  };
}

/** How many compactions were recorded before an event. */
function countBefore(compactions: readonly CompactionEvent[], seq: number): number {
  let low = 0;
  let high = compactions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((compactions[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

const millionths = (value: number): number => Math.round(value * 1e6) / 1e6;
