import type { Artifact } from './artifact.js';
import type { Case } from './case.js';
import type { CycleScorecard } from './scorecard.js';
import type { Transcript } from './transcript.js';

export const scorerVersions = ['1.0.0', '2.0.0', 'obey-1'] as const;
export type ScorerVersion = (typeof scorerVersions)[number];

export interface CycleInput {
  readonly case: Case;
  /** From 0. */
  readonly cycle: number;
  /** Answers by item key; a missing one counts as the empty string. */
  readonly responses: ReadonlyMap<string, string>;
  readonly artifact: Artifact;
  /** What the method was given in this cycle. */
  readonly source: Transcript;
}

/** A named set of formulas. It only scores: the template chooses the generator, the run what a cycle carries over. */
export interface ScorerProfile {
  readonly version: ScorerVersion;
  /** @throws ScoringError where a check cannot be read */
  scoreCycle(input: CycleInput): CycleScorecard;
  /** From the penalised scores of a case's cycles, in order; 0–1. */
  driftResistance(penalized: readonly number[]): number;
}
