import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordedWorkspace } from '../testing/recorded-workspace.js';
import type { RawFileEvent } from './tracked-directory.js';

const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const action = fc.oneof(
  fc.record({ do: fc.constant('write' as const), path, text: fc.constantFrom('', '1', '22', '{}') }),
  fc.record({ do: fc.constant('append' as const), path, text: fc.constantFrom('x', 'yy') }),
  fc.record({ do: fc.constant('mkdir' as const), path }),
  fc.record({ do: fc.constant('move' as const), path, to: path }),
  fc.record({ do: fc.constant('remove' as const), path }),
  fc.record({ do: fc.constant('breathe' as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** Does what can be done; what cannot is no matter here. */
const perform = async (directory: string, step: Action): Promise<void> => {
  try {
    if (step.do === 'breathe') await new Promise(setImmediate);
    else if (step.do === 'write') fs.writeFileSync(join(directory, step.path), step.text);
    else if (step.do === 'append') fs.appendFileSync(join(directory, step.path), step.text);
    else if (step.do === 'mkdir') fs.mkdirSync(join(directory, step.path), { recursive: true });
    else if (step.do === 'move') fs.renameSync(join(directory, step.path), join(directory, step.to));
    else fs.rmSync(join(directory, step.path), { recursive: true });
  } catch {
    // Such as a write into a directory that is not there.
  }
};

const onDisk = (directory: string): Record<string, string> => {
  const files: Record<string, string> = {};
  for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[file.slice(directory.length + 1)] = fs.readFileSync(file, 'utf8');
  }
  return files;
};

const replayed = (events: RawFileEvent[], text: (sha256: string) => string | undefined): Record<string, string> => {
  const files: Record<string, string> = {};
  for (const event of events) {
    if (event.change === 'deleted') delete files[event.path];
    else files[event.path] = text(event.sha256 ?? '') ?? 'not kept';
    if (event.from !== undefined) delete files[event.from];
  }
  return files;
};

it('records events that, replayed, give the files on disk, whatever was done to them', async () => {
  const { directory, recorder, files, store } = await recordedWorkspace({ closingSweep: false });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 30 }), async (steps) => {
      for (const step of steps) await perform(directory, step);
      await recorder.marker();
      expect(replayed(files(), (sha256) => store.text(sha256))).toEqual(onDisk(directory));
    }),
    { numRuns: process.env.OBEY_FULL === '1' ? 2000 : 150 },
  );
  expect(recorder.damaged).toBeUndefined();
}, 300_000);
