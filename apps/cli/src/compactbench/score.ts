import type { ResultsLog } from '@obey/compact';
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
  const [{ readResultsFile, toRunResult }, { escapeTerminal }] = await Promise.all([
    import('@obey/compact'),
    import('@obey/report'),
  ]);
  const log = await readResultsFile(path);
  const run = toRunResult(log);
  for (const table of await scoreTables(run)) await printLines(context, await boxTable(table, tableWidth(context)));
  const notes = [...run.notes, ...(await doubts(log))];
  await printLines(
    context,
    notes.map((note) => `note: ${escapeTerminal(note, { max: 1000 })}`),
  );
}

/** Where the aggregates, which are shown as they stand, are not those of the cases. */
async function doubts(log: ResultsLog): Promise<string[]> {
  const { knownVersion, profileOf, recompute, requireStart } = await import('@obey/compact');
  const { faults } = recompute(log, { profile: profileOf(knownVersion(requireStart(log).scorer_version)) });
  const [first] = faults;
  if (first === undefined) return [];
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return [`the file does not hold what its cases give: ${first}${more}`];
}
