import { join } from 'node:path';
import type { Command } from 'commander';
import { type CommandContext, printLines } from '../command-context.js';
import { addCommand } from './add-command.js';
import { boxTable, tableWidth } from './box-table.js';
import { errorLine } from './error-line.js';
import { type SuitesFolderOptions, suitesFolderOf, withBenchmarksDir } from './suites-folder.js';

/** `compactbench suites list`. */
export function suitesListCommand(group: Command, context: CommandContext): void {
  addCommand(group, context, {
    name: 'list',
    description: 'list the suites, how many templates each has, and their families',
    options: withBenchmarksDir,
    action: (options) => list(options as SuitesFolderOptions, context),
  });
}

/** What cannot be read is told and left out. */
async function list(options: SuitesFolderOptions, context: CommandContext): Promise<void> {
  const [{ listSuites, loadAnySuite }, { ObeyError }] = await Promise.all([
    import('@obey/compact'),
    import('@obey/schema'),
  ]);
  const folder = await suitesFolderOf(options, context);
  const rows: string[][] = [];
  for (const key of listSuites(folder)) {
    try {
      const { files } = loadAnySuite(join(folder, key));
      const families = [...new Set(files.map(({ template }) => template.family))].sort();
      rows.push([key, String(files.length), families.length === 0 ? '—' : families.join(', ')]);
    } catch (error) {
      await printLines(context, [`${key}: ${await errorLine(error)}`]);
    }
  }
  if (rows.length === 0) throw new ObeyError('not-found', 'there are no suites', { at: { file: folder } });
  const columns = [{ head: 'Suite' }, { head: 'Templates', right: true }, { head: 'Families' }];
  await printLines(context, await boxTable({ title: 'Benchmark suites', columns, rows }, tableWidth(context)));
}
