import type { BigIntStats } from 'node:fs';
import type { ContentStore } from '../content-store.js';
import { isHalfWritten, partialWithinMs } from './partial-version.js';
import type { RawFileEvent, TrackedFile } from './tracked-directory.js';

/** Coarsest grain of file times on common kernels, in ms, doubled. */
const grainMs = 20n;
/** A path that vanished may turn up under another name for so long, in ms. */
const renameWithinMs = 1000;

export interface VersionLogOptions {
  readonly store: ContentStore;
  /** Time of what is being recorded now, never going back, given the kernel's time of the change; 0 where it has none. */
  readonly stamp: (changedNs: bigint) => number;
  /** Bytes of contents to keep; beyond, versions are recorded by their hash alone. */
  readonly maxStoredBytes: number;
  /** Hash without keeping. */
  readonly hash: (bytes: Uint8Array) => string;
}

const isSettled = (stats: BigIntStats): boolean => BigInt(Date.now()) - stats.ctimeNs / 1_000_000n > grainMs;

interface Gone {
  readonly file: TrackedFile;
  readonly event: RawFileEvent;
}

/** The versions of files as events, in the order in which they were seen. */
export class VersionLog {
  readonly #events: RawFileEvent[] = [];
  readonly #cancelled = new Set<RawFileEvent>();
  readonly #gone = new Map<bigint, Gone>();
  #recent: TrackedFile[] = [];
  #storedBytes = 0;

  constructor(readonly options: VersionLogOptions) {}

  /** Grows with each event. */
  get length(): number {
    return this.#events.length;
  }

  get lastChange(): RawFileEvent['change'] | undefined {
    return this.#events.at(-1)?.change;
  }

  /** The events so far; later ones may still mark an earlier version as partial, or a deletion as a rename. */
  get events(): RawFileEvent[] {
    return this.#events.filter((event) => !this.#cancelled.has(event)).map((event) => ({ ...event }));
  }

  /** Records a version of a regular file, if it differs from what is known. Gives the new state of the path. */
  version(path: string, stats: BigIntStats, bytes: Buffer | undefined, known: TrackedFile | undefined): TrackedFile {
    const sha256 = bytes === undefined ? undefined : this.#keep(bytes);
    const same = known !== undefined && known.ino === stats.ino && known.mtimeNs === stats.mtimeNs;
    const settled = isSettled(stats);
    if (same && known.sha256 === sha256 && known.size === stats.size) {
      known.ctimeNs = stats.ctimeNs;
      known.settled = settled;
      return known;
    }
    const { ino, size, mtimeNs, ctimeNs } = stats;
    const content = { bytes: Number(size), ...(sha256 === undefined ? {} : { sha256 }) };
    const from = this.#renamedFrom(ino, mtimeNs, sha256, path);
    const change = from !== undefined ? 'renamed' : known === undefined ? 'created' : 'modified';
    const event = this.#push({ path, change, ...(from === undefined ? {} : { from }), ...content }, ctimeNs);
    if (bytes !== undefined) this.#markHalfWritten(known, sha256, bytes, event.end);
    const file = { path, ino, size, mtimeNs, ctimeNs, sha256, settled, event, bytes, readAgainAt: 0 };
    if (bytes !== undefined) this.#recent.push(file);
    return file;
  }

  /** Notes a file that was there before anything happened: no event. */
  baseline(path: string, stats: BigIntStats, bytes: Buffer | undefined): TrackedFile {
    const { ino, size, mtimeNs, ctimeNs } = stats;
    const sha256 = bytes === undefined ? undefined : this.options.hash(bytes);
    const nothing = { event: undefined, bytes: undefined };
    return { path, ino, size, mtimeNs, ctimeNs, sha256, settled: isSettled(stats), readAgainAt: 0, ...nothing };
  }

  /** Records something that has no content to keep: a link, a pipe, a file that cannot be read. */
  opaque(path: string, stats: BigIntStats, known: TrackedFile | undefined): TrackedFile {
    const { size, mtimeNs, ctimeNs } = stats;
    if (known !== undefined && known.ino === undefined && known.ctimeNs === ctimeNs) return known;
    const event = this.#push({ path, change: known === undefined ? 'created' : 'modified' }, ctimeNs);
    const nothing = { ino: undefined, sha256: undefined, bytes: undefined };
    return { path, size, mtimeNs, ctimeNs, settled: true, event, readAgainAt: 0, ...nothing };
  }

  deleted(file: TrackedFile): void {
    const event = this.#push({ path: file.path, change: 'deleted' }, 0n);
    if (file.ino !== undefined) this.#gone.set(file.ino, { file, event });
  }

  #push(fields: Pick<RawFileEvent, 'path' | 'change' | 'from' | 'sha256' | 'bytes'>, changedNs: bigint): RawFileEvent {
    const at = this.options.stamp(changedNs);
    this.#forget(at);
    const event: RawFileEvent = { kind: 'file', source: 'workspace', actor: 'main', start: at, end: at, ...fields };
    this.#events.push(event);
    return event;
  }

  #keep(bytes: Buffer): string {
    if (this.#storedBytes > this.options.maxStoredBytes) return this.options.hash(bytes);
    const fresh = this.options.store.size;
    const sha256 = this.options.store.put(bytes);
    if (this.options.store.size > fresh) this.#storedBytes += bytes.length;
    return sha256;
  }

  #renamedFrom(ino: bigint, mtimeNs: bigint, sha256: string | undefined, path: string): string | undefined {
    const gone = this.#gone.get(ino);
    if (gone === undefined) return undefined;
    this.#gone.delete(ino);
    // Numbers of inodes are used again at once; a rename keeps content and time as well.
    const moved = gone.file.mtimeNs === mtimeNs && gone.file.sha256 === sha256 && gone.file.path !== path;
    if (!moved) return undefined;
    this.#cancelled.add(gone.event);
    return gone.file.path;
  }

  #markHalfWritten(known: TrackedFile | undefined, sha256: string | undefined, bytes: Buffer, at: number): void {
    if (known?.event === undefined || known.bytes === undefined || known.sha256 === sha256) return;
    if (at - known.event.end < partialWithinMs && isHalfWritten(known.path, known.bytes, bytes)) {
      known.event.partial = true;
    }
  }

  /** Lets go of contents and vanished paths that are too old to matter. */
  #forget(now: number): void {
    const old = this.#recent.findIndex((file) => file.event === undefined || now - file.event.end < partialWithinMs);
    const count = old === -1 ? this.#recent.length : old;
    for (const file of this.#recent.slice(0, count)) file.bytes = undefined;
    if (count > 0) this.#recent = this.#recent.slice(count);
    for (const [ino, { event }] of this.#gone) {
      if (now - event.end < renameWithinMs) break;
      this.#gone.delete(ino);
    }
  }
}
