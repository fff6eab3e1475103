import type { RawTraceEvent } from '@obey/schema';

export interface SessionReadOptions {
  /** What 0 ms of the trace is, in ms since 1970; the first time in the logs where it is not given. */
  readonly epochMs?: number;
  /** Absolute path of the workspace as the session named it; its first working directory where it is not given. */
  readonly workspace?: string;
  /** Keeps a text that a tool wrote and gives its SHA-256, for `content` of tool events, which is left out otherwise. */
  readonly keep?: (text: string) => string;
}

export interface SessionReading {
  /** In the order in which they ended. Reads as it goes, in constant memory; for one pass. */
  readonly events: AsyncIterable<RawTraceEvent>;
  /** Records passed over, by what was wrong with them; complete when the events are. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Reads the logs of one harness. */
export interface SessionReader {
  readonly harness: string;
  /** Throws ObeyError where there is nothing that it can read. */
  read(paths: readonly string[], options?: SessionReadOptions): Promise<SessionReading>;
}
