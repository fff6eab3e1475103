/**
 * Splits a whole number of millionths in proportion to `losses` (none negative), in order, by rounding the running total:
 * the parts are whole and add up to `total` exactly. Losses too small to be told from none share alike.
 */
export function sharePoints(losses: readonly number[], total: number): number[] {
  let sum = 0;
  for (const loss of losses) sum += loss;
  if (sum <= 0)
    return losses.length === 0
      ? []
      : sharePoints(
          losses.map(() => 1),
          total,
        );
  let running = 0;
  let given = 0;
  return losses.map((loss) => {
    running += loss;
    const upTo = Math.round((running / sum) * total);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
