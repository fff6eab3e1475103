import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
} from 'node:fs';

/** What was found under a path, opened without following links or waiting. */
export type Found =
  | { readonly type: 'file'; readonly stats: BigIntStats; readonly bytes: Buffer }
  /** Longer than the limit: not read. */
  | { readonly type: 'large'; readonly stats: BigIntStats }
  /** Gone, swapped or moved away meanwhile; another event tells of it. */
  | { readonly type: 'gone' }
  | { readonly type: 'unreadable'; readonly reason: string };

const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const vanished = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO', 'ENODEV', 'ESTALE']);

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

/** Where an open file really stands: a parent may have been swapped for a link between look and open. */
const openedAt = (fd: number, path: string): string =>
  process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${fd}`) : realpathSync.native(path);

const readAll = (fd: number, size: number): Buffer => {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(fd, bytes, length, size - length, length);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
};

/**
 * Runs `use` on a regular file that really stands at `path`, an absolute path without links in it, given by a directory
 * that hostile programs may change at any time: nothing outside of it is ever opened for reading, nothing blocks.
 */
export const withFileInside = (path: string, use: (fd: number, stats: BigIntStats) => Found): Found => {
  let fd: number;
  try {
    fd = openSync(path, flags);
  } catch (error) {
    const code = errorCode(error);
    return vanished.has(code) ? { type: 'gone' } : { type: 'unreadable', reason: code };
  }
  try {
    const stats = fstatSync(fd, { bigint: true });
    if (!stats.isFile() || openedAt(fd, path) !== path) return { type: 'gone' };
    return use(fd, stats);
  } catch (error) {
    const code = errorCode(error);
    return vanished.has(code) ? { type: 'gone' } : { type: 'unreadable', reason: code };
  } finally {
    closeSync(fd);
  }
};

/** Reads a whole file of at most `maxBytes`; see {@link withFileInside}. */
export const readInside = (path: string, maxBytes: number): Found =>
  withFileInside(path, (fd, stats) =>
    stats.size > maxBytes ? { type: 'large', stats } : { type: 'file', stats, bytes: readAll(fd, Number(stats.size)) },
  );
