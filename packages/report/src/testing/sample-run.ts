import {
  type CompactionSplit,
  type Dimension,
  defaultWeights,
  dimensions,
  type Finding,
  formatCandidate,
  type Leaderboard,
  type LeaderboardEntry,
  leaderboardSchema,
  parseCandidate,
  type Result,
  resultSchema,
  type Scorecard,
} from '@obey/schema';

export interface SampleResultOptions {
  readonly candidate: string;
  readonly task: string;
  readonly trial?: number;
  /** The dimensions that lost, with what they earned. */
  readonly lost?: Partial<Record<Dimension, number>>;
  readonly findings?: readonly Finding[];
  readonly correctness?: number | null;
  /** Replaces every text that a candidate or a task decides on. */
  readonly text?: string;
  readonly durationMs?: number;
  /** Obedience after each number of compactions, from 0. */
  readonly compacted?: readonly (number | null)[];
}

const codes: Readonly<Record<Dimension, string>> = {
  completeness: 'step-missing',
  ordering: 'started-early',
  conditionality: 'branch-wrong',
  parallelism: 'not-parallel',
  granularity: 'act-lumped',
  aggregation: 'aggregate-wrong',
  errorHandling: 'recovery-missing',
};

/** A finding in a dimension that cites some events. */
export function sampleFinding(dimension: Dimension, points: number, text?: string, cites: number[] = [5, 9]): Finding {
  return {
    code: text ?? codes[dimension],
    dimension,
    step: text ?? 'collect',
    item: text ?? 'cedar',
    due: text ?? 'a request of GET /states/cedar, then work/states/cedar.json',
    seen: text ?? 'work/states/cedar.json was written without a request for its page',
    cites,
    points,
  };
}

/** A scored trial; every figure follows from what it lost. */
export function sampleResult(options: SampleResultOptions): Result {
  const { candidate, task, trial = 1, lost = {}, correctness = 1, text, durationMs = 2600 } = options;
  const earned = (dimension: Dimension): number => lost[dimension] ?? 100;
  const obedience = dimensions.reduce((sum, name) => sum + (defaultWeights[name] * earned(name)) / 100, 0);
  const strict = Object.keys(lost).length === 0;
  const raw = 80 * obedience + (strict ? 10 : 0) + 10 * (correctness ?? 1);
  const findings =
    options.findings ??
    dimensions.filter((name) => lost[name] !== undefined).map((name) => sampleFinding(name, 100 - earned(name), text));
  const first = findings[0];
  const shared = { task, version: '1.0.0', seed: 7, level: 'easy', isolation: 'none', status: 'completed' } as const;
  const parsed =
    text === undefined ? parseCandidate(candidate) : { harness: 'command', model: text, environment: 'local' as const };
  return resultSchema.parse({
    schema: 'obey-result/1',
    task,
    candidate,
    trial,
    folder: `trials/${task}/${text ?? formatCandidate(parsed)}/${trial}`,
    attempts: 1,
    record: {
      ...shared,
      schema: 'obey-trial/1',
      id: 'sample',
      pace: 0.1,
      candidate: parsed,
      recorders: { workspace: true, service: true, hooks: false },
      harnessVersion: text ?? '1.0.0',
      startedAt: '2026-11-20T10:00:00.000Z',
      durationMs,
      exit: 0,
      usage: { input: 1200, output: 340, cached: 0 },
    },
    scorecard: {
      ...shared,
      schema: 'obey-scorecard/1',
      candidate: parsed,
      score: Math.floor(Math.min(raw, strict ? 100 : 89.99) * 100 + 1e-6) / 100,
      obedience,
      strict,
      correctness,
      observable: 1,
      dimensions: Object.fromEntries(
        dimensions.map((name) => [name, { fidelity: earned(name), coverage: 100, earned: earned(name) }]),
      ),
      findings,
      consequences: first === undefined ? [] : [{ ...first, dimension: 'aggregation', points: 0, cause: 0 }],
      firstDeviation:
        first === undefined
          ? null
          : { code: first.code, step: first.step, item: first.item, seq: 5, at: 312.5, share: 0.12 },
      claimedDone: {
        claimed: true,
        done: strict,
        gap: strict ? null : (text ?? 'says that every state is collected; one is not'),
        cites: [],
      },
      integrity: text === undefined ? [] : [{ code: text, seen: text, cites: [1] }],
      checks: [
        {
          id: text ?? 'averages',
          item: text ?? '',
          passed: (correctness ?? 1) === 1,
          weight: 1,
          detail: text ?? 'five regions recomputed',
        },
      ],
      questions:
        text === undefined
          ? []
          : [{ id: text, of: text, ask: text, scale: 4, weight: 0.05, answer: null, quote: text }],
      units: Object.fromEntries(dimensions.map((name) => [name, 12])),
      ...(options.compacted === undefined ? {} : { compactions: sampleSplit(options.compacted) }),
      notes: text === undefined ? [] : [text],
      trial: 'sample',
    },
  });
}

