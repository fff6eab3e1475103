import type { TaskSummary } from '../task-summary.js';
import { parseSelection } from './parse-selection.js';

/** Those of the tasks that a selection asks for, in their order; see `parseSelection`. @throws ObeyError `usage` */
export function selectTasks(tasks: readonly TaskSummary[], selection: string): TaskSummary[] {
  return tasks.filter(parseSelection(selection));
}
