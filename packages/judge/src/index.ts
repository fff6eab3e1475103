// Judging what was recorded

export { environmentRecorders, type HarnessCapability, harnessCapabilities } from './capability/capability-table.js';
export { concurrencyCap, observableInAudit, observableInTrial } from './capability/observable.js';
export { type JudgePathsOptions, judgePaths } from './judge-paths.js';
export { type JudgeEventsInput, type JudgeSessionInput, judgeEvents, judgeSession } from './judge-session.js';
export { type Checks, type JudgeTrialOptions, judgeTrial } from './judge-trial.js';

// Scoring alone: pure, for judges of your own

export { judgeAddressed } from './integrity/judge-addressed.js';
export { TraceObserver, type TraceObserverOptions } from './integrity/trace-observer.js';
export { type FinalScoreInput, finalScore } from './score/final-score.js';
export { precedence } from './score/precedence.js';
export { type ScoredUnits, type ScoreUnitsInput, scoreUnits } from './score/score-units.js';
export { type ScoreReplayInput, scoreReplay } from './score-replay.js';
export { formatScorecard } from './scorecard/build-scorecard.js';
