import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AnyTemplate, RunSettings, Suite } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printLines } from '../command-context.js';
import { compactProvider } from '../verbs/compact/provider-options.js';
import { runMachine } from '../verbs/compact/run-machine.js';
import { showRunProgress } from '../verbs/compact/run-progress.js';
import { addCommand } from './add-command.js';
import { printReferenceEstimate } from './estimate.js';
import { readLevel } from './level.js';
import { numberWithin, required } from './option-values.js';
import { type SuitesFolderOptions, suitesFolderOf, withBenchmarksDir } from './suites-folder.js';
import { UsageError } from './usage-error.js';
import { makeFolderOf } from './writable.js';

interface RunOptions extends SuitesFolderOptions {
  readonly method?: string;
  readonly suite: string;
  readonly provider: string;
  readonly model: string;
  readonly difficulty: string;
  readonly driftCycles: string;
  readonly caseCount: string;
  readonly seedGroup: string;
  readonly output: string;
  readonly resume?: true;
  readonly concurrency: string;
  readonly estimate?: true;
  readonly scorer?: string;
}

/** `compactbench run`. */
export function runCommand(program: Command, context: CommandContext): void {
  addCommand(program, context, {
    name: 'run',
    description: 'run a method of compaction on a suite',
    options: (command) =>
      withBenchmarksDir(
        command
          .option('-m, --method <method>', 'built-in:<key>, or <path>:<Class> of your own (required)')
          .option('-s, --suite <key>', 'the suite', 'starter')
          .option('-p, --provider <key>', 'the provider of the model', 'mock')
          .option('--model <model>', 'the model, by its name at the provider', 'mock-deterministic')
          .option('--difficulty <level>', 'easy, medium, hard or elite', 'medium')
          .option('--drift-cycles <n>', 'how often each case is compacted again, 0 to 5', '2')
          .option('--case-count <n>', 'cases of each template, at least 1', '5')
          .option('--seed-group <word>', 'another word draws other cases', 'default'),
      )
        .option('-o, --output <file>', 'the results file; one that is there is replaced', 'results.jsonl')
        .option('--resume', 'go on with the results file')
        .option('--concurrency <n>', 'cases at once, 1 to 32', '4')
        .option('--estimate', 'tell what the run would take, and run nothing')
        .option(
          '--scorer <version>',
          'the formulas: 1.0.0, 2.0.0 or obey-1 (default: 2.0.0; obey-1 for suites of its dialect)',
        ),
    action: (options) => run(options as RunOptions, context),
  });
}

async function run(options: RunOptions, context: CommandContext): Promise<void> {
  const method = required(options.method, '--method (-m)');
  const concurrency = numberWithin(options.concurrency, '--concurrency', 1, 32);
  const asked = await readSettings(options);
  const folder = await suiteOf(options, context);
  const suite = await readSuite(folder);
  const settings = await scoredBy(asked, suite);
  if (options.estimate === true) return await printReferenceEstimate(suite, settings, options, context);
  const output = resolve(context.directory, options.output);
  await play(options, context, { method, concurrency, settings, folder, output });
  await printLines(context, [`wrote ${options.output}`, `its scores: compactbench score --results ${options.output}`]);
}

type AskedSettings = Omit<RunSettings, 'carry' | 'scorer'> & { readonly scorer: RunSettings['scorer'] | undefined };

/** What the options say of the run. @throws UsageError for numbers; ObeyError for an unknown level, as the reference has it */
async function readSettings(options: RunOptions): Promise<AskedSettings> {
  const { scorerVersions } = await import('@obey/compact');
  const driftCycles = numberWithin(options.driftCycles, '--drift-cycles', 0, 5);
  const caseCount = numberWithin(options.caseCount, '--case-count', 1);
  const scorer = scorerVersions.find((version) => version === options.scorer);
  if (scorer === undefined && options.scorer !== undefined) {
    throw new UsageError(`--scorer: expected one of ${scorerVersions.join(', ')}`);
  }
  return {
    difficulty: await readLevel(options.difficulty),
    driftCycles,
    caseCount,
    seedGroup: options.seedGroup,
    scorer,
  };
}

/** Templates of `obey-1` have checks that no other scorer knows, so that they are scored by it where none is named. */
async function scoredBy(asked: AskedSettings, { files }: Suite<AnyTemplate>): Promise<RunSettings> {
  const { carryOf } = await import('@obey/compact');
  const scorer = asked.scorer ?? (files.every(({ dialect }) => dialect === 'obey-1') ? 'obey-1' : '2.0.0');
  return { ...asked, scorer, carry: carryOf(scorer) };
}

async function suiteOf(options: RunOptions, context: CommandContext): Promise<string> {
  const { requireSuite } = await import('@obey/compact');
  return requireSuite(await suitesFolderOf(options, context), options.suite);
}

/** The suite, before anything else is looked at: a fault in it is told first. */
async function readSuite(folder: string): Promise<Suite<AnyTemplate>> {
  const [{ loadAnySuite }, { ObeyError }] = await Promise.all([import('@obey/compact'), import('@obey/schema')]);
  const suite = loadAnySuite(folder);
  if (suite.files.length > 0) return suite;
  throw new ObeyError('not-found', `the suite ${suite.key} holds no template`, { at: { file: folder } });
}

interface Play {
  readonly method: string;
  readonly concurrency: number;
  readonly settings: RunSettings;
  readonly folder: string;
  readonly output: string;
}

async function play(options: RunOptions, context: CommandContext, given: Play): Promise<void> {
  const compact = await import('@obey/compact');
  const { settings, output } = given;
  const environment = await compact.loadEnvironment(context.directory, context.environment);
  const method = await compact.resolveMethod(given.method, {
    profile: settings.scorer,
    folder: context.directory,
    modules: { '@obey/compact': compact },
    environment,
  });
  const provider = await compactProvider(options, environment, context);
  if (options.resume === true) await refuseEmpty(output);
  await makeFolderOf(output, options.output);
  const display = context.stderr.isTerminal ? await showRunProgress(context) : undefined;
  await compact
    .runCompaction({
      suite: given.folder,
      settings,
      method,
      ...provider,
      concurrency: given.concurrency,
      output,
      existing: options.resume === true ? 'resume' : 'replace',
      machine: runMachine(context),
      signal: context.signal,
      ...(display === undefined ? {} : { onProgress: display.show }),
    })
    .finally(display?.end);
}

/** The reference goes on only with a file that begins a run. */
async function refuseEmpty(output: string): Promise<void> {
  if (!existsSync(output)) return;
  const [{ readResultsFile }, { ObeyError }] = await Promise.all([import('@obey/compact'), import('@obey/schema')]);
  const { events } = await readResultsFile(output);
  if (events.length > 0) return;
  throw new ObeyError('run-invalid', 'holds no run_start event to go on from', {
    at: { file: output },
    hint: 'leave out --resume to start over',
  });
}
