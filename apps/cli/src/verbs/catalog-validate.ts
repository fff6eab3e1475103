import type { LoadedTask, ValidationIssue } from '@obey/catalog';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { drawSeed, taskName } from '../parse-values.js';
import { progressLine } from '../progress-line.js';
import { jsonOption, wholeNumber } from '../verb-options.js';

interface ValidateOptions {
  readonly static?: true;
  readonly quick?: true;
  readonly seeds: number;
  readonly seed?: number;
  readonly concurrency?: number;
  readonly json?: true;
}

interface Validated {
  readonly task: string;
  readonly valid: boolean;
  readonly issues: readonly ValidationIssue[];
}

/** `obey catalog validate`: what keeps a task from measuring what it says, one line each. */
export function catalogValidateVerb(catalog: Command, context: CommandContext): void {
  catalog
    .command('validate')
    .description('check tasks, by reading them and by running them, and say what to mend')
    .argument('[tasks...]', 'built-in tasks or folders of tasks; every built-in one when none is named')
    .option('--static', 'without running anything: fields, process, modules, prompt, and the instances at every level')
    .option('--quick', 'run at the level easy only, without variants and without leaving steps out')
    .option('--seeds <n>', 'instances at each level that are looked at', wholeNumber(1), 3)
    .option('--seed <n>', 'the first of these seeds, and that of the runs (default: drawn, and told)', wholeNumber(0))
    .option('--concurrency <n>', 'runs at once', wholeNumber(1))
    .addOption(jsonOption())
    .action((names: readonly string[], options: ValidateOptions) => validate(names, options, context));
}

async function validate(names: readonly string[], options: ValidateOptions, context: CommandContext): Promise<void> {
  const [{ listTasks, resolveTask }, { ObeyError }] = await Promise.all([
    import('@obey/catalog'),
    import('@obey/schema'),
  ]);
  const chosen = names.length > 0 ? names : (await listTasks()).map((task) => task.id);
  const seed = options.seed ?? drawSeed();
  const tasks: Validated[] = [];
  for (const name of chosen) {
    if (context.signal.aborted) throw new ObeyError('interrupted', `interrupted after ${tasks.length} tasks`);
    const loaded = await resolveTask(taskName(name, context.directory));
    const validated = await validateOne(loaded, seed, options, context);
    tasks.push(validated);
    const { valid, issues } = validated;
    if (!options.json)
      await printLines(context, [`${loaded.task.id}: ${valid ? 'valid' : 'not valid'}`, ...issues.map(issueLine)]);
  }
  if (options.json) await printJson(context, { seed, seeds: options.seeds, tasks });
  const wrong = tasks.filter((task) => !task.valid).map((task) => task.task);
  if (wrong.length > 0)
    throw new ObeyError('task-invalid', `not valid: ${wrong.join(', ')}`, {
      hint: `--seed ${seed} draws the same instances again`,
    });
}

async function validateOne(
  loaded: LoadedTask,
  seed: number,
  options: ValidateOptions,
  context: CommandContext,
): Promise<Validated> {
  const { validateTask } = await import('@obey/catalog');
  const isSound = (found: readonly ValidationIssue[]) => found.every(({ severity }) => severity !== 'error');
  const seeds = Array.from({ length: options.seeds }, (_, index) => seed + index);
  const issues = await validateTask(loaded, { seeds });
  // What cannot be read or prepared is not run.
  if (!options.static && isSound(issues)) {
    const { calibrateTask } = await import('@obey/bench');
    const { id } = loaded.task;
    const progress = progressLine(context);
    const ran = await calibrateTask(loaded, {
      seed,
      signal: context.signal,
      onProgress: ({ done, total, name }) => progress.show(`[${done}/${total}] ${id}: ${name}`),
      ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
      ...(options.quick ? { levels: ['easy'], ask: ['obedient', 'empty', 'deviations'] } : {}),
    }).finally(progress.end);
    issues.push(...ran);
  }
  return { task: loaded.task.id, valid: isSound(issues), issues };
}

function issueLine({ severity, file, line, column, message, hint }: ValidationIssue): string {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  return `  ${severity}: ${place}: ${message}${hint === undefined ? '' : `; ${hint}`}`;
}
