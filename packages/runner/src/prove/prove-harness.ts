import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentStore, recordWorkspace } from '@obey/trace';
import { localEnvironment } from '../environment/local-environment.js';
import { makePlace, removePlace } from '../environment/place.js';
import type { HarnessOptions } from '../harness/harness.js';
import { harnessOf } from '../harness/registry.js';
import { Redactor } from '../redaction/redactor.js';
import { keepAndRead } from '../trial/keep-and-read.js';
import { supervise } from '../trial/supervise.js';
import { machine, type Surroundings } from '../trial/surroundings.js';
import { checkProof, type HarnessCheck } from './check-proof.js';
import { performProof, proof } from './proof-session.js';

export interface ProveHarnessOptions {
  readonly options?: HarnessOptions;
  readonly signal?: AbortSignal;
  readonly surroundings?: Partial<Surroundings>;
}

const timeMs = 120_000;
const outputBytes = 64 << 20;

/**
 * Proves that an installed agent is read rightly: a tiny scripted session, in which every call is known beforehand, is
 * run with the user's own program, and each thing that a score could rest on is looked for in what was read back.
 *
 * @throws ObeyError `usage` for a harness that cannot be scripted, `infrastructure` when it is not installed
 */
export async function proveHarness(
  name: string,
  { options = {}, signal, ...rest }: ProveHarnessOptions = {},
): Promise<HarnessCheck[]> {
  const surroundings = { ...machine, ...rest.surroundings };
  const candidate = { harness: name, deviation: 'obedient', environment: 'local' } as const;
  const harness = harnessOf(candidate);
  const { now, variables } = surroundings;
  const version = await harness.version(options, variables);
  const place = await makePlace(surroundings.newId(), surroundings.temporary);
  const begun = now();
  const epochMs = surroundings.date();
  const clock = () => now() - begun;
  try {
    await writeFile(join(place.workspace, proof.input.path), proof.input.text);
    const raw = join(place.root, 'raw');
    await mkdir(raw);
    const store = new ContentStore(join(place.root, 'files'));
    const recorder = await recordWorkspace({ directory: place.workspace, store, clock });
    const environment = localEnvironment({ place, variables, credentials: [], outputBytes, now });
    try {
      const session = await harness.start({
        ...{ candidate, place, environment, options, variables, clock, epochMs },
        prompt: 'Please carry out what you have in mind.',
        marker: () => recorder.marker(),
        keep: (text) => store.put(text),
        think: performProof,
      });
      const ending = await supervise(session, environment, { timeMs, signal }).finally(() => session.close());
      const files = await recorder.stop();
      const reading = await keepAndRead(session, ending, { raw, redactor: new Redactor([]) });
      return [
        { name: 'version', ok: true, detail: version === undefined ? 'built in' : `${name} ${version}` },
        ...checkProof({ ending, reading, files }),
      ];
    } finally {
      await environment.stop(0);
      await recorder.stop();
    }
  } finally {
    await removePlace(place);
  }
}
