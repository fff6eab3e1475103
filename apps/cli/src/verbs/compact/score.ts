import { resolve } from 'node:path';
import type { Recomputed, Scorecard } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';

interface ScoreOptions {
  readonly null?: string;
  readonly oracle?: string;
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact score <results>`: every number of a run, computed anew. */
export function compactScoreVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('score')
    .description('compute the scores of a run anew, and refuse a file that says otherwise')
    .argument('<results>', 'a results.jsonl')
    .option('--null <results>', 'a run of built-in:null on the same cases, to normalise by')
    .option('--oracle <results>', 'a run of built-in:oracle on the same cases, to normalise by')
    .addOption(jsonOption());
  withSuitesOption(verb).action((results: string, options: ScoreOptions) => score(results, options, context));
}

async function score(results: string, options: ScoreOptions, context: CommandContext): Promise<void> {
  const { finalScorecard } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  if ((options.null === undefined) !== (options.oracle === undefined)) {
    throw new ObeyError('usage', 'to normalise takes both controls: --null and --oracle');
  }
  const { cases } = await recomputed(results, options, context);
  const scores = async (file: string) =>
    new Map((await recomputed(file, options, context)).cases.map((one) => [one.case_id, one.case_score]));
  const card = finalScorecard({
    cases,
    ...(options.null === undefined || options.oracle === undefined
      ? {}
      : { controls: { none: await scores(options.null), oracle: await scores(options.oracle) } }),
  });
  if (options.json) return await printJson(context, card);
  await printLines(context, scoreLines(card));
}

async function recomputed(results: string, options: ScoreOptions, context: CommandContext): Promise<Recomputed> {
  const { knownVersion, profileOf, readResultsFile, regenerator, requireHonest, requireStart } = await import(
    '@obey/compact'
  );
  const log = await readResultsFile(resolve(context.directory, results));
  const version = knownVersion(requireStart(log).scorer_version);
  const again = version === 'obey-1' ? regenerator(log, await suitesFolder(options, context)) : undefined;
  return requireHonest(log, { profile: profileOf(version), ...(again === undefined ? {} : { regenerate: again }) });
}

const names = [
  'overall_score',
  'normalized_score',
  'drift_resistance',
  'constraint_retention',
  'contradiction_rate',
  'compression_ratio',
] as const;

function scoreLines(card: Scorecard): string[] {
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? '–' : value.toFixed(3));
  const lines = names.map((name) => {
    const bounds = card.intervals[name];
    const interval = bounds === null ? '' : `  [${cell(bounds.low)}, ${cell(bounds.high)}]`;
    return `${name.padEnd(21)}${cell(card[name]).padStart(8)}${interval}`;
  });
  return [...lines, '', `${card.cases.length} cases; intervals ${100 * card.intervals.level} %`];
}
