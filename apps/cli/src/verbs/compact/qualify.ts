import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';
import { tierOf, withTierOption } from './tier-option.js';

interface QualifyOptions {
  readonly tier?: string;
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact qualify <results>`: whether a run may be ranked. */
export function compactQualifyVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('qualify')
    .description('tell whether a run may be ranked, and every reason why not')
    .argument('<results>', 'a results.jsonl')
    .addOption(jsonOption());
  withSuitesOption(withTierOption(verb)).action((results: string, options: QualifyOptions) =>
    qualify(results, options, context),
  );
}

async function qualify(results: string, options: QualifyOptions, context: CommandContext): Promise<void> {
  const { believeRun, eliteScore, qualifyRun, reachedTier, readResultsFile } = await import('@obey/compact');
  const [{ escapeTerminal }, { ObeyError }] = await Promise.all([import('@obey/report'), import('@obey/schema')]);
  const wanted = await tierOf(options.tier);
  const log = await readResultsFile(resolve(context.directory, results));
  const believed = believeRun(log, await suitesFolder(options, context));
  const tier = wanted ?? reachedTier(believed.run.compression_ratio) ?? 'Elite-Light';
  const reasons = qualifyRun(believed, tier);
  const elite = eliteScore(believed.run, tier);
  const qualified = reasons.length === 0;
  if (options.json) await printJson(context, { qualified, tier, elite_score: elite, reasons });
  else if (qualified) await printLines(context, [`qualifies for ${tier} with an elite score of ${elite.toFixed(3)}`]);
  else
    await printLines(
      context,
      reasons.map((reason) => escapeTerminal(reason, { max: 500 })),
    );
  if (!qualified) throw new ObeyError('run-invalid', `does not qualify for ${tier}`);
}
