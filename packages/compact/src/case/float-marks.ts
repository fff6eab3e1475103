type Container = readonly unknown[] | ReadonlyMap<string, unknown>;

/**
 * Which members of a list or a map were written as floats though they are whole (`1.0`, `1e3`). JavaScript has one kind of
 * number; the formats have two, and a case must print each as it was written. Whoever only computes need not know.
 */
const marks = new WeakMap<Container, Set<string | number>>();

/** Remembers whether the member `key` of `container` was written as a float. */
export function markFloat(container: Container, key: string | number, float = true): void {
  const marked = marks.get(container);
  if (marked !== undefined) marked[float ? 'add' : 'delete'](key);
  else if (float) marks.set(container, new Set([key]));
}

/** Whether the number under `key` prints with a decimal point: always where it is not whole. */
export function isFloat(container: Container, key: string | number, value: number): boolean {
  return !Number.isInteger(value) || Object.is(value, -0) || marks.get(container)?.has(key) === true;
}

/** Lets a copy of a list or a map print its members as the original would. */
export function copyFloatMarks(from: Container, to: Container): void {
  const marked = marks.get(from);
  if (marked !== undefined) marks.set(to, new Set(marked));
}
