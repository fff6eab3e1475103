import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedTask, TaskModules } from '@obey/catalog';
import { newSecret, prepareTask, writeInputs } from '@obey/prepare';
import type { Level, PreparedTask } from '@obey/schema';

export interface InstanceRequest {
  readonly loaded: LoadedTask;
  readonly modules: TaskModules;
  readonly seed: number;
  readonly level: Level;
  readonly folder: string;
  /** Hex; a fresh one when absent. */
  readonly secret?: string;
}

/**
 * Prepares one instance and writes what a candidate would see of it: prompt.md and workspace/ with the input files.
 * Facts and the secret are not written; the address of each service is filled in only while a trial runs.
 */
export async function writeInstance(request: InstanceRequest): Promise<PreparedTask> {
  const { loaded, modules, seed, level, folder } = request;
  const prepared = prepareTask({ ...loaded, ...modules }, { seed, level, secret: request.secret ?? newSecret() });
  await mkdir(join(folder, 'workspace'), { recursive: true });
  await writeFile(join(folder, 'prompt.md'), prepared.prompt);
  await writeInputs(prepared.files, join(folder, 'workspace'));
  return prepared;
}
