/**
 * Splits a piece (one character per byte) into tokens by byte pair encoding: again and again the adjacent pair of the
 * least rank is joined, the leftmost of equals. A heap finds it, so a piece of n bytes takes n·log n steps.
 */
export function mergeBytes(piece: string, ranks: ReadonlyMap<string, number>): string[] {
  const { length } = piece;
  // Part i begins at byte i and ends where the next living part begins.
  const next = Int32Array.from({ length: length + 1 }, (_, index) => index + 1);
  const previous = Int32Array.from({ length: length + 1 }, (_, index) => index - 1);
  const pairRank = new Int32Array(length + 1).fill(-1);
  const heap: number[] = [];

  const offer = (start: number): void => {
    const middle = next[start] ?? length;
    const rank = middle >= length ? undefined : ranks.get(piece.slice(start, next[middle] ?? length));
    pairRank[start] = rank ?? -1;
    if (rank !== undefined) push(heap, rank * span + start);
  };
  for (let start = 0; start < length - 1; start++) offer(start);

  for (let least = pop(heap); least !== undefined; least = pop(heap)) {
    const start = least % span;
    if (pairRank[start] !== Math.floor(least / span)) continue;
    const gone = next[start] ?? length;
    const after = next[gone] ?? length;
    next[start] = after;
    previous[after] = start;
    pairRank[gone] = -1;
    offer(start);
    const before = previous[start] ?? -1;
    if (before >= 0) offer(before);
  }

  const tokens: string[] = [];
  for (let start = 0; start < length; start = next[start] ?? length) {
    tokens.push(piece.slice(start, next[start]));
  }
  return tokens;
}

/** Rank and place in one double: ranks are below 2^17, places below 2^32. */
const span = 2 ** 32;

function push(heap: number[], value: number): void {
  let index = heap.length;
  heap.push(value);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (above <= value) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = value;
}

function pop(heap: number[]): number | undefined {
  const least = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return least;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
    const below = heap[child] ?? 0;
    if (below >= last) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
  return least;
}
