import type { Process, SimpleMatcher } from '@obey/process';

/** The workspace path of fixed name that a step writes when it is done; undefined for any other step. */
export function markedPath(process: Process, step: string): string | undefined {
  const done = process.steps.get(step)?.done;
  if (done === undefined) return undefined;
  const parts = done.type === 'allOf' ? done.of : [done];
  const wrote = parts.find((part): part is SimpleMatcher & { type: 'wrote' } => part.type === 'wrote');
  return wrote === undefined || wrote.path.names.size > 0 ? undefined : wrote.path.source;
}
