// Run one candidate on one prepared task

export { type CheckedCandidate, checkCandidate } from './trial/check-candidate.js';
export { type RunTrialOptions, runTrial, type TrialLimits } from './trial/run-trial.js';
export type { Surroundings } from './trial/surroundings.js';

// Harnesses

// Prove an installed agent; a pinned one for tests

export { pinnedClaudeCode, pinnedVersion } from './claude-code/pinned-cli.js';
// Environments: what a harness is started in
export type { CandidateProcess, Environment, Exit, Launch } from './environment/environment.js';
export type { Place } from './environment/place.js';
export type {
  Harness,
  HarnessContext,
  HarnessFailure,
  HarnessLog,
  HarnessOptions,
  HarnessReading,
  HarnessSession,
} from './harness/harness.js';
export { harnesses } from './harness/registry.js';
export type { HarnessCheck } from './prove/check-proof.js';
export { type ProveHarnessOptions, proveHarness } from './prove/prove-harness.js';
