import type { TaskSummary } from '@obey/catalog';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { jsonOption } from '../verb-options.js';

interface ListOptions {
  readonly where?: string;
  readonly table?: true;
  readonly json?: true;
}

const columns: readonly { readonly title: string; readonly cell: (task: TaskSummary) => string }[] = [
  { title: 'task', cell: ({ id }) => id },
  { title: 'domain', cell: ({ domain }) => domain },
  { title: 'complexity', cell: ({ complexity }) => String(complexity) },
  { title: 'steps', cell: ({ steps }) => String(steps) },
  { title: 'minutes', cell: ({ minutes }) => String(minutes) },
  { title: 'licence', cell: ({ licence }) => licence },
  { title: 'constructs', cell: ({ constructs }) => constructs.join(' ') || 'steps alone' },
  { title: 'skills', cell: ({ skills }) => skills.join(' ') },
];

/** `obey catalog list`: the built-in tasks, or those that an expression selects. */
export function catalogListVerb(catalog: Command, context: CommandContext): void {
  catalog
    .command('list')
    .description('list the tasks, or those that an expression selects')
    .argument('[expression]', 'for example: domain:translation, or has:if and complexity>=3')
    .option('--where <expression>', 'the same, as an option')
    .option('--table', 'a table of what is known of each: domain, complexity, constructs, skills, licence …')
    .addOption(jsonOption())
    .action(async (expression: string | undefined, options: ListOptions) => {
      const { listTasks, selectTasks } = await import('@obey/catalog');
      const all = await listTasks();
      const conditions = [expression, options.where].filter((text) => text !== undefined);
      const tasks = conditions.reduce((left, condition) => selectTasks(left, condition), all);
      if (options.json) return await printJson(context, { tasks });
      const rows = options.table
        ? [columns.map(({ title }) => title), ...tasks.map((task) => columns.map(({ cell }) => cell(task)))]
        : tasks.map(({ id, title }) => [id, title]);
      await printLines(context, aligned(rows));
    });
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
