import { type Dimension, type DimensionScore, defaultWeights, dimensions, type Finding, type Unit } from '@obey/schema';
import { type Consequence, findCauses } from './find-causes.js';
import { isObeyed } from './is-obeyed.js';
import { toPercent } from './percent.js';
import { comparePrecedence } from './precedence.js';
import { scoreDimension } from './score-dimension.js';

export interface ScoreUnitsInput {
  readonly units: readonly Unit[];
  /** The dimensions that the instance can make due; those of the units join them. */
  readonly present: readonly Dimension[];
  /** In place of the default weights, all above 0. */
  readonly weights?: Readonly<Partial<Record<Dimension, number | undefined>>> | undefined;
}

export interface ScoredUnits {
  readonly dimensions: Partial<Record<Dimension, DimensionScore>>;
  /** Number of units that counted, per dimension. */
  readonly units: Partial<Record<Dimension, number>>;
  /** By precedence of their dimensions, then in the order of the walk. */
  readonly findings: readonly Finding[];
  readonly consequences: readonly Finding[];
  /** The unit of each finding, and of each consequence that has one: those of absent dimensions come last and have none. */
  readonly findingUnits: readonly Unit[];
  readonly consequenceUnits: readonly Unit[];
  /** 0–1. */
  readonly obedience: number;
  /** Whether every unit that was promised is obeyed, and there is one. */
  readonly obeyed: boolean;
  /** Share of the due units that the promised sources can show, 0–1. */
  readonly observable: number;
}

interface Loss {
  readonly unit: Unit;
  readonly millionths: number;
}

const toFinding = ({ unit, millionths }: Loss): Finding => ({
  code: unit.code,
  dimension: unit.dimension,
  step: unit.step,
  item: unit.item,
  due: unit.due,
  seen: unit.seen,
  cites: unit.cites,
  points: toPercent(millionths),
});

const absent = (dimension: Dimension, cause: number | null): Finding => ({
  code: 'never-due',
  dimension,
  step: '',
  item: '',
  due: 'part of this instance',
  seen: 'nothing that it could be judged on',
  cites: [],
  points: 100,
  cause,
});

/**
 * Units → dimensions, findings, obedience (scoring.md, "Dimensions", "One number", "Findings"). Linear in the units.
 * Units that are not observable leave numerator and denominator; a dimension of which nothing is observable is left out.
 */
export function scoreUnits({ units, present, weights }: ScoreUnitsInput): ScoredUnits {
  const byDimension = new Map<Dimension, Unit[]>();
  const unobservable = new Set<Dimension>();
  let shown = 0;
  for (const unit of units) {
    if (!unit.observable) {
      unobservable.add(unit.dimension);
      continue;
    }
    shown += 1;
    const list = byDimension.get(unit.dimension);
    if (list === undefined) byDimension.set(unit.dimension, [unit]);
    else list.push(unit);
  }

  const scores: Partial<Record<Dimension, DimensionScore>> = {};
  const counts: Partial<Record<Dimension, number>> = {};
  const lost = new Map<Unit, number>();
  const empty: Dimension[] = [];
  let weighed = 0;
  let weight = 0;
  let obeyed = shown > 0;
  for (const dimension of dimensions) {
    const list = byDimension.get(dimension);
    if (list === undefined && (!present.includes(dimension) || unobservable.has(dimension))) continue;
    const share = weights?.[dimension] ?? defaultWeights[dimension];
    weight += share;
    counts[dimension] = list?.length ?? 0;
    if (list === undefined) {
      scores[dimension] = { fidelity: null, coverage: 0, earned: 0 };
      empty.push(dimension);
      obeyed = false;
      continue;
    }
    const { score, losses } = scoreDimension(list);
    scores[dimension] = score;
    weighed += share * score.earned;
    if (losses.length > 0) obeyed = false;
    for (const { unit, millionths } of losses) lost.set(unit, millionths);
  }

  const { findings, consequences, findingUnits, consequenceUnits } = explainLosses(units, lost);
  const cause = findings.length === 0 ? null : 0;
  return {
    dimensions: scores,
    units: counts,
    findings,
    consequences: [...consequences, ...empty.map((dimension) => absent(dimension, cause))],
    findingUnits,
    consequenceUnits,
    obedience: weight === 0 ? 0 : obeyed ? 1 : weighed / weight / 100,
    obeyed,
    observable: units.length === 0 ? 1 : shown / units.length,
  };
}

/** Violations become findings by precedence; what could not be exercised becomes consequences that name them. */
function explainLosses(
  units: readonly Unit[],
  lost: ReadonlyMap<Unit, number>,
): Pick<ScoredUnits, 'findings' | 'consequences' | 'findingUnits' | 'consequenceUnits'> {
  const violated: Loss[] = [];
  const unexercised: { loss: Loss; before: number | null }[] = [];
  for (const unit of units) {
    const millionths = lost.get(unit);
    if (millionths === undefined || isObeyed(unit)) continue;
    if (unit.exercised) violated.push({ unit, millionths });
    else unexercised.push({ loss: { unit, millionths }, before: violated.length === 0 ? null : violated.length - 1 });
  }
  const order = violated
    .map((loss, index) => ({ loss, index }))
    .sort((a, b) => comparePrecedence(a.loss.unit.dimension, b.loss.unit.dimension) || a.index - b.index);
  const placeOf = new Map(order.map(({ index }, place) => [index, place]));
  const findings = order.map(({ loss }) => toFinding(loss));
  const asked: Consequence[] = unexercised.map(({ loss, before }) => ({
    unit: loss.unit,
    before: before === null ? null : (placeOf.get(before) ?? null),
  }));
  const causes = findCauses(findings, asked);
  const caused = unexercised
    .map(({ loss }, index) => ({ unit: loss.unit, finding: { ...toFinding(loss), cause: causes[index] ?? null } }))
    .sort((a, b) => comparePrecedence(a.unit.dimension, b.unit.dimension));
  return {
    findings,
    consequences: caused.map(({ finding }) => finding),
    findingUnits: order.map(({ loss }) => loss.unit),
    consequenceUnits: caused.map(({ unit }) => unit),
  };
}
