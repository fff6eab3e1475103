import type { FSWatcher } from 'node:fs';
import type { FileEvent, RawTraceEvent } from '@obey/schema';

export type RawFileEvent = Extract<RawTraceEvent, { kind: 'file' }> & Pick<FileEvent, 'path'>;

/** The last known state of one path that is no directory. */
export interface TrackedFile {
  readonly path: string;
  /** Undefined for what is no regular file: links, pipes, sockets. */
  readonly ino: bigint | undefined;
  size: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
  sha256: string | undefined;
  /** The stats are older than the clock's grain at the time of reading, so that equal stats mean equal bytes. */
  settled: boolean;
  /** The event of this version; undefined for what was there from the start. */
  event: RawFileEvent | undefined;
  /** Kept for a moment only. */
  bytes: Buffer | undefined;
  /** Not to be read again before, in ms of the recorder's clock. */
  readAgainAt: number;
}

/** A directory of the workspace and what is known to be in it. */
export class TrackedDirectory {
  readonly files = new Map<string, TrackedFile>();
  readonly directories = new Map<string, TrackedDirectory>();
  watcher: FSWatcher | undefined;

  constructor(
    /** Relative to the workspace, with `/`; empty for the workspace itself. */
    readonly path: string,
    readonly ino: bigint,
  ) {}

  /** The workspace path of an entry. */
  child(name: string): string {
    return this.path === '' ? name : `${this.path}/${name}`;
  }
}
