import type { Observable } from '@obey/process';
import { type Candidate, ObeyError, type Trial } from '@obey/schema';
import { environmentRecorders, type HarnessCapability, harnessCapabilities } from './capability-table.js';

const capabilityOf = (harness: string): HarnessCapability => {
  const capability = Object.hasOwn(harnessCapabilities, harness) ? harnessCapabilities[harness] : undefined;
  if (capability !== undefined) return capability;
  throw new ObeyError('trial-invalid', `harness \`${harness}\` has no entry in the capability table`, {
    hint: `known are ${Object.keys(harnessCapabilities).join(', ')}`,
  });
};

const ofHarness = ({ toolCalls, reads, batches, agents, replies, callTimes }: HarnessCapability, hooks: boolean) => ({
  harness: toolCalls,
  reads,
  batches,
  intervals: callTimes === 'always' || (callTimes === 'hooks' && hooks),
  agents,
  replies,
});

/**
 * What a trial promises to show: its harness's entry of the capability table, its environment and the recorders at work.
 *
 * @throws ObeyError `trial-invalid` for a harness that is not in the table
 */
export function observableInTrial(
  candidate: Pick<Candidate, 'harness' | 'environment'>,
  recorders: Trial['recorders'],
): Observable {
  const able = environmentRecorders[candidate.environment];
  return {
    workspace: able.workspace && recorders.workspace,
    service: able.service && recorders.service,
    ...ofHarness(capabilityOf(candidate.harness), able.hooks && recorders.hooks),
  };
}

/**
 * What a session shows that nothing here recorded: its own log, with the time of each call wherever that log tells it.
 *
 * @throws ObeyError `trial-invalid` for a harness that is not in the table
 */
export function observableInAudit(harness: string): Observable {
  return { workspace: false, service: false, ...ofHarness(capabilityOf(harness), true) };
}

/** Calls that a harness runs at once at most; undefined where it has no cap, or none that is known. */
export function concurrencyCap(harness: string): number | undefined {
  return capabilityOf(harness).concurrencyCap;
}
