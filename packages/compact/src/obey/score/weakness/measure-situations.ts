import type { Case } from '../../../model/case.js';
import type { Aggregate } from '../../../model/scorecard.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import { aggregateCases } from '../../../score/aggregate.js';
import { mean } from '../../../score/neumaier-sum.js';
import type { ObeyCase } from '../card/aggregate-obey.js';
import { type Situation, situations } from './situations.js';

/** A situation as one profile scores it. */
export interface ScoredSituation {
  readonly situation: string;
  readonly profile: string;
  readonly aggregate: Aggregate;
}

/** How many cycles each case has; nothing changes from one to the next. */
const cycles = 2;

/**
 * Scores cases in every situation by every profile. The reference's own figures (`weakness_measurements.json`) are those
 * of its profile 1.0.0 on its suite elite_practice.
 */
export function measureSituations(cases: readonly Case[], profiles: readonly ScorerProfile[]): ScoredSituation[] {
  return situations.flatMap((situation) =>
    profiles.map((profile) => ({
      situation: situation.key,
      profile: profile.version,
      aggregate: aggregateCases(
        cases.map((asked) => scoreSituation(asked, profile, situation)),
        profile.version,
      ),
    })),
  );
}

/** One case, answered as the situation says, in two cycles alike. */
export function scoreSituation(asked: Case, profile: ScorerProfile, situation: Situation): ObeyCase {
  const responses = new Map(asked.evaluation_items.map((item) => [item.key, situation.answer(asked, item)]));
  const artifact = situation.artifact(asked);
  const scorecard = profile.scoreCycle({ case: asked, cycle: 0, responses, artifact, source: asked.transcript });
  const cards = Array.from({ length: cycles }, (_, cycle) => ({ scorecard: { ...scorecard, cycle_number: cycle } }));
  const penalized = cards.map((card) => card.scorecard.penalized_cycle_score);
  return { cycles: cards, case_score: mean(penalized, 0), drift_resistance: profile.driftResistance(penalized) };
}
