import type { Subject } from './event-subject.js';

/** Learns which items a run is about, then says which one a path belongs to. */
export interface ItemNames {
  /** An item that a proof, a finding or a check names; keys joined by `/`. */
  add(item: string): void;
  /** A path that was seen: siblings in one folder are taken as items. */
  see(subject: Subject): void;
  of(subject: Subject): string | null;
}

// Enough for any task; beyond it siblings are no longer told apart.
const mostStems = 20_000;

export function nameItems(): ItemNames {
  const known = new Set<string>();
  const byLastKey = new Map<string, string[]>();
  const families = new Map<string, string>();
  const siblings = new Set<string>();

  return {
    add(item) {
      if (item === '' || known.has(item)) return;
      known.add(item);
      const last = item.slice(item.lastIndexOf('/') + 1);
      byLastKey.set(last, [...(byLastKey.get(last) ?? []), item]);
    },
    see({ family, stem }) {
      if (family === null || siblings.size >= mostStems) return;
      const first = families.get(family);
      if (first === undefined) families.set(family, stem);
      else if (first !== stem) siblings.add(first).add(stem);
    },
    of({ path, stem }) {
      const candidates = byLastKey.get(stem) ?? [];
      if (candidates.length === 1) return candidates[0] ?? null;
      const segments = new Set(path.split('/'));
      const whole = candidates.find((item) =>
        item
          .split('/')
          .slice(0, -1)
          .every((key) => segments.has(key)),
      );
      return whole ?? (siblings.has(stem) ? stem : null);
    },
  };
}
