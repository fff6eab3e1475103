import { type CaptureManifest, ObeyError, type Task } from '@obey/schema';
import type { CaptureOptions } from '../capture/capture-options.js';
import { capturePages } from '../capture/capture-pages.js';
import { type DownloadOptions, fetchPinned } from '../download/fetch-pinned.js';
import { captureFolder } from './task-data.js';

export interface FetchOptions
  extends Partial<Omit<CaptureOptions, 'folder' | 'fetchedAt'>>,
    Pick<CaptureOptions, 'fetchedAt'>,
    Pick<DownloadOptions, 'cacheDirectory'> {
  /** The task's folder, where its captures are kept. */
  readonly folder: string;
}

/** What was fetched for a task. */
export interface FetchedData {
  readonly captures: readonly (CaptureManifest & { readonly folder: string })[];
  readonly downloads: readonly { readonly name: string; readonly licence: string; readonly path: string }[];
}

/**
 * Fetches all real data that a task declares: its captures anew, into its own folder, and those of its downloads that are not in
 * the cache. A second between two requests to a host, 30 s for one page and 60 s for the longest wait, unless told otherwise.
 *
 * @throws ObeyError `usage` when the task declares none; `download-failed`, see `capturePages` and `fetchPinned`
 */
export async function fetchTaskData(
  task: Pick<Task, 'id' | 'captures' | 'downloads'>,
  { folder, cacheDirectory, ...options }: FetchOptions,
): Promise<FetchedData> {
  const capturing = { delayMs: 1_000, timeoutMs: 30_000, longestWaitMs: 60_000, ...options };
  const captures: (CaptureManifest & { folder: string })[] = [];
  const downloads: { name: string; licence: string; path: string }[] = [];
  if (Object.keys(task.captures).length + Object.keys(task.downloads).length === 0) {
    throw new ObeyError('usage', `${task.id} declares no captures and no downloads`, {
      hint: 'declare them in its task.yaml',
    });
  }
  for (const [name, capture] of Object.entries(task.captures)) {
    const target = captureFolder(folder, name);
    captures.push({ folder: target, ...(await capturePages(name, capture, { ...capturing, folder: target })) });
  }
  for (const [name, { url, sha256, maxBytes, licence }] of Object.entries(task.downloads)) {
    const path = await fetchPinned({ url, sha256, maxBytes }, { cacheDirectory, timeoutMs: 600_000 });
    downloads.push({ name, licence, path });
  }
  return { captures, downloads };
}
