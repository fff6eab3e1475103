import { createRandom, type Random } from '@obey/prepare';
import type { Scorecard } from '@obey/schema';
import fc from 'fast-check';
import { type JudgedRun, type JudgeRunInput, judgeSchedule } from './judge-schedule.js';
import { type RandomProcessOptions, randomProcess } from './random-process.js';
import { type Deviations, type Schedule, schedule } from './schedule.js';
import type { ProcessSpec } from './spec.js';

/** One random process in one random world; a run of it is one of many orders. */
export interface Case {
  readonly seed: number;
  readonly size: number;
  readonly spec: ProcessSpec;
  /** A run in the order with this number; by default that of 0 is recorded exactly, the others with lags. */
  readonly run: (order: number, deviations?: Deviations, exact?: boolean) => Schedule;
  readonly judge: (run: Schedule, over?: Partial<JudgeRunInput>) => Promise<JudgedRun>;
  /** Randomness for choices of the test itself. */
  readonly random: Random;
}

export function makeCase(seed: number, size: number, kinds?: RandomProcessOptions['kinds']): Case {
  const random = createRandom(seed, 'case', size);
  const spec = randomProcess(random, kinds === undefined ? { size } : { size, kinds });
  return {
    seed,
    size,
    spec,
    run: (order, deviations, exact = order === 0) =>
      schedule(spec, random.fork('world'), random.fork('order', order), deviations, exact),
    judge: (run, over) => judgeSchedule(spec, run, over),
    random: random.fork('choices'),
  };
}

/** Random cases; a failing one shrinks to a small process and a small seed. */
export function caseArbitrary(kinds?: RandomProcessOptions['kinds']): fc.Arbitrary<Case> {
  return fc
    .record({ size: fc.integer({ min: 1, max: 13 }), seed: fc.nat(100_000) })
    .map(({ seed, size }) =>
      Object.assign(makeCase(seed, size, kinds), { [fc.toStringMethod]: () => `size ${size}, seed ${seed}` }),
    );
}

/** How many random cases: `quick` by default, `full` where the stated counts are asked for, or OBEY_CASES. */
export function runs(quick: number, full: number): { numRuns: number } {
  return { numRuns: Number(process.env.OBEY_CASES ?? (process.env.OBEY_FULL === '1' ? full : quick)) };
}

/** What must not change when only names, times or neutral events do: everything but cites. */
export function verdictOf(scorecard: Scorecard) {
  const line = ({ code, dimension, step, item, points }: Scorecard['findings'][number]) => ({
    code,
    dimension,
    step,
    item,
    points,
  });
  return {
    score: scorecard.score,
    obedience: scorecard.obedience,
    strict: scorecard.strict,
    dimensions: scorecard.dimensions,
    findings: scorecard.findings.map(line),
    consequences: scorecard.consequences.map(line),
  };
}
