import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ObeyError } from '@obey/schema';
import { workspacePathProblem } from './workspace-path.js';

/** Writes input files (workspace path → text) into a directory. @throws ObeyError `prepare-failed` for a path outside it */
export async function writeInputs(files: Readonly<Record<string, string>>, directory: string): Promise<void> {
  for (const name of Object.keys(files)) {
    const problem = workspacePathProblem(name);
    if (problem !== undefined) throw new ObeyError('prepare-failed', `input file ${JSON.stringify(name)} ${problem}`);
  }
  for (const [name, text] of Object.entries(files)) {
    const target = path.join(directory, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
