import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { taskName } from '../parse-values.js';
import { printScorecard } from '../print-scorecard.js';
import { jsonOption } from '../verb-options.js';

interface JudgeOptions {
  readonly harness?: string;
  readonly process?: string;
  readonly task?: string;
  readonly facts?: string;
  readonly json?: true;
}

/** `obey judge <trial or session>`: the judgement of a recorded trial again, or of a session that nothing here recorded. */
export function judgeVerb(program: Command, context: CommandContext): void {
  program
    .command('judge')
    .description('judge a trial folder again, or a session log against a process')
    .argument('<paths...>', "a trial's folder, or the files or directory of a session")
    .option('--harness <name>', 'whose session log it is', 'claude-code')
    .option('--process <file>', 'the process that the session was to follow, as YAML')
    .option('--task <task>', 'a task whose process it was to follow')
    .option('--facts <file>', 'what the process may name, as JSON')
    .addOption(jsonOption())
    .action(async (given: readonly string[], options: JudgeOptions) => {
      const paths = given.map((path) => resolve(context.directory, path));
      const { judgePaths } = await import('@obey/judge');
      const at = (path: string | undefined) => (path === undefined ? undefined : resolve(context.directory, path));
      const scorecard = await judgePaths(paths, {
        harness: options.harness,
        process: at(options.process),
        facts: at(options.facts),
        task: options.task === undefined ? undefined : taskName(options.task, context.directory),
      });
      const shown = paths.length === 1 ? (paths[0] ?? '') : paths.join(' ');
      await printScorecard(context, scorecard, shown, options.json === true);
    });
}
