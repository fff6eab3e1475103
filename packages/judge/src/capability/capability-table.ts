import type { Candidate, Dimension } from '@obey/schema';

/** What a harness shows of a session. Every entry was measured on that harness; what is false is never promised. */
export interface HarnessCapability {
  /** Its tool calls, in order. */
  readonly toolCalls: boolean;
  /** Which files its own tools read. */
  readonly reads: boolean;
  /** Which calls the model issued in one turn. */
  readonly batches: boolean;
  /** Its subagents, each with its own calls. */
  readonly agents: boolean;
  /** Its messages, the final answer among them. */
  readonly replies: boolean;
  /** Start and end of each call: always, only through hooks, or never. */
  readonly callTimes: 'always' | 'hooks' | 'never';
  /** Dimensions whose figures may differ from the reference agent's own run of the same deviation, because they are seen less finely. */
  readonly mayDiffer: readonly Dimension[];
  /** Calls that it runs at once at most, where that is known. */
  readonly concurrencyCap?: number;
}

/** harness → what it shows. */
export const harnessCapabilities: Readonly<Record<string, HarnessCapability>> = {
  reference: {
    toolCalls: true,
    reads: true,
    batches: true,
    agents: true,
    replies: true,
    callTimes: 'always',
    mayDiffer: [],
  },
  'claude-code': {
    toolCalls: true,
    reads: true,
    batches: true,
    agents: true,
    replies: true,
    callTimes: 'hooks',
    mayDiffer: ['parallelism'],
  },
  command: {
    toolCalls: false,
    reads: false,
    batches: false,
    agents: false,
    replies: false,
    callTimes: 'never',
    mayDiffer: ['completeness', 'ordering', 'parallelism', 'granularity'],
  },
};

/** environment → the recorders that can work there at all. */
export const environmentRecorders: Readonly<
  Record<Candidate['environment'], { readonly workspace: boolean; readonly service: boolean; readonly hooks: boolean }>
> = {
  local: { workspace: true, service: true, hooks: true },
  docker: { workspace: true, service: true, hooks: true },
};
