import type { DimensionScore, Unit } from '@obey/schema';
import { groupCredit } from './group-credit.js';
import { addToTally, emptyTally, type GroupTally, lossShare } from './group-tally.js';
import { isObeyed } from './is-obeyed.js';
import { toMillionths, toPercent, wholePercent } from './percent.js';
import { sharePoints } from './share-points.js';

export interface ScoredDimension {
  readonly score: DimensionScore;
  /** The units that lost anything, in the order given, with what each costs in millionths of a point; they add up to 100 − earned. */
  readonly losses: readonly { readonly unit: Unit; readonly millionths: number }[];
}

/**
 * One dimension from its observable units (at least one).
 *
 * Groups weigh 1 + log10(their units). Fidelity weighs each group by that times its coverage, so that
 * earned = fidelity · coverage wherever credits are plain rates; a group of decisions over both classes may differ,
 * because an unexercised decision counts as wrong within its class.
 */
export function scoreDimension(units: readonly Unit[]): ScoredDimension {
  const tallies = new Map<string, GroupTally>();
  for (const unit of units) {
    const tally = tallies.get(unit.group) ?? emptyTally(unit.group);
    if (tally.count === 0) tallies.set(unit.group, tally);
    addToTally(tally, unit);
  }
  let weights = 0;
  let earned = 0;
  let covered = 0;
  let faithful = 0;
  const perLoss = new Map<string, number>();
  for (const tally of tallies.values()) {
    const weight = 1 + Math.log10(tally.count);
    const credit = groupCredit(tally);
    weights += weight;
    earned += weight * credit.earned;
    covered += weight * credit.coverage;
    faithful += weight * credit.coverage * (credit.fidelity ?? 0);
    perLoss.set(tally.group, tally.loss === 0 ? 0 : (weight * (1 - credit.earned)) / tally.loss);
  }
  const lost = units.filter((unit) => !isObeyed(unit));
  const exercised = units.filter((unit) => unit.exercised);
  const whole = toMillionths(earned / weights, lost.length === 0);
  const points = sharePoints(
    lost.map((unit) => lossShare(unit) * (perLoss.get(unit.group) ?? 0)),
    wholePercent - whole,
  );
  return {
    score: {
      fidelity: exercised.length === 0 ? null : toPercent(toMillionths(faithful / covered, exercised.every(isObeyed))),
      coverage: toPercent(toMillionths(covered / weights, exercised.length === units.length)),
      earned: toPercent(whole),
    },
    losses: lost.map((unit, index) => ({ unit, millionths: points[index] ?? 0 })),
  };
}
