import type { Command } from 'commander';
import { type CommandContext, printLines } from '../command-context.js';
import { addCommand } from './add-command.js';
import { existingPath, required } from './option-values.js';

interface SubmitOptions {
  readonly results?: string;
  readonly handle?: string;
  readonly name?: string;
}

/** `compactbench submit`. */
export function submitCommand(program: Command, context: CommandContext): void {
  addCommand(program, context, {
    name: 'submit',
    description: 'tell what a submission to the leaderboard takes',
    options: (command) =>
      command
        .option('-r, --results <file>', 'the results.jsonl to submit (required)')
        .option('--handle <handle>', 'whose submission it is, on GitHub (required)')
        .option('--name <name>', 'the name of the method (required)'),
    action: (options) => submit(options as SubmitOptions, context),
  });
}

/** The reference neither reads the file nor looks at the names, and so it is here; `obey compact submit` does both. */
async function submit(options: SubmitOptions, context: CommandContext): Promise<void> {
  existingPath(options.results, '--results (-r)', context);
  const { escapeTerminal } = await import('@obey/report');
  const results = escapeTerminal(options.results ?? '');
  const handle = escapeTerminal(required(options.handle, '--handle'));
  const name = escapeTerminal(required(options.name, '--name'));
  const folder = ['submissions', handle, name].filter((part) => part !== '').join('/');
  await printLines(context, [
    `Submission of ${name} by ${handle}`,
    '',
    `  1. In a fork of compactbench/compactbench, make ${folder}/.`,
    '  2. Fill it with the files of submissions/_template/ and replace every placeholder.',
    `  3. Copy ${results} to ${folder}/results.jsonl.`,
    '  4. Commit, push, and open a pull request.',
    '  5. A maintainer reads the code and labels it `evaluate`; the hidden suite is run then.',
    '',
    `\`obey compact submit\` drafts the folder from the results.`,
  ]);
}
