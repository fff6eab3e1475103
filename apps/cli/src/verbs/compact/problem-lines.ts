import { relative } from 'node:path';
import type { SubmissionProblem } from '@obey/compact';

/** What is wrong with a submission, each as `path:line: text` with the path as one would type it here. */
export async function problemLines(
  folder: string,
  problems: readonly SubmissionProblem[],
  directory: string,
): Promise<string[]> {
  const { escapeTerminal } = await import('@obey/report');
  const near = relative(directory, folder);
  const shown = near === '' ? '.' : near.startsWith('..') ? folder : near;
  return problems.map(({ file, line, message }) => {
    const place = [file === '' ? shown : `${shown}/${file}`, ...(line === undefined ? [] : [String(line)])].join(':');
    return `${escapeTerminal(place)}: ${escapeTerminal(message, { max: 500 })}`;
  });
}
