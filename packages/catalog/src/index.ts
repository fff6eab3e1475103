// Find, list and select: no module of a task is run, the process language is not even loaded

export { builtInCatalog } from './built-in-catalog.js';
export { type ListOptions, listTasks } from './list-tasks.js';
export { type Construct, constructs, type TaskMetadata, taskMetadata } from './metadata.js';
export { parseSelection, type Selection } from './selection/parse-selection.js';
export { selectTasks } from './selection/select-tasks.js';
export { taskIndexText } from './task-index.js';
export { summarizeTask, type TaskSummary } from './task-summary.js';

// Load

export { expectedUnits } from './expected-units.js';
export { loadTask } from './load-task.js';
export { loadTaskModules, type TaskModules } from './load-task-modules.js';
export type { LoadedTask } from './loaded-task.js';
export { markedPath } from './marked-path.js';
export { findTaskFolder, resolveTask } from './resolve-task.js';

// Create

export {
  type CreatedTask,
  type CreateTaskOptions,
  createTask,
  suggestedId,
  taskId,
  taskKind,
} from './create/create-task.js';
export { type TaskKind, taskKinds } from './create/task-kinds.js';

// Draft: a process out of prose, and a task out of that

export { writeTaskFolder } from './create/write-task-folder.js';
export { draftProcess } from './draft/draft-process.js';
export type { AskModel, ModelTurn } from './draft/draft-with-model.js';
export { draftWithModel, taskFromDraft } from './draft/make-draft.js';
export type { DraftNote, ProcessDraft } from './draft/process-draft.js';
export type { DraftedTask, DraftTaskOptions } from './draft/task-from-draft.js';

// Validate

export { unplantedExceptions } from './unplanted-exceptions.js';
export { type ValidateOptions, validateTask } from './validate-task.js';
export type { ExceptionSource } from './validation/unplanted-exceptions.js';
export type { ValidationIssue } from './validation/validation-issue.js';

// What a task's check.ts is written against

export type { Check, CheckContext, CheckResult, CheckValue } from './check.js';
