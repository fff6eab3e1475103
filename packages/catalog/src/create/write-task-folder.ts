import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ObeyError } from '@obey/schema';

/**
 * Writes a new folder with these files (path inside it → text), whole or not at all: under another name first, which is then
 * changed.
 * @throws ObeyError `conflict` when there is something at that place, `environment-failed` when it cannot be written
 */
export async function writeTaskFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await refuseExisting(folder);
  const draft = path.join(path.dirname(folder), `.${path.basename(folder)}.${randomUUID().slice(0, 8)}.part`);
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(draft, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await rename(draft, folder);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    await refuseExisting(folder);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ObeyError('environment-failed', `the folder cannot be written: ${reason}`, {
      cause,
      at: { file: folder },
    });
  }
}

async function refuseExisting(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return [path.basename(folder)];
    throw new ObeyError('environment-failed', 'the folder cannot be looked into', {
      cause: error,
      at: { file: folder },
    });
  });
  if (found.length === 0) return;
  throw new ObeyError('conflict', 'there is something at this place already', {
    at: { file: folder },
    hint: 'name another folder with --out; nothing is ever overwritten',
  });
}
