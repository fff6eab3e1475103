import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ObeyError, type Task } from '@obey/schema';
import { type CapturedText, readCapture } from '../capture/snapshot-folder.js';
import { fetchPinned } from '../download/fetch-pinned.js';

/** Real data that a task declares, as its prepare.ts sees it. */
export interface TaskData {
  /** Captured pages by the capture's name, in the order in which they are declared. */
  readonly captures: Readonly<Record<string, readonly CapturedText[]>>;
  /** Text of each download by its name. */
  readonly downloads: Readonly<Record<string, string>>;
}

type Declared = Pick<Task, 'id' | 'captures' | 'downloads'>;

/** Where a task's folder keeps a capture. */
export const captureFolder = (folder: string, name: string): string => path.join(folder, 'captures', name);

/**
 * The captures and downloads of a task, all checked against their hashes; nothing is fetched.
 * @throws ObeyError `not-found` for a capture that was never made, `download-failed` for a download that is not in the cache, each
 *   with the command that gets it; `prepare-failed` for a capture that is damaged or not the declared one
 */
export async function loadTaskData(
  { id, captures, downloads }: Declared,
  { folder, cacheDirectory }: { readonly folder: string; readonly cacheDirectory: string },
): Promise<TaskData> {
  const hint = `run \`obey prepare ${id} --capture\` once, with the network on`;
  const pages: [string, readonly CapturedText[]][] = [];
  for (const [name, declared] of Object.entries(captures)) {
    const capture = await readCapture(captureFolder(folder, name)).catch((cause: unknown) => {
      if (!ObeyError.isInstance(cause) || cause.code !== 'not-found') throw cause;
      throw new ObeyError('not-found', `the capture \`${name}\` of ${id} was not made yet`, { cause, hint });
    });
    const there = new Set(capture.manifest.pages.map(({ url }) => url));
    const missing = declared.urls.find((url) => !there.has(url));
    if (missing !== undefined || capture.manifest.licence !== declared.licence) {
      const what = missing === undefined ? 'has another licence than' : `lacks ${missing} of`;
      throw new ObeyError('prepare-failed', `the capture \`${name}\` of ${id} ${what} the declared one`, { hint });
    }
    pages.push([name, capture.pages]);
  }
  const texts: [string, string][] = [];
  for (const [name, { url, sha256, maxBytes }] of Object.entries(downloads)) {
    const file = await fetchPinned({ url, sha256, maxBytes }, { cacheDirectory, timeoutMs: 1, offline: true }).catch(
      (cause: unknown) => {
        if (!ObeyError.isInstance(cause) || cause.code !== 'download-failed') throw cause;
        throw new ObeyError('download-failed', `the download \`${name}\` of ${id} is not in the cache`, {
          cause,
          hint,
        });
      },
    );
    texts.push([name, await readFile(file, 'utf8')]);
  }
  return { captures: Object.fromEntries(pages), downloads: Object.fromEntries(texts) };
}
