import type { Process, SimpleMatcher } from '@obey/process';

/**
 * The workspace path of fixed name that a step writes once, when it is done; undefined for a step in a loop, one that asks
 * more of the file, and any other.
 */
export function markedPath(process: Process, step: string): string | undefined {
  const node = process.steps.get(step);
  if (node === undefined || node.unit !== undefined) return undefined;
  const parts = node.done.type === 'allOf' ? node.done.of : [node.done];
  const wrote = parts.find((part): part is SimpleMatcher & { type: 'wrote' } => part.type === 'wrote');
  if (wrote === undefined || wrote.where !== undefined || wrote.path.names.size > 0) return undefined;
  return wrote.path.source;
}
