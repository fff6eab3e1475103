import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { DraftNote, ProcessDraft } from '@obey/catalog';
import { type ModelOptions, modelToAsk } from '../ask-model.js';
import { type CommandContext, printJson, printLines } from '../command-context.js';

export interface DraftOptions extends ModelOptions {
  readonly from: string;
  readonly id?: string;
  readonly title?: string;
  readonly out?: string;
  readonly yes?: true;
  readonly json?: true;
}

/** `obey catalog new --from`: a task drafted from prose, shown before anything is written. */
export async function draftTask(
  given: string | undefined,
  options: DraftOptions,
  context: CommandContext,
): Promise<void> {
  const [
    { draftProcess, draftWithModel, loadTask, suggestedId, taskFromDraft, validateTask, writeTaskFolder },
    { ObeyError },
  ] = await Promise.all([import('@obey/catalog'), import('@obey/schema')]);
  const file = resolve(context.directory, options.from);
  const prose = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ObeyError('not-found', 'there is no such prose', { cause, at: { file } });
  });
  const named = options.out ?? given;
  const id = options.id ?? suggestedId(basename(named ?? file).replace(/\.\w+$/, ''));
  const title = options.title ?? /^#+\s+(.+)$/m.exec(prose)?.[1]?.trim() ?? id;
  const folder = resolve(context.directory, named ?? id);
  const ask = await modelToAsk(options, context);
  const draft = ask === undefined ? draftProcess(prose) : await draftWithModel(prose, ask);
  if (draft.nodes.length === 0) throw new ObeyError('usage', 'the prose names nothing to be done', { at: { file } });
  const { files, left, prose: explained, diagram } = await taskFromDraft(draft, { id, title, prose });
  if (!options.json) await show(context, draft, explained, diagram);
  await confirm(options, context);
  await writeTaskFolder(folder, files);
  const issues = await validateTask(await loadTask(folder), { seeds: [1] });
  const toDo = [...draft.questions.map(noteLine), ...left, ...issues.map(({ message }) => message)];
  if (options.json) {
    const { guesses, questions } = draft;
    return await printJson(context, { id, folder, files: Object.keys(files).sort(), guesses, questions, left, issues });
  }
  await printLines(context, [
    `${id}: drafted into ${folder}`,
    ...(toDo.length === 0
      ? ['it is valid; nothing is left to fill in']
      : ['left to fill in:', ...toDo.map((one) => `  - ${one}`)]),
  ]);
}

async function show(context: CommandContext, draft: ProcessDraft, prose: string, diagram: string): Promise<void> {
  await printLines(context, [
    prose.trimEnd(),
    '',
    '```mermaid',
    diagram.trimEnd(),
    '```',
    '',
    ...(draft.guesses.length === 0 ? [] : ['guessed:', ...draft.guesses.map((note) => `  ${noteLine(note)}`), '']),
    ...(draft.questions.length === 0 ? [] : ['not said:', ...draft.questions.map((note) => `  ${noteLine(note)}`), '']),
  ]);
}

/** @throws ObeyError `usage` where nobody can be asked, `interrupted` when the answer is no */
async function confirm({ yes }: DraftOptions, { prompts }: CommandContext): Promise<void> {
  if (yes) return;
  const { ObeyError } = await import('@obey/schema');
  if (prompts === undefined)
    throw new ObeyError('usage', 'nothing was written: the draft is to be confirmed with --yes');
  if (!(await prompts.confirm('Write this?'))) throw new ObeyError('interrupted', 'nothing was written');
}

const noteLine = ({ line, text, says }: DraftNote): string => `line ${line}, “${text}”: ${says}`;
