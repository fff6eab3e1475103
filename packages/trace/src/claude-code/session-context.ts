import type { RawTraceEvent } from '@obey/schema';
import type { PathBase } from '../paths/workspace-path.js';

/** Whose record it is. */
export interface Lane {
  /** `main`, or a subagent's id. */
  readonly actor: string;
  /** The tool call that started the subagent; its id where that is unknown. */
  readonly parent: string | undefined;
}

export interface RawPlace {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** What the parts of a reading share. */
export interface SessionContext {
  emit(event: RawTraceEvent): void;
  /** Milliseconds since the trial or session began, from milliseconds since 1970. */
  time(at: number): number;
  /** Where paths of a call start from, given the directory that its record names. */
  base(cwd: string | undefined): PathBase | undefined;
  /** Keeps a text and gives its SHA-256; undefined where nothing is kept. */
  keep(text: string): string | undefined;
}

/** The fields that each event of a lane begins with. */
export const harnessEvent = ({ actor, parent }: Lane, start: number, end: number, raw?: RawPlace) => ({
  start,
  end,
  source: 'harness' as const,
  actor,
  ...(parent === undefined ? {} : { parent }),
  ...(raw === undefined ? {} : { raw }),
});
