import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { parse } from 'dotenv';
import type { Environment } from './environment.js';

const ours = /^COMPACTBENCH_/;

/**
 * The variables with what `.env` of the working directory adds to them: only names that begin with `COMPACTBENCH_`, and none that is set already,
 * be it to nothing.
 *
 * @throws ObeyError `infrastructure` when there is a `.env` that cannot be read
 */
export async function loadEnvironment(folder: string, variables: Environment): Promise<Environment> {
  const added = Object.entries(await readVariables(join(folder, '.env'))).filter(
    ([name]) => ours.test(name) && variables[name] === undefined,
  );
  return { ...variables, ...Object.fromEntries(added) };
}

async function readVariables(file: string): Promise<Record<string, string>> {
  try {
    return parse(await readFile(file));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ObeyError('infrastructure', `cannot read the variables: ${reason}`, { at: { file } });
  }
}
