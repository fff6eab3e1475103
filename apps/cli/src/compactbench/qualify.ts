import type { Command } from 'commander';
import { type CommandContext, printLines } from '../command-context.js';
import { addCommand } from './add-command.js';
import { Ended } from './ended.js';
import { existingPath } from './option-values.js';
import { type SuitesFolderOptions, suitesFolderOf, withBenchmarksDir } from './suites-folder.js';
import { UsageError } from './usage-error.js';

interface QualifyOptions extends SuitesFolderOptions {
  readonly results?: string;
  readonly tier?: string;
}

/** `compactbench qualify`. */
export function qualifyCommand(program: Command, context: CommandContext): void {
  addCommand(program, context, {
    name: 'qualify',
    description: 'tell whether a run may be ranked, and if not, every reason',
    options: (command) =>
      withBenchmarksDir(command)
        .option('-r, --results <file>', 'a results.jsonl (required)')
        .option(
          '--tier <tier>',
          'Elite-Light, Elite-Mid or Elite-Aggressive (default: the highest that its ratio reaches)',
        ),
    action: (options) => qualify(options as QualifyOptions, context),
  });
}

async function qualify(options: QualifyOptions, context: CommandContext): Promise<void> {
  const path = existingPath(options.results, '--results (-r)', context);
  const { believeRun, qualifyRun, reachedTier, readResultsFile, readTier, tiers } = await import('@obey/compact');
  const asked = options.tier === undefined ? undefined : readTier(options.tier);
  if (options.tier !== undefined && asked === undefined)
    throw new UsageError(`--tier: expected one of ${tiers.join(', ')}`);
  const believed = believeRun(await readResultsFile(path), await suitesFolderOf(options, context));
  const tier = asked ?? reachedTier(believed.run.compression_ratio) ?? 'Elite-Light';
  const reasons = qualifyRun(believed, tier);
  if (reasons.length === 0) return await printLines(context, [`qualifies for ${tier}`]);
  const { escapeTerminal } = await import('@obey/report');
  await printLines(context, [
    `does not qualify for ${tier}`,
    ...reasons.map((reason) => `  - ${escapeTerminal(reason, { max: 500 })}`),
  ]);
  throw new Ended(1);
}
