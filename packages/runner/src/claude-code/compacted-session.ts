import { setTimeout as sleep } from 'node:timers/promises';
import { ObeyError } from '@obey/schema';
import type { CandidateProcess, Exit } from '../environment/environment.js';
import type { CompactionPause } from './compaction-pause.js';

/** What the agent is told when it has stopped: its harness compacts, and it goes on. */
const prompts = ['/compact', 'Please carry on.'] as const;
const drainMs = 2_000;

/**
 * Waits for a session's end. Where the agent was stopped for a compaction, the session is resumed for that, and resumed to
 * go on; whoever was killed, or ended by an error of its own before that, is left alone.
 *
 * @throws ObeyError `environment-failed` when it cannot be resumed
 */
export async function endOfCompactedSession(
  first: CandidateProcess,
  pause: CompactionPause,
  resume: (prompt: string) => Promise<CandidateProcess>,
): Promise<Exit> {
  let exit = await first.exited;
  if (!pause.stopped || exit.exit !== 0) return exit;
  await written(first);
  for (const prompt of prompts) {
    const child = await resume(prompt).catch((error: unknown) => {
      // At its limits a trial ends between two programs, too.
      if (ObeyError.isInstance(error) && error.code === 'interrupted') return undefined;
      throw error;
    });
    if (child === undefined) return exit;
    exit = await child.exited;
    if (exit.signal !== undefined || (exit.exit ?? 0) > 128) return exit;
    await written(child);
  }
  return exit;
}

/** Waits until its output is written, unless something that it left behind holds the stream open. */
async function written({ drained }: CandidateProcess): Promise<void> {
  await Promise.race([drained, sleep(drainMs, undefined, { ref: false })]);
}
