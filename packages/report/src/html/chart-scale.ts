/** Round values (steps of 1, 2 or 5 times a power of ten) from `start` to `end`, at most about `most` of them. */
export function ticks(start: number, end: number, most: number): number[] {
  if (!(end > start)) return [start];
  const rough = (end - start) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const first = Math.ceil(start / step - 1e-9);
  const last = Math.floor(end / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

/** A coordinate with at most two decimals, so that the page stays small and the same everywhere. */
export const coordinate = (value: number): number => Math.round(value * 100) / 100;
