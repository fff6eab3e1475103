import { nearest } from '@obey/schema';
import { isCheckName } from '../check-name.js';
import type { TaskModules } from '../load-task-modules.js';
import type { LoadedTask } from '../loaded-task.js';
import type { Findings } from './findings.js';

/** Every step has its handler and every named check exists; nothing is left over. */
export function checkModules({ task, process }: LoadedTask, modules: TaskModules, findings: Findings): void {
  const handlers = Object.keys(modules.solve);
  for (const step of process.steps.values()) {
    if (!handlers.includes(step.step)) findings.error(step, `solve.ts has no handler for the step \`${step.step}\``);
  }
  for (const name of handlers) {
    if (process.steps.has(name)) continue;
    findings.error('solve.ts', `the handler \`${name}\` belongs to no step`, suggestion(name, process.steps.keys()));
  }
  const checks = Object.keys(modules.checks);
  const named = task.evaluation.correctness.map(({ check }) => check).filter(isCheckName);
  for (const name of named.filter((check) => !checks.includes(check))) {
    findings.error(
      'task.yaml',
      `the evaluation names \`${name}\`, which check.ts does not have`,
      suggestion(name, checks),
    );
  }
  for (const name of checks.filter((check) => !named.includes(check))) {
    findings.warning('check.ts', `the check \`${name}\` is named nowhere in the evaluation`, suggestion(name, named));
  }
}

function suggestion(name: string, known: Iterable<string>): string | undefined {
  const close = nearest(name, known);
  return close === undefined ? undefined : `did you mean \`${close}\`?`;
}
