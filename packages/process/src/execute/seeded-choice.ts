import { createHash } from 'node:crypto';

/** One of `list`, chosen by `seed` and `name` alone; undefined when there is none. */
export function seededChoice<T>(seed: number, name: string, list: readonly T[]): T | undefined {
  if (list.length === 0) return undefined;
  const digest = createHash('sha256').update(`${seed}\n${name}`).digest();
  return list[digest.readUIntBE(0, 6) % list.length];
}
