import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { applicableDeviations } from '@obey/process';
import type { LoadedTask } from '../loaded-task.js';
import type { Findings } from './findings.js';

const file = 'README.md';
const heading = '## Deviations that apply';

/** There is a README, and its table of deviations lists those that apply and no others. */
export async function checkReadme({ folder, process }: LoadedTask, findings: Findings): Promise<void> {
  const text = await readFile(path.join(folder, file), 'utf8').catch(() => undefined);
  if (text === undefined) {
    findings.warning(file, 'there is none', 'say what the task tempts an agent to do wrong, and how that shows');
    return;
  }
  const [, section] = text.split(heading);
  if (section === undefined) {
    findings.warning(file, `it has no section \`${heading}\``, 'list the deviations that apply, with what happens');
    return;
  }
  const firstCells = section.matchAll(/^\|([^|]*)\|[^|]*\|\s*$/gm);
  const listed = new Set([...firstCells].flatMap(([, cell = '']) => cell.match(/(?<=`)[a-z]+(-[a-z]+)*(?=`)/g) ?? []));
  const due = new Set(applicableDeviations(process));
  const differing = [
    ...[...due].filter((name) => !listed.has(name)).map((name) => `lacks \`${name}\``),
    ...[...listed].filter((name) => !due.has(name)).map((name) => `has \`${name}\`, which does not apply`),
  ];
  if (differing.length > 0) findings.warning(file, `its table of deviations ${differing.join(', ')}`);
}
