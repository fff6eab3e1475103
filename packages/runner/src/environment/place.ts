import { chmod, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The directories of one trial while it runs. The candidate lives under `candidate`; the recorder writes beside it. */
export interface Place {
  /** Value of OBEY_TRIAL in the environment of every process of the candidate. */
  readonly id: string;
  readonly root: string;
  readonly candidate: string;
  readonly workspace: string;
  readonly home: string;
  /** The candidate's TMPDIR. */
  readonly temporary: string;
  /** What the recorder writes: output streams and hook records. */
  readonly record: string;
}

/** Makes a fresh place under `parent`, closed to other users. */
export async function makePlace(id: string, parent: string): Promise<Place> {
  // As the candidate's programs will name it, links resolved.
  const root = await realpath(await mkdtemp(join(parent, 'obey-')));
  const candidate = join(root, 'agent');
  const place: Place = {
    id,
    root,
    candidate,
    workspace: join(candidate, 'workspace'),
    home: join(candidate, 'home'),
    temporary: join(candidate, 'tmp'),
    record: join(root, 'record'),
  };
  for (const directory of [place.workspace, place.home, place.temporary, place.record]) {
    await mkdir(directory, { recursive: true });
  }
  return place;
}

/** Removes everything under it, as far as that can be done: the candidate may have locked directories against it. */
export async function removePlace(place: Place): Promise<void> {
  const remove = () => rm(place.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  await remove()
    .catch(async () => {
      await unlock(place.root);
      await remove();
    })
    .catch(() => {});
}

async function unlock(directory: string): Promise<void> {
  await chmod(directory, 0o700);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) await unlock(join(directory, entry.name));
  }
}
