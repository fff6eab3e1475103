import { createHash, hash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RawTraceEvent } from '@obey/schema';
import type { ContentStore } from '../content-store.js';
import { ignoredPaths } from './ignored-paths.js';
import { MarkerQueue } from './marker-queue.js';
import { withFileInside } from './read-inside.js';
import { VersionLog } from './version-log.js';
import { WorkspaceTree } from './workspace-tree.js';

export interface RecordWorkspaceOptions {
  /** The directory to watch; it must exist. What is in it already is the state from which changes are told. */
  readonly directory: string;
  /** Where the contents of versions go. */
  readonly store: ContentStore;
  /** Milliseconds since the trial began, with fraction. */
  readonly clock: () => number;
  /** Globs of workspace paths that are not recorded, besides node_modules and .git objects. */
  readonly ignore?: readonly string[];
  /** Whether `stop` compares the whole directory with what was recorded. Default true. */
  readonly closingSweep?: boolean;
  /** A larger file is recorded by its hash alone. Default 16 MiB. */
  readonly maxFileBytes?: number;
  /** Beyond so many bytes of contents, versions are recorded by their hash alone. Default 4 GiB. */
  readonly maxStoredBytes?: number;
}

export interface WorkspaceRecorder {
  /**
   * Resolves when all that was written before the call is recorded. Gives the time at which it was called: events of
   * before have earlier times, so an act that begins now should be stamped with it.
   */
  marker(): Promise<number>;
  /** The events so far. A later call may show an earlier version as partial, or a deletion as a rename. */
  events(): RawTraceEvent[];
  /** Milliseconds from a write to its event, 95th percentile of all markers, among them five at the start. */
  lag(): number;
  /** Records what is left, lets go of the directory, waits for the store and gives all events. */
  stop(): Promise<RawTraceEvent[]>;
  /** What went wrong, when something may be missing. */
  readonly damaged: string | undefined;
}

const tick = 0.001;
const sentinels = 5;
const maxLateHashBytes = 2 ** 31;
const chunkBytes = 4 << 20;

