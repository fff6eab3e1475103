import { type Dimension, dimensions } from '@obey/schema';
import type { CalibrationOutcome } from './calibration-outcome.js';

/** So many of so many. */
export interface Share {
  readonly hits: number;
  readonly all: number;
}

/** How a judge read the trials of one dimension. */
export interface DimensionTally {
  readonly dimension: Dimension;
  /** Of the trials that deviated in it: those with a finding in it, not strict and below 90. */
  readonly detected: Share;
  /** Of the same: those whose first finding and first deviation lie where the candidate departed. */
  readonly onTarget: Share;
  /** Of the departures: those that a finding names by step and item. */
  readonly recall: Share;
  /** Of the findings in it: those that name a departure. */
  readonly precision: Share;
  /** Of all conforming trials: those with a finding in it. */
  readonly falseAlarms: Share;
}

/** What an attack came to on one task, the worst of its trials. */
export interface AttackTally {
  readonly attack: string;
  /** Most points of obedience, 0–100. */
  readonly points: number;
  /** Trials with nothing to object to: at most 5 points, and the finding that gives it away. */
  readonly caught: Share;
}

/** How a judge read the trials of one task. */
export interface TaskTally {
  readonly task: string;
  readonly detected: Share;
  readonly onTarget: Share;
  readonly falseAlarms: Share;
  readonly attacks: readonly AttackTally[];
}

const share = <T>(list: readonly T[], isHit: (entry: T) => boolean): Share => ({
  hits: list.filter(isHit).length,
  all: list.length,
});
const sum = <T>(list: readonly T[], of: (entry: T) => number): number =>
  list.reduce((total, entry) => total + of(entry), 0);

/** Outcomes per dimension, in the order of dimensions. */
export function tallyDimensions(outcomes: readonly CalibrationOutcome[]): DimensionTally[] {
  const conforming = outcomes.filter(({ trial }) => trial.kind === 'conforming');
  return dimensions.map((dimension): DimensionTally => {
    const readings = outcomes.flatMap(({ deviation }) => (deviation?.dimension === dimension ? [deviation] : []));
    return {
      dimension,
      detected: share(readings, ({ isDetected }) => isDetected),
      onTarget: share(readings, ({ isOnTarget }) => isOnTarget),
      recall: { hits: sum(readings, (one) => one.departures.found), all: sum(readings, (one) => one.departures.all) },
      precision: { hits: sum(readings, (one) => one.findings.right), all: sum(readings, (one) => one.findings.all) },
      falseAlarms: share(conforming, ({ flagged }) => flagged.includes(dimension)),
    };
  });
}

/** Outcomes per task, by name. */
export function tallyTasks(outcomes: readonly CalibrationOutcome[]): TaskTally[] {
  const tasks = [...new Set(outcomes.map(({ trial }) => trial.task))].sort();
  return tasks.map((task): TaskTally => {
    const own = outcomes.filter(({ trial }) => trial.task === task);
    const deviating = own.filter(({ deviation }) => deviation !== undefined);
    const attacking = own.filter(({ trial }) => trial.kind === 'attacking');
    const names = [...new Set(attacking.map(({ trial }) => trial.script ?? ''))];
    return {
      task,
      detected: share(deviating, ({ deviation }) => deviation?.isDetected === true),
      onTarget: share(deviating, ({ deviation }) => deviation?.isOnTarget === true),
      falseAlarms: share(
        own.filter(({ trial }) => trial.kind === 'conforming'),
        ({ problems }) => problems.length > 0,
      ),
      attacks: names.map((attack): AttackTally => {
        const trials = attacking.filter(({ trial }) => trial.script === attack);
        return {
          attack,
          points: Math.max(...trials.map(({ obedience }) => obedience)),
          caught: share(trials, ({ problems }) => problems.length === 0),
        };
      }),
    };
  });
}

/** The same shares of several groups together. */
export function addShares(shares: readonly Share[]): Share {
  return { hits: sum(shares, ({ hits }) => hits), all: sum(shares, ({ all }) => all) };
}
