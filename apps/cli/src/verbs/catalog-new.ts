import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { jsonOption } from '../verb-options.js';

interface NewOptions {
  readonly kind?: string;
  readonly id?: string;
  readonly title?: string;
  readonly out?: string;
  readonly from?: string;
  readonly yes?: true;
  readonly model?: string;
  readonly harness?: string;
  readonly json?: true;
}

/** `obey catalog new`: a complete, valid, running task to start from. */
export function catalogNewVerb(catalog: Command, context: CommandContext): void {
  catalog
    .command('new')
    .description('make a task of your own: a complete, valid, running folder with comments')
    .argument('[folder]', 'the folder to make; named like the task when absent')
    .option('--kind <kind>', 'sequential, map-reduce, loop, recursive, conditional or adversarial')
    .option('--id <id>', 'its id: small letters, digits and hyphens (default: the name of the folder)')
    .option('--title <title>', 'its title')
    .option('--out <folder>', 'the folder to make, as an option')
    .option('--from <prose>', 'draft its process from a text in a file; shown before anything is written')
    .option('--yes', 'write the draft without being asked')
    .option(
      '--model <model>',
      'the model that drafts, where ANTHROPIC_API_KEY is set; else the words themselves are read',
    )
    .option('--harness <name>', 'an installed agent that drafts: claude-code')
    .addOption(jsonOption())
    .action(async (folder: string | undefined, { from, ...options }: NewOptions) => {
      if (from === undefined) return await make(folder, options, context);
      const { draftTask } = await import('./draft-task.js');
      await draftTask(folder, { ...options, from }, context);
    });
}

async function make(given: string | undefined, options: NewOptions, context: CommandContext): Promise<void> {
  const { createTask } = await import('@obey/catalog');
  const kind = await kindOf(options, context);
  const { id, title, folder } = await placeOf(given, options, kind, context);
  const created = await createTask({ kind, id, folder, ...(title === undefined ? {} : { title }) });
  if (options.json) return await printJson(context, { id, kind, ...created });
  const shown = shownPath(created.folder, context.directory);
  await printLines(context, [
    `${id}: a task of the kind ${kind}`,
    ...created.files.map((file) => `  ${shown}/${file}`),
    ...nextCommands(shown),
  ]);
}

async function kindOf({ kind }: NewOptions, { prompts }: CommandContext) {
  const { taskKind, taskKinds } = await import('@obey/catalog');
  if (kind !== undefined) return taskKind(kind);
  if (prompts !== undefined) {
    const options = Object.entries(taskKinds).map(([value, hint]) => ({ value, hint }));
    return taskKind(await prompts.select('What kind of process?', options));
  }
  const { ObeyError } = await import('@obey/schema');
  throw new ObeyError('usage', 'a new task needs a kind', { hint: `--kind ${Object.keys(taskKinds).join(' | ')}` });
}

/** Id, title and folder: as given, else as answered, else one from the other. */
async function placeOf(given: string | undefined, options: NewOptions, initial: string, context: CommandContext) {
  const { suggestedId, taskId } = await import('@obey/catalog');
  const { ObeyError } = await import('@obey/schema');
  const { prompts, directory } = context;
  const named = options.out ?? given;
  const own = named === undefined ? undefined : suggestedId(resolve(directory, named).split(/[/\\]/).at(-1) ?? '');
  const problem = (answer: string) => {
    try {
      taskId(answer);
      return undefined;
    } catch (error) {
      return ObeyError.isInstance(error) ? error.line : String(error);
    }
  };
  const asked = options.id === undefined && prompts !== undefined;
  const answer = asked ? await prompts.text('Its id?', { initial: own ?? `my-${initial}`, problem }) : undefined;
  const id = options.id ?? answer ?? own;
  if (id === undefined)
    throw new ObeyError('usage', 'a new task needs a folder or an id', { hint: 'for example ./my-task' });
  const title =
    options.title ??
    (asked ? (await prompts.text('Its title? (none keeps that of the template)')) || undefined : undefined);
  return { id: taskId(id), title, folder: resolve(directory, named ?? id) };
}

function shownPath(folder: string, directory: string): string {
  const path = relative(directory, folder);
  return path.startsWith('..') || path === '' ? folder : `./${path}`;
}

function nextCommands(folder: string): string[] {
  return ['', 'next:', `  obey catalog validate ${folder}`, `  obey run ${folder} --candidate reference`];
}
