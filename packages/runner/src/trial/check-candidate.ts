import type { Candidate } from '@obey/schema';
import type { Harness } from '../harness/harness.js';
import { harnessOf } from '../harness/registry.js';
import { type Script, scriptOf } from './think.js';

/** What is known of a candidate before it runs. */
export interface CheckedCandidate {
  readonly harness: Pick<Harness, 'name' | 'compacts'>;
  readonly script: Script;
}

/** Refuses a candidate that no trial could run, before anything is made for it. @throws ObeyError `usage` with the nearest name */
export function checkCandidate(candidate: Candidate): CheckedCandidate {
  return { harness: harnessOf(candidate), script: scriptOf(candidate) };
}
