import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ContentStore } from '../content-store.js';
import { type RecordWorkspaceOptions, recordWorkspace } from '../workspace/record-workspace.js';
import type { RawFileEvent } from '../workspace/tracked-directory.js';
import { temporaryDirectory } from './temporary-directory.js';

/** A fresh workspace with a recorder at work on it, and a place outside of it. */
export const recordedWorkspace = async (
  options: Partial<RecordWorkspaceOptions> = {},
  prepare: (directory: string) => void = () => undefined,
) => {
  const root = await temporaryDirectory();
  const directory = join(root, 'workspace');
  const outside = join(root, 'outside');
  mkdirSync(directory);
  mkdirSync(outside);
  prepare(directory);
  const store = new ContentStore(join(root, 'files'));
  const recorder = await recordWorkspace({ directory, store, clock: () => performance.now(), ...options });
  onTestFinished(async () => {
    await recorder.stop();
  });
  /** Events up to now as short texts: `created a.json`, `renamed b.json <- a.tmp`. */
  const seen = async (): Promise<string[]> => {
    await recorder.marker();
    return files().map(
      ({ change, path, from, partial }) =>
        `${change} ${path}${from === undefined ? '' : ` <- ${from}`}${partial === true ? ' (partial)' : ''}`,
    );
  };
  const files = (): RawFileEvent[] => recorder.events() as RawFileEvent[];
  return { directory, outside, store, recorder, seen, files };
};
