import { missingVocabulary } from '@obey/process';
import type { Task } from '@obey/schema';
import { checkStepsTold } from './check-steps-told.js';
import type { Findings } from './findings.js';
import type { Instance } from './instance.js';

const kinds = {
  path: 'the path',
  command: 'the command',
  limit: 'the limit',
  mode: 'the mode',
  unit: 'the unit',
} as const;

/**
 * What the candidate is told names every path, limit, mode and unit that the process enforces, has words for every step, and
 * does not give itself away.
 */
export function checkPrompt(
  { process, prepared }: Pick<Instance, 'process' | 'prepared'>,
  task: Task,
  findings: Findings,
): void {
  const told = [prepared.prompt, ...Object.keys(task.instructions).map((path) => prepared.files[path] ?? '')].join(
    '\n',
  );
  const file = Object.values(task.instructions)[0] ?? task.prompt;
  for (const { kind, text, at } of missingVocabulary(process, told, prepared.parameters)) {
    findings.error(
      at,
      `the prompt does not say ${kinds[kind]} \`${text}\`, which the process enforces`,
      `say it in ${file}`,
    );
  }
  checkStepsTold({ process }, told, file, findings);
  const word = /\bbenchmark\w*|\bobey\b(?=.*\bprocess\b)/i.exec(told)?.[0];
  if (word !== undefined) {
    findings.warning(file, `the prompt says \`${word}\``, 'it should read like a colleague’s instruction');
  }
}
