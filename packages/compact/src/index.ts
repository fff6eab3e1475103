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

// Templates and cases

export { parseCase } from './case/parse-case.js';
export { Timestamp } from './case/timestamp.js';
export { type CaseForm, writeCase } from './case/write-case.js';
export { continuationPrompt } from './generate/continuation.js';
export { caseNamespace, deriveCaseSeed, deriveSeed } from './generate/derive-seed.js';
export { generateCase } from './generate/generate-case.js';
export { generateValue, generators } from './generate/generators.js';
export { createMersenneTwister, type Random } from './generate/mersenne-twister.js';
export { type Dialect, dialectOf, dialects } from './template/dialect.js';
export {
  GenerationError,
  TemplateParseError,
  TemplateValidationError,
  UnknownGeneratorError,
  UnresolvedReferenceError,
} from './template/errors.js';
export { type LintFinding, type LintRule, lintRules, lintTemplate } from './template/lint-template.js';
export {
  type AnyTemplateFile,
  listSuites,
  loadSuite,
  loadSuiteWith,
  parseTemplateFile,
  readTemplateSource,
  type Suite,
} from './template/load-suite.js';
export { parseTemplate, type TemplateFile } from './template/parse-template.js';
export { extractReferences, substitute } from './template/references.js';
export type { Template } from './template/template.js';
export { templateJsonSchema } from './template/template-json-schema.js';
export { validateTemplate } from './template/validate-template.js';
export { writeTemplate } from './template/write-template.js';
export { readYamlSource, type YamlSource } from './template/yaml-source.js';

// The dialect obey-1

export { type CycleContent, generateCycles } from './obey/dialect/generate-cycles.js';
export { continuationTurns, generateObeyCase } from './obey/dialect/generate-obey-case.js';
export type { ObeyTemplate } from './obey/dialect/obey-template.js';
export { obeyTemplateJsonSchema } from './obey/dialect/obey-template-json-schema.js';
export { type ObeyTemplateFile, parseObeyTemplate } from './obey/dialect/parse-obey-template.js';
export { readArtifact } from './obey/reader/read-artifact.js';

// Methods

export { type ListedMethod, listMethods, type MethodOptions, resolveMethod } from './methods/resolve-method.js';

// Providers

export { createProvider, type ProviderOptions } from './providers/create-provider.js';
export { MissingKeyError } from './providers/errors/missing-key-error.js';
export { ProviderError } from './providers/errors/provider-error.js';
export { ProviderQuotaError } from './providers/errors/provider-quota-error.js';
export { ProviderResponseError } from './providers/errors/provider-response-error.js';
export { ProviderTimeoutError } from './providers/errors/provider-timeout-error.js';
export { UnknownProviderError } from './providers/errors/unknown-provider-error.js';
export { promptHash } from './providers/mock/canned-provider.js';
export { type Script, ScriptedProvider } from './providers/mock/scripted-provider.js';
export { type RecordedCall, recordingProvider } from './providers/recording-provider.js';
export type { Clock, RetryPolicy } from './providers/retry/retry-policy.js';
export type { Omittable } from './providers/sdk/omitted-parameters.js';
export { endpointKind } from './providers/settings/endpoint-kind.js';
export type { Environment } from './providers/settings/environment.js';
export { type ListedProvider, listProviders } from './providers/settings/list-providers.js';
export { loadEnvironment } from './providers/settings/load-environment.js';
export { type ProviderKey, providerKeys } from './providers/settings/provider-keys.js';
export type { CallParameters } from './providers/with-parameters.js';
// Runs
export { type AnyTemplate, loadAnySuite, parseAnyTemplate } from './run/any-suite.js';
export { type CarryOver, carryOvers } from './run/carry-over.js';
export { type CaseScript, type CycleScript, scriptCase } from './run/case-script.js';
export { controlFile, runWithControls, type ScaleControl, type ScaledRun, scaleControls } from './run/control-runs.js';
export { planCases } from './run/plan-cases.js';
export { type PlayedCase, type PlayOptions, playCase } from './run/play-case.js';
export type { CompactProgress, PlayedSuite } from './run/play-suite.js';
export { regenerator } from './run/regenerate.js';
export {
  type CompactionRun,
  checkCompaction,
  profileOf,
  type RunMachine,
  runCompaction,
} from './run/run-compaction.js';
export { carryOf, type RunSettings, runSettingsSchema } from './run/run-settings.js';
export { suiteDigest } from './run/suite-digest.js';
export { bundledSuites, referenceSuites, requireSuite, suiteFolder } from './run/suite-folders.js';

