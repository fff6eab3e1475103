import { type Candidate, nearest, ObeyError } from '@obey/schema';
import { claudeCodeHarness } from '../claude-code/claude-code-harness.js';
import { commandHarness } from '../command/command-harness.js';
import { referenceHarness } from '../reference/reference-harness.js';
import type { Harness } from './harness.js';

/** Every harness by its name. */
export const harnesses: ReadonlyMap<string, Harness> = new Map(
  [referenceHarness, commandHarness, claudeCodeHarness].map((harness) => [harness.name, harness]),
);

/** The harness of a candidate. @throws ObeyError `usage` for an unknown one, a deviation that it cannot take or an environment that is not there */
export function harnessOf(candidate: Candidate): Harness {
  const harness = harnesses.get(candidate.harness);
  if (harness === undefined) {
    const close = nearest(candidate.harness, harnesses.keys());
    throw new ObeyError('usage', `there is no harness \`${candidate.harness}\``, {
      hint: close === undefined ? `known are ${[...harnesses.keys()].join(', ')}` : `did you mean \`${close}\`?`,
    });
  }
  if (candidate.deviation !== undefined && !harness.scripted) {
    throw new ObeyError('usage', `the harness \`${harness.name}\` takes no deviation`);
  }
  if (candidate.environment !== 'local') {
    throw new ObeyError('usage', `the environment \`${candidate.environment}\` is not available`, {
      hint: 'leave it out to run in `local`',
    });
  }
  return harness;
}
