import type { Random } from '@obey/prepare';

/** Three probes: all well, or one or two of them not, the last one often enough among those that are. */
export function drawProbes(random: Random, isFailing: boolean): boolean[] {
  if (!isFailing) return [true, true, true];
  const wrong = new Set(random.sample([0, 1, 2], random.integer(1, 2)));
  return [0, 1, 2].map((probe) => !wrong.has(probe));
}

export function passedOf(probes: readonly boolean[]): number {
  return probes.filter(Boolean).length;
}
