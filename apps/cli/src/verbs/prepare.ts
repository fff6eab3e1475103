import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { captureTask } from '../capture-task.js';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { drawSeed, parseLevel, taskName } from '../parse-values.js';
import { type InstanceOptions, withInstanceOptions } from '../verb-options.js';

interface PrepareOptions extends InstanceOptions {
  readonly capture?: boolean;
}

/** `obey prepare <task>`: one instance, to read or to hand to an agent of one's own; `--capture`: its real data. */
export function prepareVerb(program: Command, context: CommandContext): void {
  const verb = program.command('prepare').description('write one instance of a task: prompt and input files');
  const described = verb
    .argument('<task>', 'a built-in task or the folder of one')
    .option('--capture', 'fetch the pages and files that the task declares, and write no instance');
  withInstanceOptions(described).action(async (name: string, options: PrepareOptions) => {
    if (options.capture === true) return captureTask(taskName(name, context.directory), options, context);
    const [{ writeInstance }, { loadTaskModules, resolveTask }] = await Promise.all([
      import('@obey/bench'),
      import('@obey/catalog'),
    ]);
    const loaded = await resolveTask(taskName(name, context.directory));
    const level = await parseLevel(options.level);
    const seed = options.seed ?? drawSeed();
    const folder = resolve(context.directory, options.out ?? join('prepared', `${loaded.task.id}-${level}-${seed}`));
    const prepared = await writeInstance({ loaded, modules: await loadTaskModules(loaded), seed, level, folder });
    const { task, version, parameters, services } = prepared;
    const files = Object.keys(prepared.files).sort();
    if (options.json) {
      await printJson(context, {
        task,
        version,
        seed,
        level,
        parameters,
        files,
        services: Object.keys(services),
        folder,
      });
      return;
    }
    await printLines(context, [
      `${task} ${version}, level ${level}, seed ${seed}`,
      `prompt  ${join(folder, 'prompt.md')}`,
      ...files.map((file) => `input   ${join(folder, 'workspace', file)}`),
    ]);
  });
}
