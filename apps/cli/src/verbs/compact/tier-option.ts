import type { Tier } from '@obey/compact';
import type { Command } from 'commander';

/** The option that names a tier. */
export const withTierOption = (command: Command): Command =>
  command.option('--tier <tier>', 'light, mid or aggressive (default: the hardest that the run reaches)');

/** The tier that is meant; undefined where none is named. @throws ObeyError `usage` */
export async function tierOf(name: string | undefined): Promise<Tier | undefined> {
  if (name === undefined) return undefined;
  const { readTier, tiers } = await import('@obey/compact');
  const tier = readTier(name);
  if (tier !== undefined) return tier;
  const { ObeyError } = await import('@obey/schema');
  throw new ObeyError('usage', `--tier ${JSON.stringify(name)} is none of ${tiers.join(', ')}`);
}
