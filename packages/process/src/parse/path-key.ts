import type { YamlPath } from './yaml-file.js';

/** A path as a key of maps. */
export type PathKey = string;

export function pathKey(path: YamlPath): PathKey {
  return path.map(String).join('/');
}
