import type { Aggregate } from '../model/scorecard.js';
import { compressionBonus, type Tier } from './tier.js';

/** CompactBench's composite of a run's aggregates, 0–1: 0.4 overall, 0.3 drift, 0.2 constraints, 0.1 bonus for compression. */
export function eliteScore(aggregate: Aggregate, tier: Tier): number {
  const { overall_score, drift_resistance, constraint_retention, compression_ratio } = aggregate;
  const bonus = compressionBonus(tier, compression_ratio);
  return 0.4 * overall_score + 0.3 * drift_resistance + 0.2 * constraint_retention + 0.1 * bonus;
}
