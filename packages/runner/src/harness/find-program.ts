import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/** The file that `program` names, as a path or by the PATH of `variables`; undefined when there is none. */
export function findProgram(program: string, variables: NodeJS.ProcessEnv): string | undefined {
  const candidates =
    isAbsolute(program) || program.includes('/')
      ? [resolve(program)]
      : (variables.PATH ?? '').split(delimiter).flatMap((folder) => (folder === '' ? [] : join(folder, program)));
  return candidates.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
