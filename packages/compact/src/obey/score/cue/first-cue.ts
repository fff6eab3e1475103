import type { Cue } from './cue.js';

/** The index of the first cue that begins at or after a token. */
export function firstCue(cues: readonly Cue[], token: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
