import { type BigIntStats, lstatSync, readdirSync, realpathSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { readInside } from './read-inside.js';
import { TrackedDirectory, type TrackedFile } from './tracked-directory.js';
import type { VersionLog } from './version-log.js';

export interface WorkspaceTreeOptions {
  /** Absolute, without links. */
  readonly root: string;
  readonly ignored: (path: string) => boolean;
  readonly log: VersionLog;
  readonly clock: () => number;
  /** A larger file is recorded without its content. */
  readonly maxFileBytes: number;
  readonly onDamage: (what: string) => void;
  /** Called with each path that the kernel told of. */
  readonly onTold: (path: string) => void;
}

/** Smaller files are read at every event, so that each version is kept. */
const smallBytes = 256n << 10n;
/** Larger ones no faster than this, in bytes per ms, so that a growing log cannot stall the recorder. */
const readRate = 20_000;
const maxWaitMs = 1000;
const maxFlushBytes = 64 << 20;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
const isGone = (code: string): boolean => code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP';

/**
 * Follows a directory tree by one `fs.watch` per directory. A new directory is watched first and then listed, so that
 * nothing written before its watch stood is missed. Links are never followed.
 */
export class WorkspaceTree {
  readonly root: TrackedDirectory;
  readonly #waiting = new Map<TrackedFile, { directory: TrackedDirectory; name: string }>();
  #timer: NodeJS.Timeout | undefined;
  #recording = false;

  constructor(readonly options: WorkspaceTreeOptions) {
    this.root = new TrackedDirectory('', lstatSync(options.root, { bigint: true }).ino);
    this.#follow(this.root);
    this.#recording = true;
  }

  /** Looks at one entry and records what changed. */
  look(directory: TrackedDirectory, name: string): void {
    const path = directory.child(name);
    if (this.options.ignored(path)) return;
    let stats: BigIntStats;
    try {
      stats = lstatSync(join(this.options.root, path), { bigint: true });
    } catch (error) {
      const code = codeOf(error);
      if (isGone(code)) this.#vanished(directory, name);
      else this.options.onDamage(`cannot look at ${path}: ${code}`);
      return;
    }
    if (stats.isDirectory()) this.#lookAtDirectory(directory, name, stats);
    else this.#lookAtFile(directory, name, stats);
  }

  /** Looks at every entry that is there or was known. Calls `found` for each path that had changed. */
  lookAtAll(found: (path: string) => void, directory = this.root): void {
    for (const name of new Set([
      ...this.#names(directory),
      ...directory.files.keys(),
      ...directory.directories.keys(),
    ])) {
      const before = this.options.log.length;
      const known = directory.directories.get(name);
      this.look(directory, name);
      if (this.options.log.length !== before) found(directory.child(name));
      // A directory that is new was listed when it was found.
      const now = directory.directories.get(name);
      if (now !== undefined && now === known) this.lookAtAll(found, now);
    }
  }

  /** Reads the large files whose reading was put off. */
  catchUp(): void {
    let bytes = 0;
    for (const [file, { directory, name }] of this.#waiting) {
      if (bytes > maxFlushBytes) return;
      bytes += Number(file.size);
      file.readAgainAt = 0;
      this.#waiting.delete(file);
      this.look(directory, name);
    }
  }

  /** Every known file. */
  *files(directory = this.root): Generator<TrackedFile> {
    yield* directory.files.values();
    for (const child of directory.directories.values()) yield* this.files(child);
  }

  close(directory = this.root): void {
    clearTimeout(this.#timer);
    directory.watcher?.close();
    directory.watcher = undefined;
    for (const child of directory.directories.values()) this.close(child);
  }

  #lookAtDirectory(parent: TrackedDirectory, name: string, stats: BigIntStats): void {
    const file = parent.files.get(name);
    if (file !== undefined) this.#deleted(parent, name, file);
    const known = parent.directories.get(name);
    if (known !== undefined && known.ino === stats.ino) {
      if (known.watcher === undefined) this.#follow(known);
      return;
    }
    if (known !== undefined) this.#dropped(parent, name, known);
    const directory = new TrackedDirectory(parent.child(name), stats.ino);
    parent.directories.set(name, directory);
    this.#follow(directory);
  }

  #lookAtFile(directory: TrackedDirectory, name: string, stats: BigIntStats): void {
    const { log, maxFileBytes, root } = this.options;
    const known = directory.files.get(name);
    const path = directory.child(name);
    const replaced = directory.directories.get(name);
    if (replaced !== undefined) this.#dropped(directory, name, replaced);
    if (!stats.isFile()) {
      if (this.#recording) directory.files.set(name, log.opaque(path, stats, known));
      return;
    }
    if (known !== undefined && isUnchanged(known, stats)) return;
    if (known !== undefined && stats.size > smallBytes && this.#putOff(directory, name, known)) return;
    const found = readInside(join(root, path), maxFileBytes);
    if (found.type === 'gone') return;
    if (found.type === 'unreadable') {
      directory.files.set(name, log.opaque(path, stats, known));
      return;
    }
    const bytes = found.type === 'file' ? found.bytes : undefined;
    const file = this.#recording
      ? log.version(path, found.stats, bytes, known)
      : log.baseline(path, found.stats, bytes);
    file.readAgainAt = this.options.clock() + Math.min(maxWaitMs, Number(stats.size) / readRate);
    directory.files.set(name, file);
  }

  #putOff(directory: TrackedDirectory, name: string, file: TrackedFile): boolean {
    const wait = file.readAgainAt - this.options.clock();
    if (wait <= 0) return false;
    this.#waiting.set(file, { directory, name });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.catchUp(), wait).unref();
    return true;
  }

  #vanished(directory: TrackedDirectory, name: string): void {
    const file = directory.files.get(name);
    if (file !== undefined) this.#deleted(directory, name, file);
    const known = directory.directories.get(name);
    if (known !== undefined) this.#dropped(directory, name, known);
  }

  #deleted(directory: TrackedDirectory, name: string, file: TrackedFile): void {
    directory.files.delete(name);
    this.#waiting.delete(file);
    this.options.log.deleted(file);
  }

  #dropped(parent: TrackedDirectory, name: string, directory: TrackedDirectory): void {
    parent.directories.delete(name);
    directory.watcher?.close();
    for (const [child, file] of directory.files) this.#deleted(directory, child, file);
    for (const [child, below] of directory.directories) this.#dropped(directory, child, below);
  }

  /** Watches a directory, then looks at all that is in it or was known to be. */
  #follow(directory: TrackedDirectory): void {
    const path = join(this.options.root, directory.path);
    const old = directory.watcher;
    directory.watcher = undefined;
    try {
      const watcher = watch(path, { persistent: false }, (type, name) => this.#told(directory, type, name));
      watcher.on('error', (error) => this.options.onDamage(`the watch on ${path} failed: ${codeOf(error)}`));
      if (realpathSync.native(path) === path) directory.watcher = watcher;
      else watcher.close();
    } catch (error) {
      const code = codeOf(error);
      if (!isGone(code)) this.options.onDamage(`cannot watch ${directory.path || 'the workspace'}: ${code}`);
    }
    old?.close();
    for (const name of this.#entries(directory)) this.look(directory, name);
  }

  #told(directory: TrackedDirectory, type: string, name: string | null): void {
    if (name === null) {
      this.#follow(directory);
      return;
    }
    this.look(directory, name);
    this.options.onTold(directory.child(name));
    // Either a child of the same name, or the directory itself was removed: then another may stand in its place, even
    // with the same number, and its watch is dead.
    if (type === 'rename' && name === basename(join(this.options.root, directory.path))) this.#follow(directory);
  }

  #entries(directory: TrackedDirectory): Set<string> {
    return new Set([...this.#names(directory), ...directory.files.keys(), ...directory.directories.keys()]);
  }

  #names(directory: TrackedDirectory): string[] {
    const path = join(this.options.root, directory.path);
    try {
      // Through a swapped parent the names of a foreign directory would be seen.
      return realpathSync.native(path) === path ? readdirSync(path) : [];
    } catch (error) {
      const code = codeOf(error);
      if (!isGone(code)) this.options.onDamage(`cannot list ${directory.path || 'the workspace'}: ${code}`);
      return [];
    }
  }
}

const isUnchanged = (known: TrackedFile, stats: BigIntStats): boolean =>
  known.settled &&
  known.ino === stats.ino &&
  known.size === stats.size &&
  known.mtimeNs === stats.mtimeNs &&
  known.ctimeNs === stats.ctimeNs;
