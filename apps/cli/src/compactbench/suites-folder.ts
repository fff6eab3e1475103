import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';

/** Options with the folder of the suites. */
export interface SuitesFolderOptions {
  readonly benchmarksDir?: string;
}

export const withBenchmarksDir = (command: Command): Command =>
  command.option(
    '--benchmarks-dir <folder>',
    'folder of the suites (default: ./benchmarks/public, else those that come with Obey)',
  );

/** The folder of the suites that are meant. @throws ObeyError `not-found` when there is none */
export async function suitesFolderOf(
  { benchmarksDir }: SuitesFolderOptions,
  { directory }: CommandContext,
): Promise<string> {
  const [{ referenceSuites }, { ObeyError }] = await Promise.all([import('@obey/compact'), import('@obey/schema')]);
  const folder = benchmarksDir === undefined ? referenceSuites(directory) : resolve(directory, benchmarksDir);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new ObeyError('not-found', 'there is no such folder of suites', { at: { file: benchmarksDir ?? folder } });
}
