import { dimensions } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { harnessCapabilities } from './capability-table.js';
import { concurrencyCap, observableInAudit, observableInTrial } from './observable.js';

const all = { workspace: true, service: true, hooks: true };

describe('what can be observed', () => {
  it('is everything of the reference agent', () => {
    const observable = observableInTrial({ harness: 'reference', environment: 'local' }, all);
    expect(Object.values(observable)).not.toContain(false);
  });

  it('follows the recorders that were at work', () => {
    const candidate = { harness: 'claude-code', environment: 'local' } as const;
    expect(observableInTrial(candidate, { ...all, workspace: false, hooks: false })).toMatchObject({
      workspace: false,
      service: true,
      harness: true,
      intervals: false,
    });
  });

  it('is what recorders see alone where a command shows nothing of itself', () => {
    const observable = observableInTrial({ harness: 'command', environment: 'local' }, all);
    expect(observable).toMatchObject({ workspace: true, service: true, harness: false, reads: false, agents: false });
  });

  it('is the log alone in an audit', () => {
    expect(observableInAudit('claude-code')).toMatchObject({ workspace: false, service: false, harness: true });
  });

  it('has no cap that nobody measured, and refuses an unknown harness', () => {
    expect(concurrencyCap('reference')).toBeUndefined();
    expect(() => observableInAudit('constructor')).toThrow('has no entry in the capability table');
  });

  it('names dimensions that exist', () => {
    for (const { mayDiffer } of Object.values(harnessCapabilities)) {
      expect(mayDiffer.every((dimension) => dimensions.includes(dimension))).toBe(true);
    }
  });
});