function sampleSplit(obedience: readonly (number | null)[]): CompactionSplit {
  return {
    events: obedience
      .slice(1)
      .map((_, index) => ({ seq: 4 + index, at: 900 * (index + 1), trigger: 'auto', before: 150_000, after: 21_000 })),
    subagents: 1,
    parts: obedience.map((share, compactions) => ({
      compactions,
      units: share === null ? 0 : 10,
      earned: 10 * (share ?? 0),
      obedience: share,
      findings: share === null || share === 1 ? [] : [0],
      consequences: [],
    })),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function sampleCurve(cards: readonly Scorecard[]): LeaderboardEntry['compactions'] {
  const [first] = cards.flatMap(({ compactions }) => compactions ?? []);
  return first?.parts.map(({ compactions, obedience, units, findings }) => ({
    compactions,
    obedience,
    interval: obedience === null ? null : [Math.max(0, obedience - 0.1), Math.min(1, obedience + 0.1)],
    trials: cards.length,
    tasks: 1,
    units,
    findings: findings.length,
  }));
}

/** A leaderboard over sample results; its intervals are invented, since computing them is not the report's business. */
export function sampleLeaderboard(results: readonly Result[]): Leaderboard {
  const candidates = [...new Set(results.map(({ candidate }) => candidate))];
  const entries = candidates.map((candidate) => {
    const cards = results
      .filter((result) => result.candidate === candidate)
      .flatMap(({ scorecard }) => scorecard ?? []);
    const score = mean(cards.map((card) => card.score));
    const earned = Object.fromEntries(
      dimensions.map((name) => [name, mean(cards.map((card) => card.dimensions[name]?.earned ?? 100))]),
    );
    const weakest = dimensions.reduce((worst, name) => ((earned[name] ?? 100) < (earned[worst] ?? 100) ? name : worst));
    const correct = cards.flatMap((card) => card.correctness ?? []);
    const strictRate = mean(cards.map((card) => (card.strict === true ? 1 : 0)));
    return {
      candidate,
      score,
      interval: [Math.max(0, score - 6), Math.min(100, score + 4)],
      obedience: mean(cards.map((card) => card.obedience)),
      correctness: correct.length === 0 ? null : mean(correct),
      strictRate,
      strictInterval: [Math.max(0, strictRate - 0.3), Math.min(1, strictRate + 0.1)],
      passK: [strictRate],
      trials: cards.length,
      tasks: new Set(cards.map(({ task }) => task)).size,
      unscored: 0,
      dimensions: earned,
      weakest: (earned[weakest] ?? 100) < 100 ? weakest : null,
      isolation: 'none',
      ...(cards.some(({ compactions }) => compactions !== undefined) ? { compactions: sampleCurve(cards) } : {}),
    };
  });
  return leaderboardSchema.parse({
    schema: 'obey-leaderboard/1',
    runs: ['sample'],
    level: 'easy',
    tasks: Object.fromEntries(results.map(({ task }) => [task, '1.0.0'])),
    entries: entries.sort((a, b) => b.score - a.score),
    comparisons: [],
  });
}
