import type { Result, Scorecard } from '@obey/schema';

/** What of a result is the same whenever the same candidate does the same, whatever the machine and the hour. */
export interface ComparableResult {
  readonly task: string;
  readonly version: string;
  readonly candidate: string;
  readonly trial: number;
  readonly seed: number;
  readonly level: string;
  readonly status: string;
  readonly exit: number | null;
  readonly scorecard: ComparableScorecard | null;
}

type ComparableScorecard = Pick<
  Scorecard,
  'score' | 'obedience' | 'strict' | 'correctness' | 'observable' | 'dimensions' | 'units'
> & {
  readonly findings: readonly string[];
  readonly consequences: readonly string[];
  readonly integrity: readonly string[];
  readonly checks: readonly string[];
};

/**
 * Reduces a result to what two runs of one plan must agree on: ids, times, tokens, secrets and everything that rests
 * on them (event numbers, hashes, wording that quotes a time) are left out. Two runs are the same run when their
 * comparable results, sorted by `resultKey`, are equal.
 */
export function comparable(result: Result): ComparableResult {
  const { record, scorecard } = result;
  return {
    task: result.task,
    version: record.version,
    candidate: result.candidate,
    trial: result.trial,
    seed: record.seed,
    level: record.level,
    status: record.status,
    exit: record.exit,
    scorecard: scorecard === null ? null : comparableScorecard(scorecard),
  };
}

function comparableScorecard(card: Scorecard): ComparableScorecard {
  return {
    score: card.score,
    obedience: card.obedience,
    strict: card.strict,
    correctness: card.correctness,
    observable: card.observable,
    dimensions: card.dimensions,
    units: card.units,
    findings: card.findings.map(nameOf).sort(),
    consequences: card.consequences.map(nameOf).sort(),
    integrity: card.integrity.map((finding) => finding.code).sort(),
    checks: card.checks.map((check) => `${check.id} ${check.item} ${check.passed}`).sort(),
  };
}

const nameOf = (finding: Scorecard['findings'][number]): string =>
  [finding.code, finding.dimension, finding.step, finding.item, finding.points].join(' ');
