import { resolve } from 'node:path';
import type { CompactionRun, PlayedSuite, ScaledRun } from '@obey/compact';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption, wholeNumber } from '../../verb-options.js';
import { wantsControls } from './control-options.js';
import { type EstimateOptions, printEstimate } from './estimate.js';
import { compactProvider, type ProviderFlags, withProviderOptions } from './provider-options.js';
import { runMachine } from './run-machine.js';
import { settingsOf, withRunOptions } from './run-options.js';
import { showRunProgress } from './run-progress.js';
import { scaleLines, scoreLines } from './score-lines.js';
import { suitesFolder } from './suite-options.js';

interface RunOptions extends EstimateOptions, ProviderFlags {
  readonly temperature?: number | 'none';
  readonly maxTokens?: number;
  readonly concurrency: number;
  readonly out: string;
  readonly resume?: true;
  readonly replace?: true;
  readonly estimate?: true;
}

/** `obey compact run`: a method on a suite. */
export function compactRunVerb(compact: Command, context: CommandContext): void {
  const verb = withRunOptions(
    compact.command('run').description('run a method of compaction on a suite and score what survived'),
  )
    .option('--temperature <n>', 'of every request; `none` leaves it to the model (default: 0)', temperature)
    .option('--max-tokens <n>', 'limit of every answer (default: 2048)', wholeNumber(1))
    .option('--concurrency <n>', 'cases at once', wholeNumber(1), 4)
    .option('--out <file>', 'the results file', 'results.jsonl')
    .addOption(new Option('--resume', 'go on with the results file').conflicts('replace'))
    .option('--replace', 'begin the results file anew')
    .option('--estimate', 'tell what the run would take, and do not run')
    .addOption(jsonOption());
  withProviderOptions(verb).action((options: RunOptions) =>
    options.estimate ? printEstimate(options, context) : run(options, context),
  );
}

function temperature(text: string): number | 'none' {
  if (text === 'none') return text;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('expected a number from 0, or none');
}

async function run(options: RunOptions, context: CommandContext): Promise<void> {
  const { runCompaction, runWithControls } = await import('@obey/compact');
  const display = await showRunProgress(context);
  const wanted: CompactionRun = { ...(await planned(options, context)), onProgress: display.show };
  const outcome: { readonly run: PlayedSuite; readonly controls?: ScaledRun['controls'] } = await (wantsControls(
    options,
  )
    ? runWithControls(wanted)
    : runCompaction(wanted).then((played) => ({ run: played }))
  ).finally(display.end);
  await report(wanted, outcome, options.json === true, context);
}

async function planned(options: RunOptions, context: CommandContext): Promise<CompactionRun> {
  const compact = await import('@obey/compact');
  const { loadEnvironment, requireSuite, resolveMethod } = compact;
  const { scorer, maxTokens, temperature } = options;
  const settings = await settingsOf(options);
  const suite = requireSuite(await suitesFolder(options, context), options.suite);
  const environment = await loadEnvironment(context.directory, context.environment);
  return {
    suite,
    settings,
    ...(await compactProvider(options, environment, context)),
    method: await resolveMethod(options.method, {
      profile: scorer,
      folder: context.directory,
      modules: { '@obey/compact': compact },
      environment,
    }),
    parameters: {
      ...(temperature === undefined ? {} : { temperature: temperature === 'none' ? null : temperature }),
      ...(maxTokens === undefined ? {} : { maxTokens }),
    },
    concurrency: options.concurrency,
    output: resolve(context.directory, options.out),
    existing: options.resume ? 'resume' : options.replace ? 'replace' : 'refuse',
    machine: runMachine(context),
    signal: context.signal,
  };
}

async function report(
  { output, settings }: CompactionRun,
  { run, controls }: { readonly run: PlayedSuite; readonly controls?: ScaledRun['controls'] },
  json: boolean,
  context: CommandContext,
): Promise<void> {
  const { controlFile, finalScorecard, reachedTier } = await import('@obey/compact');
  const scores = (played: PlayedSuite) => new Map(played.cases.map((one) => [one.case_id, one.case_score]));
  const card = finalScorecard({
    cases: run.cases,
    version: settings.scorer,
    ...(controls === undefined ? {} : { controls: { none: scores(controls.null), oracle: scores(controls.oracle) } }),
  });
  const calls = run.end.token_usage?.call_count ?? 0;
  if (json) {
    const { intervals: _, cases, ...numbers } = card;
    const tier = reachedTier(card.compression_ratio) ?? null;
    return await printJson(context, {
      results: output,
      cases: cases.length,
      played: run.played,
      calls,
      ...numbers,
      tier,
    });
  }
  const count = `${run.cases.length} ${run.cases.length === 1 ? 'case' : 'cases'}`;
  await printLines(context, [
    ...(run.played === 0 ? ['The run was finished already; its file is left as it was.', ''] : []),
    ...(await scoreLines(card)),
    ...(controls === undefined ? [] : scaleLines(card, true)),
    '',
    `cases    ${count}, ${calls} calls${run.played < run.cases.length ? `, ${run.played} cases played now` : ''}`,
    `results  ${output}`,
    ...(controls === undefined
      ? []
      : [`controls ${controlFile(output, 'null')}`, `         ${controlFile(output, 'oracle')}`]),
  ]);
}
