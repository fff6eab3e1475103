// Run: one trial, or a whole benchmark
export type { BenchProgress } from './bench-progress.js';
export {
  type CalibrateOptions,
  type CalibrateProgress,
  type CalibrateQuestion,
  calibrateTask,
} from './calibrate-task.js';
// Calibration of the judge
export { type CalibrateTasksOptions, calibrateTasks } from './calibration/calibrate-tasks.js';
export type { CalibrationOutcome } from './calibration/calibration-outcome.js';
export { type CalibrationTrial, type ScriptKind, trialName } from './calibration/calibration-trial.js';
export type { DeviationReading } from './calibration/misreadings.js';
export type { CalibrationPlan } from './calibration/plan-calibration.js';
export { renderCalibration } from './calibration/render-calibration.js';
// Statistics
export { type BootstrapOptions, type Cluster, clusterBootstrap, clusteredMean } from './cluster-bootstrap.js';
export { type ComparableResult, comparable } from './comparable.js';
export { departsFrom } from './departs-from.js';
export { type Examination, type ExamineOptions, examine } from './examine.js';
export { holmCorrection } from './holm.js';
// Leaderboard
export { buildLeaderboard, type RunResults } from './leaderboard.js';
export { nothingToDepartFrom } from './nothing-to-depart-from.js';
export { type PassCount, passPowers } from './pass-k.js';
export { type PerformedTrial, performTrial, scoreTrial, type TrialRequest } from './perform-trial.js';
export { planRun, type RunPlan, runId } from './plan-run.js';
export { resolveSuite } from './resolve-suite.js';
export { openResultsLog, type ResultsLog, readResults, resultKey } from './results-log.js';
export { type BenchOptions, type BenchOutcome, resumeBench, runBench } from './run-bench.js';
export { defaultConcurrency, defaultPace } from './run-defaults.js';
// The folder of a run
export { createRunFolder, readRun, trialFolder } from './run-folder.js';
export { readRunResults } from './run-results.js';
export { runsUncompacted } from './runs-uncompacted.js';
export { signFlipTest } from './sign-flip-test.js';
export { taskWeight } from './task-weight.js';
export { wilsonInterval } from './wilson.js';
export { writeFolderReport } from './write-folder-report.js';
export { type InstanceRequest, writeInstance } from './write-instance.js';
