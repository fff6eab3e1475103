import { join, resolve } from 'node:path';
import type { Run } from '@obey/schema';
import type { Command } from 'commander';
import { showProgress } from '../bench-display.js';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { drawSeed, parseLevel } from '../parse-values.js';
import { tellUncompacted } from '../tell-uncompacted.js';
import { textOptions } from '../text-options.js';
import {
  type CandidateOptions,
  candidateSettings,
  type InstanceOptions,
  jsonOption,
  listed,
  wholeNumber,
  withCandidateOptions,
  withInstanceOptions,
} from '../verb-options.js';
import { readVersion } from '../version.js';

interface BenchOptions extends InstanceOptions, CandidateOptions {
  readonly candidate?: readonly string[];
  readonly trials: number;
  readonly concurrency?: number;
  readonly retries: number;
  readonly resume?: string;
}

/** `obey bench <suite>`: suites × candidates × trials, resumable; `obey bench leaderboard` merges runs. */
export function benchVerb(program: Command, context: CommandContext): void {
  const verb = program
    .command('bench')
    .description('run candidates on a suite of tasks and rank them')
    .argument('[suite]', 'a suite, a task, the folder of a task, or an expression that selects tasks')
    .option(
      '--candidate <candidates>',
      'harness[:deviation][=model][@environment]; may be repeated or listed with commas',
      listed,
    )
    .option('--trials <n>', 'trials of each candidate on each task', wholeNumber(1), 1)
    .option('--concurrency <n>', 'trials at once', wholeNumber(1))
    .option('--retries <n>', 'how often an infrastructure error is tried again', wholeNumber(0), 2)
    .option('--resume <run>', 'continue the run in this folder');
  withInstanceOptions(withCandidateOptions(verb)).action((suite: string | undefined, options: BenchOptions) =>
    bench(suite, options, context),
  );
  verb
    .command('leaderboard')
    .description('merge runs of the same task versions and level into one leaderboard')
    .argument('<runs...>', 'folders of runs')
    .addOption(jsonOption())
    .action(async (folders: readonly string[], _options: object, command: Command) => {
      // `bench` has the same option, and takes it wherever it stands.
      const { json } = command.optsWithGlobals<{ readonly json?: true }>();
      const [{ buildLeaderboard, readRunResults }, { renderLeaderboardText }] = await Promise.all([
        import('@obey/bench'),
        import('@obey/report'),
      ]);
      const paths = folders.map((folder) => resolve(context.directory, folder));
      const leaderboard = buildLeaderboard(await Promise.all(paths.map(readRunResults)));
      if (json) await printJson(context, { leaderboard: leaderboard.entries, comparisons: leaderboard.comparisons });
      else await context.stdout.write(renderLeaderboardText(leaderboard, textOptions(context)));
    });
}

async function bench(suite: string | undefined, options: BenchOptions, context: CommandContext): Promise<void> {
  const { writeFolderReport, resumeBench, runBench } = await import('@obey/bench');
  const progress = showProgress(context);
  const common = { signal: context.signal, onProgress: progress.show };
  const start = async () => {
    if (options.resume !== undefined) {
      const folder = resolve(context.directory, options.resume);
      return { folder, outcome: await resumeBench({ folder, ...common }) };
    }
    const { run, tasks } = await planned(suite, options, context);
    await tellLeftOut(run, context);
    await tellUncompacted(run.candidates, tasks, context);
    const folder = resolve(context.directory, options.out ?? join('runs', run.id));
    return { folder, outcome: await runBench(run, { folder, ...common }) };
  };
  const { folder, outcome } = await start().finally(progress.end);
  const report = await writeFolderReport(folder);
  const { entries } = outcome.leaderboard;
  if (entries.every((entry) => entry.trials === 0)) {
    const { ObeyError } = await import('@obey/schema');
    const error = outcome.results[0]?.record.error ?? 'infrastructure error';
    throw new ObeyError('infrastructure', `no trial could be scored: ${error}`, { hint: `see ${report.html}` });
  }
  if (options.json) {
    await printJson(context, { run: folder, leaderboard: entries, report: report.html });
    return;
  }
  const { renderLeaderboardText } = await import('@obey/report');
  await context.stdout.write(renderLeaderboardText(outcome.leaderboard, textOptions(context)));
  await printLines(context, ['', `report  ${report.html}`]);
}

/** One line for each candidate that some task gives no occasion to deviate. */
async function tellLeftOut({ inapplicable = [], tasks }: Run, context: CommandContext): Promise<void> {
  for (const candidate of new Set(inapplicable.map((pair) => pair.candidate))) {
    const count = inapplicable.filter((pair) => pair.candidate === candidate).length;
    const where = `${count} of ${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'}`;
    await context.stderr.write(`${candidate} has nothing to depart from in ${where}, and is left out there\n`);
  }
}

async function planned(suite: string | undefined, options: BenchOptions, context: CommandContext) {
  const [{ defaultConcurrency, defaultPace, planRun, resolveSuite }, { ObeyError, parseCandidate }] = await Promise.all(
    [import('@obey/bench'), import('@obey/schema')],
  );
  if (suite === undefined) throw new ObeyError('usage', 'bench needs a suite, or --resume with the folder of a run');
  const plan = {
    suite,
    tasks: await resolveSuite(suite, context.directory),
    candidates: (options.candidate ?? ['reference']).map(parseCandidate),
    trials: options.trials,
    seed: options.seed ?? drawSeed(),
    level: await parseLevel(options.level),
    pace: options.pace ?? defaultPace,
    concurrency: options.concurrency ?? defaultConcurrency(),
    retries: options.retries,
    versions: { obey: readVersion(), node: process.version },
    ...candidateSettings(options, context.directory),
  };
  return { run: planRun(plan, context.now()), tasks: plan.tasks };
}
