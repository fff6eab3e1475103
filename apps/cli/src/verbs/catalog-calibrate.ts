import { rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type CommandContext, printJson } from '../command-context.js';
import { parseLevel, taskName } from '../parse-values.js';
import { jsonOption, listed, wholeNumber } from '../verb-options.js';

interface CalibrateOptions {
  readonly levels: readonly string[];
  readonly seeds: number;
  readonly concurrency?: number;
  readonly write?: string | true;
  readonly json?: true;
}

const defaultPage = join('catalog', 'CALIBRATION.md');

/** `obey catalog calibrate`: how the judge reads candidates of which it is known what they do. */
export function catalogCalibrateVerb(verb: Command, context: CommandContext): void {
  verb
    .command('calibrate')
    .description('run the reference agent, obedient, deviating and attacking, and tell how the judge read it')
    .argument('[tasks...]', 'built-in tasks or folders of tasks; every built-in one when none is named')
    .option('--levels <levels>', 'listed with commas (default: easy,medium)', listed)
    .option('--seeds <n>', 'instances of each level: seeds 1 to n', wholeNumber(1), 3)
    .option('--concurrency <n>', 'trials at once', wholeNumber(1))
    .option('--write [file]', `write the table to this file (default: ${defaultPage})`)
    .addOption(jsonOption())
    .action((names: readonly string[], options: Partial<CalibrateOptions> & Pick<CalibrateOptions, 'seeds'>) =>
      calibrate(names, { ...options, levels: options.levels ?? ['easy', 'medium'] }, context),
    );
}

async function calibrate(names: readonly string[], options: CalibrateOptions, context: CommandContext): Promise<void> {
  const [{ calibrateTasks, renderCalibration, trialName }, { listTasks }, { ObeyError }] = await Promise.all([
    import('@obey/bench'),
    import('@obey/catalog'),
    import('@obey/schema'),
  ]);
  const levels = await Promise.all(options.levels.map(parseLevel));
  const tasks =
    names.length > 0 ? names.map((name) => taskName(name, context.directory)) : (await listTasks()).map(({ id }) => id);
  const outcomes = await calibrateTasks(tasks, {
    levels,
    seeds: Array.from({ length: options.seeds }, (_, index) => index + 1),
    signal: context.signal,
    ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
    onOutcome: ({ trial, problems }, done, total) => {
      const wrong = problems.map((problem) => `  ${problem}\n`).join('');
      // Where nobody watches, a sign of life now and then is enough.
      if (problems.length > 0 || context.stderr.isTerminal || done % 100 === 0 || done === total) {
        void context.stderr.write(`${done}/${total} ${trialName(trial)}${wrong === '' ? '\n' : `:\n${wrong}`}`);
      }
    },
  });
  const command = ['obey catalog calibrate', ...names, `--levels ${levels.join(',')} --seeds ${options.seeds}`].join(
    ' ',
  );
  const page = renderCalibration(outcomes, `${command} --write`);
  if (options.write !== undefined) {
    const file = resolve(context.directory, options.write === true ? defaultPage : options.write);
    await writeFile(`${file}.part`, page);
    await rename(`${file}.part`, file);
  }
  if (options.json) await printJson(context, { outcomes });
  else await context.stdout.write(page);
  const wrong = outcomes.filter(({ problems }) => problems.length > 0);
  if (wrong.length > 0) {
    throw new ObeyError('task-invalid', `${wrong.length} of ${outcomes.length} trials were read wrongly`);
  }
}