const queueLimit = (): number => {
  try {
    return Number(readFileSync('/proc/sys/fs/inotify/max_queued_events', 'utf8')) || Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};

class Recorder implements WorkspaceRecorder {
  readonly #root: string;
  /** Held open so that the number of its inode is not used again. */
  readonly #rootHandle: number;
  readonly #log: VersionLog;
  readonly #tree: WorkspaceTree;
  readonly #markers: MarkerQueue;
  readonly #damage = new Set<string>();
  readonly #queueLimit = queueLimit();
  #last = Number.NEGATIVE_INFINITY;
  #burst = 0;
  /** Paths that a sweep found changed and the kernel has not told of since. */
  #untold = new Set<string>();
  #sweeping: Promise<void> = Promise.resolve();
  #stopped: Promise<RawTraceEvent[]> | undefined;

  constructor(readonly options: RecordWorkspaceOptions) {
    const { directory, store, clock, ignore = [], maxFileBytes = 16 << 20, maxStoredBytes = 2 ** 32 } = options;
    this.#root = realpathSync.native(directory);
    this.#rootHandle = openSync(this.#root, 'r');
    const onDamage = (what: string): void => void this.#damage.add(what);
    this.#log = new VersionLog({
      store,
      stamp: (changedNs) => this.#stamp(changedNs),
      maxStoredBytes,
      hash: (bytes) => hash('sha256', bytes),
    });
    this.#markers = new MarkerQueue({
      clock,
      onArrival: () => this.#tree.catchUp(),
      onLoss: () => this.#suspectLoss('a marker was lost'),
      onError: (error) => onDamage(`the markers failed: ${error.message}`),
    });
    this.#tree = new WorkspaceTree({
      ...{ root: this.#root, ignored: ignoredPaths(ignore), log: this.#log, clock, maxFileBytes, onDamage },
      onTold: (path) => this.#told(path),
    });
  }

  get damaged(): string | undefined {
    return this.#damage.size === 0 ? undefined : [...this.#damage].join('; ');
  }

  async marker(): Promise<number> {
    const at = Math.max(this.options.clock(), this.#last + 2 * tick);
    await this.#markers.wait(at);
    this.#last = Math.max(this.#last, at);
    return at;
  }

  events(): RawTraceEvent[] {
    return this.#log.events;
  }

  lag(): number {
    return this.#markers.lag;
  }

  stop(): Promise<RawTraceEvent[]> {
    this.#stopped ??= this.#finish();
    return this.#stopped;
  }

  async #finish(): Promise<RawTraceEvent[]> {
    await this.marker();
    await this.#sweeping;
    this.#checkRoot();
    if (this.options.closingSweep !== false) await this.#sweep(false);
    this.#tree.catchUp();
    this.#tree.close();
    this.#markers.close();
    closeSync(this.#rootHandle);
    this.#hashLargeFiles();
    await this.options.store.flush();
    return this.events();
  }

  /** What is delivered while a marker is on its way happened before that was written. */
  #stamp(changedNs: bigint): number {
    const oldest = this.#markers.oldestSince(changedNs);
    const now = this.options.clock();
    this.#last = Math.max(this.#last, oldest === undefined ? now : Math.min(now, oldest - tick));
    return this.#last;
  }

  #told(path: string): void {
    if (this.#untold.size > 0) this.#confirm(path);
    if (path === basename(this.#root)) this.#checkRoot();
    this.#burst += 1;
    if (this.#burst > 1) return;
    setImmediate(() => {
      // So many at once may be all that the queue could hold; the kernel drops the rest without a word to us.
      if (this.#burst >= this.#queueLimit) this.#suspectLoss('');
      this.#burst = 0;
    });
  }

  #suspectLoss(what: string): void {
    if (what !== '') this.#damage.add(what);
    this.#sweeping = this.#sweeping.then(() => this.#sweep(true));
  }

  /**
   * Compares the directory with what is known. What the kernel does not tell of afterwards was lost by it; a mere change
   * of content only on suspicion, since it never tells of writes through mapped memory.
   */
  async #sweep(suspicious: boolean): Promise<void> {
    this.#tree.lookAtAll((path) => {
      if (suspicious || this.#log.lastChange !== 'modified') this.#untold.add(path);
    });
    if (this.#untold.size === 0) return;
    await this.marker();
    const [first] = this.#untold;
    if (first !== undefined) {
      this.#damage.add(`${this.#untold.size} changes were found by comparison only, the first at ${first}`);
    }
    this.#untold = new Set();
  }

  #confirm(path: string): void {
    for (const untold of this.#untold) {
      if (untold === path || untold.startsWith(`${path}/`)) this.#untold.delete(untold);
    }
  }

  #checkRoot(): void {
    try {
      if (lstatSync(this.#root, { bigint: true }).ino === this.#tree.root.ino) return;
    } catch {
      // Told below.
    }
    this.#damage.add('the workspace was removed or replaced');
  }

  /** The last version of a file too large to be kept gets its hash at least. */
  #hashLargeFiles(): void {
    for (const { event, path, ino } of this.#tree.files()) {
      if (event === undefined || ino === undefined || event.sha256 !== undefined) continue;
      withFileInside(join(this.#root, path), (fd, stats) => {
        if (stats.size <= maxLateHashBytes) event.sha256 = hashOf(fd);
        return { type: 'large', stats };
      });
    }
  }
}

const hashOf = (fd: number): string => {
  const digest = createHash('sha256');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  for (let at = 0, count = -1; count !== 0; at += count) {
    count = readSync(fd, chunk, 0, chunkBytes, at);
    digest.update(chunk.subarray(0, count));
  }
  return digest.digest('hex');
};

/**
 * Records every version of every file in a directory, from outside of the program that writes there. Works by one
 * `fs.watch` per directory, whose events all come through one queue in order. Throws what the file system throws when
 * the directory cannot be read at the start; later trouble is told by `damaged`.
 */
export const recordWorkspace = async (options: RecordWorkspaceOptions): Promise<WorkspaceRecorder> => {
  const recorder = new Recorder(options);
  for (let count = 0; count < sentinels; count += 1) await recorder.marker();
  return recorder;
};
