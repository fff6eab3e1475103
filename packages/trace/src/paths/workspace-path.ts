import { posix } from 'node:path';

/** Where a tool call stood: absolute paths with `/`. */
export interface PathBase {
  /** The workspace. */
  readonly root: string;
  /** The directory that relative paths start from. */
  readonly cwd: string;
}

const drive = /^[A-Za-z]:[\\/]/;
const slashes = (path: string): string => (drive.test(path) || path.includes('\\') ? path.replaceAll('\\', '/') : path);

/** Absolute, with drive letters as they are. */
const absolutePath = (path: string, cwd: string): string => {
  if (drive.test(path) || !drive.test(cwd))
    return drive.test(path) ? posix.normalize(path) : posix.resolve('/', cwd, path);
  return posix.normalize(path.startsWith('/') ? path : `${cwd}/${path}`);
};

/** A path as named by a tool call, relative to the workspace with `/`; absolute when it lies outside. */
export const workspacePath = (path: string, base: PathBase): string => {
  const absolute = absolutePath(slashes(path), slashes(base.cwd));
  const root = absolutePath(slashes(base.root), '/').replace(/(.)\/$/, '$1');
  if (absolute.replace(/(.)\/$/, '$1') === root) return '.';
  const prefix = root === '/' ? root : `${root}/`;
  return absolute.startsWith(prefix) ? absolute.slice(prefix.length) : absolute;
};
