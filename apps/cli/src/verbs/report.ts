import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { jsonOption } from '../verb-options.js';

/** `obey report <folder>`: the report of a run or a trial again, from its files. */
export function reportVerb(program: Command, context: CommandContext): void {
  program
    .command('report')
    .description('render the report of a run or a trial: HTML, markdown and JSON')
    .argument('<run>', 'the folder of a run or of a trial')
    .addOption(jsonOption())
    .action(async (run: string, options: { readonly json?: true }) => {
      const { writeFolderReport } = await import('@obey/bench');
      const report = await writeFolderReport(resolve(context.directory, run));
      if (options.json) await printJson(context, report);
      else
        await printLines(context, [
          report.html,
          report.markdown,
          ...(report.leaderboard === null ? [] : [report.leaderboard]),
        ]);
    });
}
