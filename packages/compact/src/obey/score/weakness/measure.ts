import type { Case } from '../../../model/case.js';
import type { Aggregate } from '../../../model/scorecard.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import { aggregateCases } from '../../../score/aggregate.js';
import { mean } from '../../../score/neumaier-sum.js';
import type { ObeyCase } from '../card/aggregate-obey.js';
import { type Situation, situations } from './situations.js';

/** One line of the table of weaknesses: a situation as one profile scores it. */
export interface WeaknessLine {
  readonly situation: string;
  readonly about: string;
  readonly profile: string;
  readonly aggregate: Aggregate;
}

/** How many cycles each case has; nothing changes from one to the next. */
const cycles = 2;

/**
 * Scores cases in every situation by every profile. The reference's own figures (`weakness_measurements.json`) are those
 * of its profile 1.0.0 on its suite elite_practice.
 */
export function measureWeaknesses(cases: readonly Case[], profiles: readonly ScorerProfile[]): WeaknessLine[] {
  return situations.flatMap((situation) =>
    profiles.map((profile) => ({
      situation: situation.key,
      about: situation.about,
      profile: profile.version,
      aggregate: measure(cases, profile, situation),
    })),
  );
}

function measure(cases: readonly Case[], profile: ScorerProfile, situation: Situation): Aggregate {
  const scored = cases.map((asked): ObeyCase => {
    const responses = new Map(asked.evaluation_items.map((item) => [item.key, situation.answer(asked, item)]));
    const artifact = situation.artifact(asked);
    const cards = Array.from({ length: cycles }, (_, cycle) => ({
      scorecard: profile.scoreCycle({ case: asked, cycle, responses, artifact, source: asked.transcript }),
    }));
    const penalized = cards.map(({ scorecard }) => scorecard.penalized_cycle_score);
    return { cycles: cards, case_score: mean(penalized, 0), drift_resistance: profile.driftResistance(penalized) };
  });
  return aggregateCases(scored, profile.version);
}
