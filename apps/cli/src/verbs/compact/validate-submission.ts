import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { problemLines } from './problem-lines.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';

interface ValidateOptions {
  readonly local?: true;
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact validate-submission <folder>`: what keeps a submission from being taken. */
export function compactValidateSubmissionVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('validate-submission')
    .description('say what keeps a submission from being taken; nothing of it is executed')
    .argument('<folder>', 'submissions/<handle>/<name>')
    .option('--local', 'for a leaderboard of your own: any provider will do')
    .addOption(jsonOption());
  withSuitesOption(verb).action((folder: string, options: ValidateOptions) => validate(folder, options, context));
}

async function validate(given: string, options: ValidateOptions, context: CommandContext): Promise<void> {
  const { validateSubmission } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  const folder = resolve(context.directory, given);
  const suites = await suitesFolder(options, context);
  const problems = await validateSubmission({ folder, suites, local: options.local === true });
  const valid = problems.length === 0;
  if (options.json) await printJson(context, { folder, valid, problems });
  else await printLines(context, valid ? ['may be taken'] : await problemLines(folder, problems, context.directory));
  if (!valid) throw new ObeyError('run-invalid', 'the submission may not be taken as it is');
}
