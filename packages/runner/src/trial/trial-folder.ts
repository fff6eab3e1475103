import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ObeyError } from '@obey/schema';

/** The folder of a trial while it is being written, under a name that no reader takes for a trial. */
export interface TrialDraft {
  readonly path: string;
  /** Gives it its own name, in place of an earlier trial there. */
  publish(): Promise<void>;
  discard(): Promise<void>;
}

/** Begins a trial's folder. @throws ObeyError `conflict` when `folder` holds something else than a trial */
export async function draftTrialFolder(folder: string, id: string): Promise<TrialDraft> {
  if (existsSync(folder) && !existsSync(join(folder, 'trial.json')) && (await readdir(folder)).length > 0) {
    throw new ObeyError('conflict', `${folder} holds something else than a trial`, { hint: 'name an empty folder' });
  }
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const prefix = `.${basename(folder)}.`;
  for (const name of await readdir(parent)) {
    // Left by a runner that was killed.
    if (name.startsWith(prefix) && name.endsWith('.partial')) await remove(join(parent, name));
  }
  const path = join(parent, `${prefix}${id}.partial`);
  await mkdir(join(path, 'raw'), { recursive: true });
  return {
    path,
    async publish() {
      const replaced = join(parent, `${prefix}${id}.old.partial`);
      if (existsSync(folder)) await rename(folder, replaced);
      await rename(path, folder);
      await remove(replaced);
    },
    discard: () => remove(path),
  };
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
