import type { CrosswordSlot } from '@obey/prepare';

/** Longest first; the order within a length stays. */
export function byLength(slots: readonly CrosswordSlot[]): CrosswordSlot[] {
  return [...slots].sort((a, b) => b.length - a.length);
}
