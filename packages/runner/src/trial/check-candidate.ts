import type { Candidate } from '@obey/schema';
import { harnessOf } from '../harness/registry.js';
import { scriptOf } from './think.js';

/** Refuses a candidate that no trial could run, before anything is made for it. @throws ObeyError `usage` with the nearest name */
export function checkCandidate(candidate: Candidate): void {
  harnessOf(candidate);
  scriptOf(candidate);
}
