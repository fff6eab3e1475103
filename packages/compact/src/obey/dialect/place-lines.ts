import type { Random } from '../../generate/mersenne-twister.js';
import type { OverrideTiming } from './obey-template.js';

export interface TimedLine {
  readonly overrides: boolean;
}

/** When in a conversation, from 0 to 1, the lines of a thread come: in their order, what replaces an earlier word by the timing. */
export function timeThread(
  lines: readonly TimedLine[],
  timing: OverrideTiming,
  distance: number,
  turns: number,
  random: Random,
): number[] {
  const times: number[] = [];
  // A thread that is replaced late needs its beginning early; all threads begin by one law, so that none stands out.
  let time = random.float() * 0.72;
  lines.forEach((line, index) => {
    if (index > 0) {
      const gap = ((distance + 1) * (1 + random.float())) / Math.max(1, turns);
      const room = (latest - time) / (lines.length - index + 1);
      time = line.overrides
        ? Math.max(time + Math.min(0.001, room), overrideTime(time, timing, random))
        : time + Math.min(gap, room);
    }
    times.push(time);
  });
  return times;
}

const latest = 0.998;

function overrideTime(after: number, timing: OverrideTiming, random: Random): number {
  const rest = 0.97 - after;
  if (timing === 'early') return after + rest * (0.04 + 0.12 * random.float());
  if (timing === 'middle') return after + rest * (0.42 + 0.16 * random.float());
  if (timing === 'late') return after + rest * (0.82 + 0.12 * random.float());
  return 0.972 + 0.02 * random.float();
}

/**
 * Gives every line of some threads a slot of its own among `slots`: near its time, in order, at least `distance` other
 * slots between two lines of a thread where there is room for that. `taken` gains them.
 */
export function placeThread(times: readonly number[], distance: number, slots: number, taken: Set<number>): number[] {
  const room = Math.floor((slots - 1) / Math.max(1, times.length)) - 1;
  for (let gap = Math.max(0, Math.min(distance, room)); ; gap -= 1) {
    const placed = tryPlace(times, Math.max(0, gap), slots, taken);
    if (placed !== undefined || gap <= 0) {
      const all = placed ?? firstFree(times.length, slots, taken);
      for (const slot of all) taken.add(slot);
      return all;
    }
  }
}

function tryPlace(
  times: readonly number[],
  gap: number,
  slots: number,
  taken: ReadonlySet<number>,
): number[] | undefined {
  const placed: number[] = [];
  for (const [index, time] of times.entries()) {
    const lower = index === 0 ? 0 : (placed[index - 1] as number) + gap + 1;
    const upper = slots - 1 - (times.length - 1 - index) * (gap + 1);
    const wanted = Math.min(upper, Math.max(lower, Math.round(time * (slots - 1))));
    const slot = nearestFree(wanted, lower, upper, taken);
    if (slot === undefined) return undefined;
    placed.push(slot);
  }
  return placed;
}

function nearestFree(wanted: number, lower: number, upper: number, taken: ReadonlySet<number>): number | undefined {
  for (let away = 0; away <= upper - lower; away += 1) {
    for (const slot of [wanted - away, wanted + away]) {
      if (slot >= lower && slot <= upper && !taken.has(slot)) return slot;
    }
  }
  return undefined;
}

function firstFree(count: number, slots: number, taken: ReadonlySet<number>): number[] {
  const free: number[] = [];
  for (let slot = 0; slot < slots && free.length < count; slot += 1) if (!taken.has(slot)) free.push(slot);
  return free;
}
