import path from 'node:path';
import { loadTaskModules, type TaskModules } from '../load-task-modules.js';
import type { LoadedTask } from '../loaded-task.js';
import { checkInstances } from './check-instances.js';
import { checkModules } from './check-modules.js';
import { checkReadme } from './check-readme.js';
import { Findings } from './findings.js';
import type { ValidationIssue } from './validation-issue.js';

/** See `validateTask`. */
export async function validate(loaded: LoadedTask, seeds: readonly number[]): Promise<ValidationIssue[]> {
  const findings = new Findings(loaded);
  const { id } = loaded.task;
  if (path.basename(loaded.folder) !== id)
    findings.warning('task.yaml', `the folder is not named like its task \`${id}\``);
  await checkReadme(loaded, findings);
  let modules: TaskModules | undefined;
  try {
    modules = await loadTaskModules(loaded);
  } catch (error) {
    findings.caught(error, 'task.yaml');
  }
  if (modules !== undefined) {
    checkModules(loaded, modules, findings);
    await checkInstances(loaded, modules, seeds, findings);
  }
  return findings.issues;
}
