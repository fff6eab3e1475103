/**
 * What a task weighs in a suite: 1 + log10(units) + 0.5 · (kinds of construct used). Computed, never set by hand.
 * `units` are the obligations that were due in the trial where most were.
 */
export function taskWeight(units: number, constructs: number): number {
  return 1 + Math.log10(Math.max(1, units)) + 0.5 * constructs;
}
