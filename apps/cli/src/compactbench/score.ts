import type { Command } from 'commander';
import { type CommandContext, printLines } from '../command-context.js';
import { addCommand } from './add-command.js';
import { boxTable, tableWidth } from './box-table.js';
import { existingPath } from './option-values.js';
import { scoreTables } from './score-tables.js';

interface ScoreOptions {
  readonly results?: string;
}

/** `compactbench score`. */
export function scoreCommand(program: Command, context: CommandContext): void {
  addCommand(program, context, {
    name: 'score',
    description: 'show what a results file holds',
    options: (command) => command.option('-r, --results <file>', 'a results.jsonl (required)'),
    action: (options) => score(options as ScoreOptions, context),
  });
}

async function score({ results }: ScoreOptions, context: CommandContext): Promise<void> {
  const path = existingPath(results, '--results (-r)', context);
  const [{ believeRun, firstFault, readResultsFile, referenceSuites }, { escapeTerminal }] = await Promise.all([
    import('@obey/compact'),
    import('@obey/report'),
  ]);
  const log = await readResultsFile(path);
  // The aggregates are shown as they stand, as the reference does; where they are not what the cases give, a note says so.
  const { run, faults } = believeRun(log, referenceSuites(context.directory));
  for (const table of await scoreTables(run)) await printLines(context, await boxTable(table, tableWidth(context)));
  const fault = firstFault(faults);
  const notes = [
    ...run.notes,
    ...(fault === undefined ? [] : [`the file does not hold what its cases give: ${fault}`]),
  ];
  await printLines(
    context,
    notes.map((note) => `note: ${escapeTerminal(note, { max: 1000 })}`),
  );
}
