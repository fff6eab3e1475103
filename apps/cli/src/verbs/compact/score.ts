import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ControlRun, Recomputed, ResultsLog, ScaleControl } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { caseLines, diagnosisLines, runLine, scaleLines, scoreLines } from './score-lines.js';
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
    .option('--null <results>', 'a run of built-in:null to normalise by (default: <results>.null.jsonl, if there)')
    .option(
      '--oracle <results>',
      'a run of built-in:oracle to normalise by (default: <results>.oracle.jsonl, if there)',
    )
    .addOption(jsonOption());
  withSuitesOption(verb).action((results: string, options: ScoreOptions) => score(results, options, context));
}

async function score(results: string, options: ScoreOptions, context: CommandContext): Promise<void> {
  const { finalScorecard, knownVersion, requireStart } = await import('@obey/compact');
  const run = await recomputed(resolve(context.directory, results), options, context);
  const controls = await controlsOf(run, options, context);
  const start = requireStart(run.log);
  const card = finalScorecard({
    cases: run.cases,
    version: knownVersion(start.scorer_version),
    ...(controls === undefined ? {} : { controls }),
  });
  if (options.json) {
    await tellIncomplete(run, context);
    return await printJson(context, card);
  }
  await printLines(context, [
    await runLine(start),
    '',
    ...(await scoreLines(card)),
    '',
    ...(await diagnosisLines(run.cases)),
    '',
    ...(await caseLines(card.cases)),
    '',
    basisLine(run, start.scorer_version),
    ...scaleLines(card, controls !== undefined),
  ]);
  await tellIncomplete(run, context);
}

/** A results file and what it gives. */
interface ScoredRun extends ControlRun, Recomputed {}

async function recomputed(file: string, options: ScoreOptions, context: CommandContext): Promise<ScoredRun> {
  const { readResultsFile, requireBelievable } = await import('@obey/compact');
  const log = await readResultsFile(file);
  return { log, ...requireBelievable(log, await suitesFolder(options, context)).recomputed };
}

/** The scores of both controls: of the files that were named, else of those beside the results, where both are there. */
async function controlsOf(run: ScoredRun, options: ScoreOptions, context: CommandContext) {
  const { controlFile, controlScores } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  if ((options.null === undefined) !== (options.oracle === undefined)) {
    throw new ObeyError('usage', 'to normalise takes both controls: --null and --oracle');
  }
  const scores = async (name: ScaleControl, file: string) =>
    controlScores(name, await recomputed(file, options, context), run);
  if (options.null !== undefined && options.oracle !== undefined) {
    return {
      none: await scores('null', resolve(context.directory, options.null)),
      oracle: await scores('oracle', resolve(context.directory, options.oracle)),
    };
  }
  const beside = { none: controlFile(run.log.path, 'null'), oracle: controlFile(run.log.path, 'oracle') };
  if (!existsSync(beside.none) || !existsSync(beside.oracle)) return undefined;
  try {
    return { none: await scores('null', beside.none), oracle: await scores('oracle', beside.oracle) };
  } catch (error) {
    // Nobody asked for them: a score without a scale is still a score.
    if (!ObeyError.isInstance(error)) throw error;
    await context.stderr.write(`obey: not normalised: ${error.line}\n`);
    return undefined;
  }
}

/** What the numbers rest on. */
function basisLine({ cases, rescored }: ScoredRun, version: string): string {
  const of = `${cases.length} ${cases.length === 1 ? 'case' : 'cases'}`;
  if (rescored === 0)
    return `${of}, computed again from their scorecards: runs of the scorer ${version} keep no answers`;
  return rescored === cases.length
    ? `${of}, all scored again from their artifacts and answers`
    : `${of}, ${rescored} scored again from their artifacts and answers, the others from their scorecards`;
}

async function tellIncomplete({ log }: { readonly log: ResultsLog }, context: CommandContext): Promise<void> {
  const { incompleteNote, lastEnd } = await import('@obey/compact');
  if (lastEnd(log) === undefined) await context.stderr.write(`obey: ${incompleteNote}\n`);
}
