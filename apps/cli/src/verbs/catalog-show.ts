import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { taskName } from '../parse-values.js';
import { jsonOption } from '../verb-options.js';

/** `obey catalog show`: what is known of a task, and what it asks, as prose. */
export function catalogShowVerb(catalog: Command, context: CommandContext): void {
  catalog
    .command('show')
    .description('show what is known of a task and what it asks, as prose')
    .argument('<task>', 'a built-in task or the folder of one')
    .addOption(jsonOption())
    .action(async (name: string, options: { readonly json?: true }) => {
      const [{ expectedUnits, resolveTask, summarizeTask }, { explainProcess }] = await Promise.all([
        import('@obey/catalog'),
        import('@obey/process'),
      ]);
      const loaded = await resolveTask(taskName(name, context.directory));
      const { task, process, folder } = loaded;
      const steps = explainProcess(process).trimEnd();
      const units = await expectedUnits(loaded);
      const { constructs, dimensions, complexity } = summarizeTask(task, folder);
      if (options.json)
        return await printJson(context, { task, constructs, dimensions, complexity, units, steps, folder });
      const sizes = Object.entries(units).map(([level, count]) => `${level} ${count}`);
      const rows = [
        ['domain', task.domain],
        ['skills', task.skills.join(', ') || 'none named'],
        ['constructs', constructs.join(', ') || 'steps alone'],
        ['dimensions', dimensions.join(', ')],
        ['complexity', String(complexity)],
        ['units', `${sizes.join(', ')} (obligations, expected)`],
        ['minutes', `${task.limits.minutes} (limit of a trial)`],
        ['licence', task.licence],
      ];
      await printLines(context, [
        `${task.id} ${task.version}: ${task.title}`,
        '',
        ...rows.map(([key = '', value]) => `${key.padEnd(12)}${value}`),
        '',
        steps,
      ]);
    });
}
