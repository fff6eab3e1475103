import type { RawTraceEvent } from '@obey/schema';
import type { SessionReader, SessionReading, SessionReadOptions } from '../session-reader.js';
import { SkipCounts } from '../skip-counts.js';
import { ClaudeSession } from './claude-session.js';
import { readRecords } from './read-records.js';
import { findSessionFiles } from './session-files.js';

async function* eventsOf(
  files: Parameters<typeof readRecords>[0],
  skipped: SkipCounts,
  options: SessionReadOptions,
): AsyncGenerator<RawTraceEvent, void, void> {
  const { epochMs, workspace, keep } = options;
  const session = new ClaudeSession({ epochMs, workspace, keep, skipped, files });
  for await (const record of readRecords(files, skipped)) yield* session.take(record);
  yield* session.finish();
}

/**
 * Reads a session of Claude Code from any of its logs, alone or together: transcripts with those of subagents,
 * stream-json output, hook records (`{ "at" or "ts": ms since 1970, "hook": what the hook was given }`). Each call,
 * message and token is told once, whichever logs have it. Throws as `findSessionFiles` does; records that are corrupt or
 * unknown are counted and passed over.
 */
export const readClaudeCode = async (
  paths: readonly string[],
  options: SessionReadOptions = {},
): Promise<SessionReading> => {
  const files = await findSessionFiles(paths);
  const skipped = new SkipCounts();
  return { events: eventsOf(files, skipped, options), skipped: skipped.counts };
};

export const claudeCodeReader: SessionReader = { harness: 'claude-code', read: readClaudeCode };
