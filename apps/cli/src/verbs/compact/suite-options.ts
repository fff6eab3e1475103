import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';

/** The option that names the folder of the suites. */
export const withSuitesOption = (command: Command): Command =>
  command.option('--suites <folder>', 'folder of suites (default: those that come with Obey)');

/** The folder of the suites that are meant. */
export async function suitesFolder(
  { suites }: { readonly suites?: string },
  { directory }: CommandContext,
): Promise<string> {
  if (suites !== undefined) return resolve(directory, suites);
  const { bundledSuites } = await import('@obey/compact');
  return bundledSuites();
}
