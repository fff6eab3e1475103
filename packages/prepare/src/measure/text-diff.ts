import { applyPatch, createTwoFilesPatch } from 'diff';

/** A unified diff of two texts with three lines of context; empty when they are equal. */
export function unifiedDiff(before: string, after: string, paths: { before: string; after: string }): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(paths.before, paths.after, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '');
}

/** What a unified diff makes of a text; undefined when it is not one of this text. Never throws. */
export function applyDiff(before: string, patch: string): string | undefined {
  try {
    const after = applyPatch(before, patch);
    return after === false ? undefined : after;
  } catch {
    return undefined;
  }
}
