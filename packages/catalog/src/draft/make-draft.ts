import type { AskModel } from './draft-with-model.js';
import type { ProcessDraft } from './process-draft.js';
import type { DraftedTask, DraftTaskOptions } from './task-from-draft.js';

// The process language is loaded only when something is drafted, so that listing and selecting stay quick.

/**
 * Drafts a process from prose by a model. What it answers has to parse as a process; where it does not, the errors go back,
 * at most twice. The prose is fenced as data by a delimiter that it cannot know.
 * @throws ObeyError `process-invalid` when the last answer is no process either; what `ask` throws
 */
export async function draftWithModel(prose: string, ask: AskModel): Promise<ProcessDraft> {
  const drafting = await import('./draft-with-model.js');
  return drafting.draftWithModel(prose, ask);
}

/**
 * Makes the files of a task from a drafted process: an instance with what the process decides on planted in it, handlers
 * that leave the evidence, and a prompt of the prose and everything that the process enforces.
 * @throws ObeyError `process-invalid` when the draft is no process
 */
export async function taskFromDraft(draft: ProcessDraft, options: DraftTaskOptions): Promise<DraftedTask> {
  const making = await import('./task-from-draft.js');
  return making.taskFromDraft(draft, options);
}
