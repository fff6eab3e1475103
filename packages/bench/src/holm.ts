/**
 * Holm's step-down correction of several p values (Holm 1979): the corrected values in the order given,
 * each at most 1 and never below its own p.
 */
export function holmCorrection(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const corrected = new Array<number>(values.length).fill(1);
  let floor = 0;
  order.forEach((index, rank) => {
    floor = Math.max(floor, Math.min(1, (values[index] ?? 1) * (values.length - rank)));
    corrected[index] = floor;
  });
  return corrected;
}
