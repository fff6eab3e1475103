// Foundations

export { type Candidate, candidateSchema, environments, formatCandidate, parseCandidate } from './candidate.js';
export {
  type Capture,
  type CapturedPage,
  type CaptureManifest,
  capturedPageSchema,
  captureManifestSchema,
  captureSchema,
  type Download,
  downloadSchema,
} from './capture.js';
export { type Dimension, defaultWeights, dimensionSchema, dimensions } from './dimension.js';
export { type Json, jsonSchema } from './json.js';
// For editors
export { type JsonSchemaName, jsonSchemaNames, toJsonSchema } from './json-schemas.js';
export {
  type Comparison,
  comparisonSchema,
  type Leaderboard,
  type LeaderboardEntry,
  leaderboardEntrySchema,
  leaderboardSchema,
} from './leaderboard.js';
export { type Level, levelSchema, levels } from './level.js';
// Suggestions in messages
export { nearest } from './nearest.js';
export { type ErrorPlace, ObeyError, type ObeyErrorCode, type ObeyErrorOptions } from './obey-error.js';
export {
  type Answer,
  type AnswerInput,
  answerSchema,
  type Facts,
  factsSchema,
  type PageProof,
  type Preparation,
  type PreparedTask,
  pageProofSchema,
  preparationSchema,
  preparedTaskSchema,
  type Route,
  routeSchema,
  type Sealed,
  sealedSchema,
  statefulAnswerSchema,
  type WorldService,
  worldServiceSchema,
} from './prepared-task.js';
// What is asked: task and process
export {
  aggregateSchema,
  granularities,
  type MatcherSource,
  matcherSchema,
  modes,
  type NodeSource,
  nodeSchema,
  type ProcedureSource,
  type ProcessSource,
  procedureSchema,
  processSchema,
  proofSchema,
  type RetrySource,
  type StepSource,
  stepSchema,
} from './process.js';
// Many trials: run and leaderboard
export { type Result, type Run, resultSchema, runSchema } from './run.js';
export {
  type CompactionSplit,
  compactionSplitSchema,
  type DimensionScore,
  dimensionScoreSchema,
  type Finding,
  findingSchema,
  type IntegrityFinding,
  integrityFindingSchema,
  type Scorecard,
  scorecardSchema,
} from './scorecard.js';
export {
  type Evaluation,
  evaluationSchema,
  type ForcedCompaction,
  forcedCompactionSchema,
  type ParameterValues,
  parameterValuesSchema,
  type Task,
  type TaskSource,
  taskSchema,
} from './task.js';
// What happened: trace and trial
export {
  type AgentEvent,
  agentEventSchema,
  type CompactionEvent,
  compactionEventSchema,
  type FileEvent,
  fileEventSchema,
  type MessageEvent,
  messageEventSchema,
  type RawTraceEvent,
  type RequestEvent,
  type RunEvent,
  requestEventSchema,
  runEventSchema,
  type ToolEvent,
  type TraceEvent,
  type TraceSource,
  toolEventSchema,
  toolKinds,
  traceEventSchema,
  traceSourceSchema,
  traceSources,
  type UsageEvent,
  usageEventSchema,
} from './trace-event.js';
export { type Trial, trialSchema, trialStatuses } from './trial.js';
// What it was worth: units, findings, scores
export { type Unit, unitSchema } from './unit.js';
