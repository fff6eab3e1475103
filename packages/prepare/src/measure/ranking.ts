/**
 * The first `count` of a list by size, the largest first; those of the same size in ascending order of their name, by code unit,
 * so that a tie at the last place has one answer everywhere.
 */
export function topBySize<T>(
  list: readonly T[],
  {
    count,
    size,
    name,
  }: { readonly count: number; readonly size: (one: T) => number; readonly name: (one: T) => string },
): T[] {
  return list
    .toSorted((a, b) => {
      const difference = size(b) - size(a);
      if (difference !== 0) return difference;
      const [first, second] = [name(a), name(b)];
      return first < second ? -1 : first > second ? 1 : 0;
    })
    .slice(0, Math.max(0, count));
}
