import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nearest, ObeyError } from '@obey/schema';
import { listSuites } from '../template/load-suite.js';
import { packageFolder } from './package-folder.js';

/** The folder of the suites that come with the package: beside its package.json. */
export const bundledSuites = (): string => join(packageFolder(), 'suites');

/** Where CompactBench looks for suites: `benchmarks/public` in the folder one is in, else those that come with the package. */
export function referenceSuites(directory: string): string {
  const local = resolve(directory, 'benchmarks', 'public');
  return statSync(local, { throwIfNoEntry: false })?.isDirectory() === true ? local : bundledSuites();
}

/** The folder of a suite below a folder of suites. */
export const suiteFolder = (suites: string, key: string): string => join(suites, key);

/**
 * The folder of a suite that is there.
 * @throws ObeyError `not-found` with the nearest name, or with all there are
 */
export function requireSuite(suites: string, key: string): string {
  const keys = listSuites(suites);
  if (keys.includes(key)) return suiteFolder(suites, key);
  if (!existsSync(suites)) {
    throw new ObeyError('not-found', 'there is no such folder of suites', { at: { file: suites } });
  }
  const close = nearest(key, keys);
  throw new ObeyError('not-found', `there is no suite \`${key}\``, {
    hint: close === undefined ? `there are ${keys.join(', ') || 'none'}` : `is \`${close}\` meant?`,
  });
}
