import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMersenneTwister } from '../generate/mersenne-twister.js';
import type { CaseResult } from '../results/results-event.js';
import type { RunResult } from '../results/run-result.js';
import { aggregateCases } from '../score/aggregate.js';
import { bootstrapInterval, estimateOf, pairedInterval } from './case-bootstrap.js';
import { rankRuns } from './rank-runs.js';

const seeded = (seed: bigint) => {
  const random = createMersenneTwister(seed);
  return () => random.float();
};

const caseOf = (id: number, score: number, ratio = 4): CaseResult => ({
  case_id: `t_v1:s${id}:deasy`,
  template_key: 't_v1',
  seed: BigInt(id),
  cycles: [
    {
      cycle_number: 0,
      scorecard: {
        cycle_number: 0,
        cycle_score: score,
        penalized_cycle_score: score,
        contradiction_rate: 0,
        compression_ratio: ratio,
        item_scores: [
          { item_key: 'a', item_type: 'locked_decision_retention', score, weight: 3, check_type: 'exact', details: {} },
        ],
      },
      drift_delta: null,
      latency_ms: null,
      token_usage: null,
    },
  ],
  case_score: score,
  drift_resistance: 1,
  token_usage: null,
});

describe('bootstrapInterval', () => {
  it('covers the mean of a normal sample about 95 times in 100', () => {
    const random = seeded(7n);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const trials = process.env.OBEY_FULL === '1' ? 2000 : 120;
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const cases = Array.from({ length: 25 }, (_, id) => caseOf(id, 0.5 + 0.1 * normal()));
      const [low, high] = bootstrapInterval(cases, (of) => of.overall_score, {
        seed: BigInt(trial),
        resamples: 300,
      }) ?? [1, 0];
      if (low <= 0.5 && 0.5 <= high) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.88);
    expect(covered / trials).toBeLessThan(0.99);
  });

  it('says nothing of one case, and holds every value of equal ones', () => {
    const options = { seed: 1n, resamples: 50 };
    expect(bootstrapInterval([caseOf(1, 1)], (of) => of.overall_score, options)).toBeNull();
    const equal = [caseOf(1, 0.5), caseOf(2, 0.5)];
    expect(bootstrapInterval(equal, (of) => of.overall_score, options)).toEqual([0.5, 0.5]);
    expect(bootstrapInterval(equal, (of) => of.compression_ratio, options)).toEqual([4, 4]);
  });

  it('lies around the aggregate it is of', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 }), (scores) => {
        const cases = scores.map((score, id) => caseOf(id, score));
        const options = { seed: 3n, resamples: 400 };
        const [low, high] = bootstrapInterval(cases, (of) => of.overall_score, options) ?? [1, 0];
        const { overall_score } = aggregateCases(cases, 'obey-1');
        expect(low).toBeLessThanOrEqual(overall_score + 1e-9);
        expect(high).toBeGreaterThanOrEqual(overall_score - 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('is not lifted by one empty artifact among raw copies', () => {
    const copies = Array.from({ length: 19 }, (_, id) => caseOf(id, 1, 1));
    const options = { seed: 1n, resamples: 400 };
    const [, high] = bootstrapInterval([...copies, caseOf(19, 0, 454)], (of) => of.compression_ratio, options) ?? [
      0, 9,
    ];
    expect(high).toBeLessThan(1.5);
  });

  it('takes the cases as they are for what the profile makes of them', () => {
    const cases = [0.1, 0.5, 0.75].map((score, id) => caseOf(id, score, 2 + id));
    const aggregate = aggregateCases(cases, 'obey-1');
    for (const name of Object.keys(aggregate) as (keyof typeof aggregate)[]) {
      expect([name, estimateOf(cases, (of) => of[name])]).toEqual([name, expect.closeTo(aggregate[name], 12)]);
    }
  });

  it('pairs what both runs have: a constant difference is certain, whatever the cases vary', () => {
    const a = [0.1, 0.5, 0.9].map((score, id) => caseOf(id, score));
    const b = [0.05, 0.45, 0.85, 1].map((score, id) => caseOf(id, score));
    const overall = (of: { overall_score: number }) => of.overall_score;
    const options = { seed: 5n, resamples: 200, statistics: [overall, overall] } as const;
    const [low, high] = pairedInterval(a, b, options) ?? [0, 0];
    expect([low, high].map((end) => end.toFixed(9))).toEqual(['0.050000000', '0.050000000']);
    expect(pairedInterval(a, b.slice(2), options)).toBeNull();
  });
});

describe('rankRuns', () => {
  const run = (method_name: string, scores: readonly number[], more: Partial<RunResult> = {}): RunResult => {
    const cases = scores.map((score, id) => caseOf(id, score));
    return {
      run_id: method_name,
      method_name,
      method_version: '1.0.0',
      suite_key: 's',
      suite_version: '1.0.0',
      scorer_version: 'obey-1',
      target_provider: 'p',
      target_model: 't',
      endpoint_kind: 'default',
      started_at: '2026-01-01T00:00:00Z',
      completed_at: '2026-01-01T00:00:00Z',
      cases,
      ...aggregateCases(cases, 'obey-1'),
      token_usage: null,
      notes: [],
      ...more,
    };
  };
  const owner = { handle: 'h', org: null, tier: 'Elite-Mid' } as const;
  const contender = (of: RunResult, kind: 'submission' | 'control' = 'submission') => ({
    run: of,
    owner: { ...owner, kind },
  });
  const spread = [0.2, 0.9, 0.4, 0.8, 0.3, 0.7, 0.5, 0.6];
  const shuffled = [0.9, 0.2, 0.8, 0.4, 0.7, 0.3, 0.6, 0.55];
  const contenders = [
    contender(
      run(
        'worse',
        spread.map((score) => score - 0.15),
      ),
    ),
    contender(run('one', spread)),
    contender(run('other', shuffled)),
    contender(
      run(
        'oracle',
        spread.map(() => 1),
      ),
      'control',
    ),
    contender(run('elsewhere', spread, { target_model: 'u' })),
  ];
  const shown = (rows: ReturnType<typeof rankRuns>) => rows.map((row) => [row.method_name, row.rank, row.tied ?? null]);

  it('shares ranks where no difference shows, and keeps controls and other models apart', () => {
    const rows = rankRuns(contenders, 400);
    expect(shown(rows)).toEqual([
      ['other', 1, true],
      ['one', 1, true],
      ['worse', 2, false],
      ['oracle', null, null],
      ['elsewhere', 1, false],
    ]);
    for (const { elite_interval, elite_score } of rows) {
      expect(elite_interval?.[0]).toBeLessThanOrEqual(elite_score);
      expect(elite_interval?.[1]).toBeGreaterThanOrEqual(elite_score);
    }
  });

  it('gives the same rows in whatever order the runs come', () => {
    expect(rankRuns([...contenders].reverse(), 400)).toEqual(rankRuns(contenders, 400));
    const alone = rankRuns(contenders.slice(1, 2), 400)[0];
    expect(rankRuns(contenders, 400).find((row) => row.method_name === 'one')?.elite_interval).toEqual(
      alone?.elite_interval,
    );
  });

  it('compares intervals where two runs share no cases', () => {
    const apart = run('apart', []);
    const cases = Array.from({ length: 8 }, (_, id) => caseOf(100 + id, 0.01 * id));
    const rows = rankRuns(
      [contender(run('one', spread)), contender({ ...apart, cases, ...aggregateCases(cases, 'obey-1') })],
      400,
    );
    expect(shown(rows)).toEqual([
      ['one', 1, false],
      ['apart', 2, false],
    ]);
  });
});