// Artifacts

export { artifactDigest, artifactJson, textDigest } from './artifact/artifact-json.js';
export { type Fence, fenceOf, hardenedFence, readFenced, referenceFence } from './artifact/fence.js';
export {
  type ArtifactIssue,
  type ArtifactOptions,
  type ParsedArtifact,
  parseArtifact,
  readArtifactText,
  requireArtifact,
} from './artifact/parse-artifact.js';
export { cutSummary, type ParsedState, parseState } from './artifact/parse-state.js';
export { continuationRequest, evaluationRequest } from './artifact/prompts.js';
export { renderArtifact } from './artifact/render-artifact.js';

// Scoring

export { aggregateCases, caseScore, type ScoredCase } from './score/aggregate.js';
export { diagnoseItems, type ItemTypeDiagnosis } from './score/diagnose-items.js';
export { attributableDrift, driftDeltas } from './score/drift.js';
export { scorer100, scorer200 } from './score/reference-scorer.js';
export { ScoringError } from './score/scoring-error.js';
export { compressionRatio, countTokens } from './score/token-count.js';

// Results

export { fixed, grouped } from './json/number-text.js';
export { type ControlRun, controlScores } from './results/control-scores.js';
export type { CaseEvidence, CycleEvidence, RunProvenance } from './results/obey-extension.js';
export { parseResults, type ResultsLog } from './results/parse-results.js';
export {
  type Recomputed,
  type RecomputeOptions,
  type RegeneratedCase,
  recompute,
  requireHonest,
} from './results/recompute.js';
export type { CaseComplete, CaseResult, CycleResult, ResultsEvent, RunEnd, RunStart } from './results/results-event.js';
export { openResults, type ResultsWriter, readResultsFile, repairResultsFile } from './results/results-file.js';
export { type ResumedRun, resumeRun } from './results/resume.js';
export {
  caseEvents,
  distinctCases,
  incompleteNote,
  knownVersion,
  lastEnd,
  type RunResult,
  requireStart,
  toRunResult,
} from './results/run-result.js';
export { timestampText, withOffset } from './results/timestamp.js';

// Ranking

export { type BelievedRun, believeRun, firstFault, requireBelievable } from './rank/believe-run.js';
export { type Draft, type DraftRequest, draftSubmission } from './rank/draft-submission.js';
export { eliteScore } from './rank/elite-score.js';
export { leaderboardText } from './rank/leaderboard-file.js';
export type { LeaderboardRow } from './rank/leaderboard-row.js';
export { disqualifications } from './rank/qualify.js';
export { qualifyRun } from './rank/qualify-run.js';
export { segmentOf } from './rank/rank-rows.js';
export { type RebuildRequest, type RebuiltLeaderboard, rebuildLeaderboard } from './rank/rebuild-leaderboard.js';
export { reachedTier, readTier, type Tier, tierFloors, tiers } from './rank/tier.js';
export { type SubmissionProblem, type ValidateRequest, validateSubmission } from './rank/validate-submission.js';

// Estimates

export { callModelOf, type KnownCalls } from './estimate/call-model-of.js';
export {
  estimateReport,
  estimateRun,
  type RunEstimate,
  type RunToEstimate,
} from './estimate/estimate-run.js';
export { listedModels, pricesOf } from './estimate/price-catalogue.js';
export { type ReferenceEstimate, referenceEstimate, referenceReport } from './estimate/reference-estimate.js';

// The profile obey-1

export {
  finalScorecard,
  type NamedCase,
  type Scorecard,
  type ScorecardInput,
  scorecardSchema,
} from './obey/score/card/final-scorecard.js';
export { type CorpusLine, measureCorpus } from './obey/score/corpus/measure-corpus.js';
export { cohenKappa } from './obey/score/judge/cohen-kappa.js';
export {
  type AskJudge,
  type JudgedAnswer,
  type JudgedCycle,
  type JudgeOptions,
  judgeCycle,
} from './obey/score/judge/judge-cycle.js';
export { obey1Profile } from './obey/score/obey1-profile.js';
export { type ComparedTemplates, loadCompared } from './obey/score/weakness/compared-templates.js';
export { measureWeaknesses } from './obey/score/weakness/measure-weaknesses.js';
export type { FigureUnit, WeaknessFigures, WeaknessRow } from './obey/score/weakness/weakness-row.js';
