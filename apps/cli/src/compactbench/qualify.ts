import type { Command } from 'commander';
import { type CommandContext, printLines } from '../command-context.js';
import { addCommand } from './add-command.js';
import { Ended } from './ended.js';
import { existingPath } from './option-values.js';
import { UsageError } from './usage-error.js';

interface QualifyOptions {
  readonly results?: string;
  readonly tier?: string;
}

/** `compactbench qualify`. */
export function qualifyCommand(program: Command, context: CommandContext): void {
  addCommand(program, context, {
    name: 'qualify',
    description: 'tell whether a run may be ranked, and if not, every reason',
    options: (command) =>
      command
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
  const compact = await import('@obey/compact');
  const tier = options.tier === undefined ? undefined : compact.readTier(options.tier);
  if (options.tier !== undefined && tier === undefined) {
    throw new UsageError(`--tier: expected one of ${compact.tiers.join(', ')}`);
  }
  const log = await compact.readResultsFile(path);
  const run = compact.toRunResult(log);
  const start = compact.requireStart(log);
  const wanted = tier ?? compact.reachedTier(run.compression_ratio) ?? 'Elite-Light';
  const controls = compact.listMethods().filter((method) => method.control);
  const reasons = compact.disqualifications(run, {
    tier: wanted,
    expectedDriftCycles: start.drift_cycles,
    rules: compact.knownVersion(start.scorer_version),
    control: controls.some(({ key }) => key === run.method_name),
  });
  const { escapeTerminal } = await import('@obey/report');
  if (reasons.length === 0) return await printLines(context, [`qualifies for ${wanted}`]);
  await printLines(context, [
    `does not qualify for ${wanted}`,
    ...reasons.map((reason) => `  - ${escapeTerminal(reason)}`),
  ]);
  throw new Ended(1);
}
