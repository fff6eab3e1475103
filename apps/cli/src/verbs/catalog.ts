import type { ValidationIssue } from '@obey/catalog';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { taskName } from '../parse-values.js';
import { jsonOption } from '../verb-options.js';

interface JsonOption {
  readonly json?: true;
}

/** `obey catalog list|show|validate`. */
export function catalogVerb(program: Command, context: CommandContext): void {
  const verb = program.command('catalog').description('list, show and validate tasks');
  verb
    .command('list')
    .description('list the tasks, or those that an expression selects')
    .argument('[expression]', 'for example: domain:translation, or has:if and complexity>=3')
    .addOption(jsonOption())
    .action(async (expression: string | undefined, options: JsonOption) => {
      const { listTasks, selectTasks } = await import('@obey/catalog');
      const all = await listTasks();
      const tasks = expression === undefined ? all : selectTasks(all, expression);
      if (options.json) return await printJson(context, { tasks });
      const width = Math.max(0, ...tasks.map((task) => task.id.length));
      await printLines(
        context,
        tasks.map((task) => `${task.id.padEnd(width)}  ${task.title}`),
      );
    });
  verb
    .command('show')
    .description('show what a task asks, as prose')
    .argument('<task>', 'a built-in task or the folder of one')
    .addOption(jsonOption())
    .action(async (name: string, options: JsonOption) => {
      const [{ resolveTask }, { explainProcess }] = await Promise.all([
        import('@obey/catalog'),
        import('@obey/process'),
      ]);
      const { task, process, folder } = await resolveTask(taskName(name, context.directory));
      const steps = explainProcess(process).trimEnd();
      if (options.json) return await printJson(context, { task, steps, folder });
      await printLines(context, [`${task.id} ${task.version}: ${task.title}`, '', steps]);
    });
  verb
    .command('validate')
    .description('check a task: its fields, its process, its modules, its prompt; with --run also by running it')
    .argument('[tasks...]', 'built-in tasks or folders of tasks; every built-in one when none is named')
    .option('--run', 'also run the reference agent: obediently at every level, and with every deviation that applies')
    .addOption(jsonOption())
    .action((names: readonly string[], options: ValidateOptions) => validate(names, options, context));
}

interface ValidateOptions extends JsonOption {
  readonly run?: true;
}

async function validate(names: readonly string[], options: ValidateOptions, context: CommandContext): Promise<void> {
  const [{ listTasks, resolveTask, validateTask }, { ObeyError }] = await Promise.all([
    import('@obey/catalog'),
    import('@obey/schema'),
  ]);
  const chosen = names.length > 0 ? names : (await listTasks()).map((task) => task.id);
  const tasks: { task: string; valid: boolean; issues: Awaited<ReturnType<typeof validateTask>> }[] = [];
  for (const name of chosen) {
    const loaded = await resolveTask(taskName(name, context.directory));
    const issues = await validateTask(loaded);
    if (options.run && issues.every((issue) => issue.severity !== 'error')) {
      const { calibrateTask } = await import('@obey/bench');
      issues.push(...(await calibrateTask(loaded, { signal: context.signal })));
    }
    const valid = issues.every((issue) => issue.severity !== 'error');
    tasks.push({ task: loaded.task.id, valid, issues });
    if (!options.json)
      await printLines(context, [`${loaded.task.id}: ${valid ? 'valid' : 'not valid'}`, ...issues.map(issueLine)]);
  }
  if (options.json) await printJson(context, { tasks });
  const wrong = tasks.filter((task) => !task.valid).map((task) => task.task);
  if (wrong.length > 0) throw new ObeyError('task-invalid', `not valid: ${wrong.join(', ')}`);
}

function issueLine({ severity, file, line, column, message, hint }: ValidationIssue): string {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  return `  ${severity}: ${place}: ${message}${hint === undefined ? '' : `; ${hint}`}`;
}
