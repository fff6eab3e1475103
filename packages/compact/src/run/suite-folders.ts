import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the suites that come with the package: beside its package.json. */
export function bundledSuites(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'suites');
}

/** Where CompactBench looks for suites: `benchmarks/public` in the folder one is in, else those that come with the package. */
export function referenceSuites(directory: string): string {
  const local = resolve(directory, 'benchmarks', 'public');
  return statSync(local, { throwIfNoEntry: false })?.isDirectory() === true ? local : bundledSuites();
}

/** The folder of a suite below a folder of suites. */
export const suiteFolder = (suites: string, key: string): string => join(suites, key);
