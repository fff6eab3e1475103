export type { Artifact, StructuredState } from './model/artifact.js';
export { type Case, type EvaluationItem, type GroundTruth, type ItemType, itemTypes } from './model/case.js';
export type { CompactOptions, Compactor, Method, MethodContext } from './model/method.js';
export type { Completion, CompletionRequest, Provider } from './model/provider.js';
export {
  type Aggregate,
  aggregateSchema,
  type CycleScorecard,
  cycleScorecardSchema,
  type ItemScore,
  itemScoreSchema,
  type TokenUsage,
  tokenUsageSchema,
} from './model/scorecard.js';
export { type CycleInput, type ScorerProfile, type ScorerVersion, scorerVersions } from './model/scorer.js';
export type { Transcript, Turn } from './model/transcript.js';
