import { readSession } from '@obey/trace';

/** How often each tool was called in a session of Claude Code, and what of its log was not understood. */
export async function countTools(paths: string[]) {
  const { events, skipped } = await readSession('claude-code', paths);
  const calls = new Map<string, number>();
  for (const event of events) {
    if (event.kind === 'tool') calls.set(event.name, (calls.get(event.name) ?? 0) + 1);
  }
  return { calls, skipped };
}
