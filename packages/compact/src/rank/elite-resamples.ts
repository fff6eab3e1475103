import { deriveSeed } from '../generate/derive-seed.js';
import { byCodePoint } from '../json/json-text.js';
import type { CaseResult } from '../results/results-event.js';
import { distinctCases, type RunResult } from '../results/run-result.js';
import { commonCases, drawCases, estimateOf, type Interval, resampleCases, spread } from './case-bootstrap.js';
import { eliteScore } from './elite-score.js';
import type { Tier } from './tier.js';

/** A run and the tier that its elite score is of. */
export interface Competitor {
  readonly run: RunResult;
  readonly tier: Tier;
}

interface Resampled {
  readonly values: Float64Array;
  readonly estimate: number;
}

/**
 * Elite scores of resampled cases. What is drawn hangs on the names of the cases alone: runs on the same cases share their
 * draws, so that each is resampled once however many it is compared with, and no run moves the interval of another.
 */
export class EliteResamples {
  private readonly cases = new Map<RunResult, readonly CaseResult[]>();
  private readonly draws = new Map<string, Uint32Array>();
  private readonly resampled = new Map<RunResult, Map<string, Resampled>>();

  constructor(private readonly resamples?: number) {}

  /** The 95 % interval of a run's elite score; null for fewer than two cases. */
  interval(one: Competitor): Interval | null {
    const cases = this.casesOf(one.run);
    if (cases.length < 2) return null;
    const { values, estimate } = this.resample(one, cases);
    return spread(values, estimate, cases.length);
  }

  /** That of the difference of two elite scores over the cases that both have; null for fewer than two. */
  difference(a: Competitor, b: Competitor): Interval | null {
    const [mine, others] = commonCases(this.casesOf(a.run), this.casesOf(b.run));
    if (mine.length < 2) return null;
    const [left, right] = [this.resample(a, mine), this.resample(b, others)];
    const values = left.values.map((value, index) => value - (right.values[index] ?? 0));
    return spread(values, left.estimate - right.estimate, mine.length);
  }

  private casesOf(run: RunResult): readonly CaseResult[] {
    const known = this.cases.get(run);
    if (known !== undefined) return known;
    const sorted = distinctCases(run.cases).sort((a, b) => byCodePoint(a.case_id, b.case_id));
    this.cases.set(run, sorted);
    return sorted;
  }

  private resample({ run, tier }: Competitor, cases: readonly ResampledCase[]): Resampled {
    const names = JSON.stringify(cases.map(({ case_id }) => case_id));
    const ofRun = this.resampled.get(run) ?? new Map<string, Resampled>();
    this.resampled.set(run, ofRun);
    const key = `${tier} ${names}`;
    const known = ofRun.get(key);
    if (known !== undefined) return known;
    const statistic = (aggregate: Parameters<typeof eliteScore>[0]) => eliteScore(aggregate, tier);
    const draws = this.drawsOf(names, cases.length);
    const made = { values: resampleCases(cases, statistic, draws), estimate: estimateOf(cases, statistic) };
    ofRun.set(key, made);
    return made;
  }

  private drawsOf(names: string, count: number): Uint32Array {
    const known = this.draws.get(names);
    if (known !== undefined) return known;
    const seed = deriveSeed(0n, names);
    const made = drawCases(count, { seed, ...(this.resamples === undefined ? {} : { resamples: this.resamples }) });
    this.draws.set(names, made);
    return made;
  }
}

type ResampledCase = Parameters<typeof resampleCases>[0][number] & { readonly case_id: string };
