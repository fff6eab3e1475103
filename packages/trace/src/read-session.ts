import { hash } from 'node:crypto';
import { ObeyError, type RawTraceEvent, type TraceEvent } from '@obey/schema';
import { claudeCodeReader } from './claude-code/read-claude-code.js';
import { collect } from './collect.js';
import { HashChain } from './hash-chain.js';
import type { SessionReader, SessionReadOptions } from './session-reader.js';

/** The harnesses whose logs can be read, by name. */
export const sessionReaders: ReadonlyMap<string, SessionReader> = new Map(
  [claudeCodeReader].map((reader) => [reader.harness, reader]),
);

const readerOf = (harness: string): SessionReader => {
  const reader = sessionReaders.get(harness);
  if (reader !== undefined) return reader;
  const known = [...sessionReaders.keys()].join(', ');
  throw new ObeyError('usage', `the logs of ${harness} cannot be read`, { hint: `expected one of: ${known}` });
};

async function* chained(events: AsyncIterable<RawTraceEvent>): AsyncGenerator<TraceEvent, void, void> {
  const chain = new HashChain();
  for await (const event of events) yield chain.append(event);
}

/**
 * Reads a session that nothing here recorded, event by event in constant memory: numbered and chained as in a
 * trace.jsonl. `skipped` is complete when the events are. Throws `usage` for an unknown harness, `not-found` where there
 * is no log.
 */
export const streamSession = async (
  harness: string,
  paths: readonly string[],
  options: SessionReadOptions = {},
): Promise<{ events: AsyncIterable<TraceEvent>; skipped: Readonly<Record<string, number>> }> => {
  const { events, skipped } = await readerOf(harness).read(paths, options);
  return { events: chained(events), skipped };
};

/** Reads a whole session at once; `content` gives what the tools wrote, by its SHA-256. See {@link streamSession}. */
export const readSession = async (
  harness: string,
  paths: readonly string[],
  options: Omit<SessionReadOptions, 'keep'> = {},
): Promise<{
  events: TraceEvent[];
  skipped: Readonly<Record<string, number>>;
  content(sha256: string): string | undefined;
}> => {
  const contents = new Map<string, string>();
  const keep = (text: string): string => {
    const sha256 = hash('sha256', text);
    contents.set(sha256, text);
    return sha256;
  };
  const { events, skipped } = await streamSession(harness, paths, { ...options, keep });
  return { events: await collect(events), skipped, content: (sha256) => contents.get(sha256) };
};
