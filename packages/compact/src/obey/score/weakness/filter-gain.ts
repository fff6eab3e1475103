import { createMersenneTwister } from '../../../generate/mersenne-twister.js';
import type { Case, EvaluationItem } from '../../../model/case.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import { mean } from '../../../score/neumaier-sum.js';
import { scorer100 } from '../../../score/reference-scorer.js';
import { answerQuestion } from '../../reader/answer-question.js';
import { readWorld } from '../../reader/read-world.js';
import { obey1Profile } from '../obey1-profile.js';
import { emptyArtifact, terse } from './situations.js';
import { samplesOf, type TrainedHalf } from './trained-halves.js';

/** What answers earn that are given from some of a case's turns. */
export type ScoreKept = (made: Case, kept: ReadonlySet<number>) => number;

const rounds = 4;

/** A mean over cases, with the 95 % interval of the normal approximation. */
export interface Gain {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** By how much the quarter of the turns that a filter rates highest scores better than random quarters. */
export function gainOver(halves: readonly TrainedHalf[], score: ScoreKept): Gain {
  const gains = halves.flatMap(({ filter, cases }) =>
    cases.map((made, index) => {
      const kept = Math.round(made.transcript.turns.length / 4);
      const rated = samplesOf(made).map((sample) => ({ id: sample.turn.id, rating: filter(sample) }));
      const best = rated.sort((a, b) => b.rating - a.rating || a.id - b.id).slice(0, kept);
      const random = Array.from({ length: rounds }, (_, round) =>
        score(made, drawTurns(made, kept, BigInt(1000 * index + round))),
      );
      return score(made, new Set(best.map(({ id }) => id))) - mean(random, 0);
    }),
  );
  const average = mean(gains, 0);
  const squares = gains.map((gain) => (gain - average) ** 2);
  const spread = 1.96 * Math.sqrt(mean(squares, 0) / Math.max(1, gains.length - 1));
  return { mean: average, low: average - spread, high: average + spread };
}

/** The ids of so many of a case's turns, at random. */
export function drawTurns({ transcript }: Case, count: number, seed: bigint): Set<number> {
  const random = createMersenneTwister(seed);
  const ids = transcript.turns.map(({ id }) => id);
  for (let at = ids.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [ids[at], ids[other]] = [ids[other] as number, ids[at] as number];
  }
  return new Set(ids.slice(0, count));
}

/** The reader reads the turns that are left; obey-1 scores. */
export const scoreOwn: ScoreKept = (made, kept) => {
  const world = readWorld(textOf(made, kept), { follows: true });
  return scoreBy(obey1Profile, made, (item) => answerQuestion(item.prompt, world));
};

/** Who finds an answer word for word in the turns that are left gives it, else says that it is not known; 1.0.0 scores. */
export const scoreReference: ScoreKept = (made, kept) => {
  const text = textOf(made, kept);
  const known = (item: EvaluationItem) =>
    [item.expected.get('value')].flat().every((value) => text.includes(`${value}`));
  return scoreBy(scorer100, made, (item) => (known(item) ? terse(item) : "I don't know."));
};

const textOf = ({ transcript }: Case, kept: ReadonlySet<number>): string =>
  transcript.turns.flatMap(({ id, role, content }) => (kept.has(id) ? [`${role}: ${content}`] : [])).join('\n');

function scoreBy(profile: ScorerProfile, made: Case, answer: (item: EvaluationItem) => string): number {
  const responses = new Map(made.evaluation_items.map((item) => [item.key, answer(item)]));
  const source = made.transcript;
  return profile.scoreCycle({ case: made, cycle: 0, responses, artifact: emptyArtifact(), source }).cycle_score;
}
