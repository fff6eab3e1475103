import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { jsonOption } from '../verb-options.js';

const batch = 1000;

/** `obey trace read`: a session log as the normalised trace. */
export function traceVerb(program: Command, context: CommandContext): void {
  program
    .command('trace')
    .description('work with traces')
    .command('read')
    .description('print a session as the normalised trace, one JSON object per line')
    .argument('<paths...>', 'files or a directory of one session')
    .option('--harness <name>', 'whose session log it is', 'claude-code')
    .addOption(jsonOption())
    .action(async (given: readonly string[], options: { readonly harness: string }) => {
      const { streamSession } = await import('@obey/trace');
      const paths = given.map((path) => resolve(context.directory, path));
      const { events, skipped } = await streamSession(options.harness, paths);
      let lines: string[] = [];
      const flush = async () => {
        await context.stdout.write(lines.join(''));
        lines = [];
      };
      for await (const event of events) {
        lines.push(`${JSON.stringify(event)}\n`);
        if (lines.length === batch) await flush();
      }
      await flush();
      const passedOver = Object.entries(skipped).map(([kind, count]) => `${count} ${kind}`);
      if (passedOver.length > 0) await context.stderr.write(`obey: passed over ${passedOver.join(', ')}\n`);
    });
}
