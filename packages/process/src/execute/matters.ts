/** Whether two results differ by more than a tolerance in any number, or in anything else. */
export function matters(a: unknown, b: unknown, tolerance: number): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) > tolerance;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a !== b;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].some((name) => matters(Reflect.get(a, name), Reflect.get(b, name), tolerance));
}
