import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../../shared/compact/', import.meta.url));

/** Whether the compaction track's test vectors lie beside this repository; where they do not, tests skip and say so. */
export const hasShared = existsSync(folder);

/** The text of one file of the shared data, by its path below `compact/`; empty where there is none. */
export function sharedFile(path: string): string {
  return hasShared ? readFileSync(`${folder}${path}`, 'utf8') : '';
}

/** Where one file or folder of the shared data lies. */
export const sharedPath = (path: string): string => `${folder}${path}`;
