import { EvaluationError } from './evaluation-error.js';

/** The middle of some numbers; of an even count the mean of the two in the middle; undefined for none. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : lower === upper ? upper : (lower + upper) / 2;
}

/** The values that occur most often, each once, in order of first occurrence: several when they tie. */
export function modes(values: readonly unknown[]): unknown[] {
  const counts = new Map<string, { value: unknown; count: number }>();
  for (const value of values) {
    const key = JSON.stringify(value) ?? 'undefined';
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { value, count: 1 });
    else entry.count += 1;
  }
  let most = 0;
  for (const { count } of counts.values()) most = Math.max(most, count);
  return [...counts.values()].filter(({ count }) => count === most).map(({ value }) => value);
}

/** `$median` as expressions call it: a lone number counts as a list. */
export function medianOf(argument: unknown): number | undefined {
  if (argument === undefined) return undefined;
  const list: unknown[] = Array.isArray(argument) ? argument : [argument];
  if (!list.every((value): value is number => typeof value === 'number')) {
    throw new EvaluationError('T0412', argument, 'median');
  }
  return median(list);
}

/** `$mode` as expressions call it: the first of several tied modes. */
export function modeOf(argument: unknown): unknown {
  if (argument === undefined) return undefined;
  return modes(Array.isArray(argument) ? argument : [argument])[0];
}
