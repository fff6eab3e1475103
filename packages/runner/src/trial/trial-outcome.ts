import { ObeyError, type RawTraceEvent, type Trial } from '@obey/schema';
import type { Evidence } from './perform.js';

/** How a trial ended, for trial.json. */
export type TrialOutcome = Pick<Trial, 'status' | 'exit' | 'signal' | 'error' | 'usage' | 'cost'>;

/** The outcome of a candidate that ran. */
export function outcomeOf({ ending, reading, events, failure }: Evidence): TrialOutcome {
  const { exit, signal } = ending.exit;
  const ended = { exit, ...(signal === undefined ? {} : { signal }), ...spent(events.flat()) };
  if (ending.by === 'user') return { status: 'interrupted', ...ended };
  if (failure !== undefined) return { status: 'infrastructure-error', ...ended, error: `world: ${failure}` };
  if (reading.failure !== undefined) {
    return { status: 'infrastructure-error', ...ended, error: `${reading.failure.class}: ${reading.failure.detail}` };
  }
  if (ending.by === 'time') return { status: 'timeout', ...ended };
  if (ending.by === 'output') return { status: 'output-limit', ...ended };
  if (exit === 0 && reading.stopped === undefined) return { status: 'completed', ...ended };
  return { status: 'crashed', ...ended, ...(reading.stopped === undefined ? {} : { error: reading.stopped }) };
}

/** The outcome of a candidate that never got to run, or undefined when the error is not the machine's. */
export function outcomeOfError(error: unknown): TrialOutcome | undefined {
  if (!ObeyError.isInstance(error)) return undefined;
  if (error.code === 'environment-failed') {
    return { status: 'infrastructure-error', exit: null, error: `environment-failed: ${error.line}` };
  }
  return error.code === 'infrastructure'
    ? { status: 'infrastructure-error', exit: null, error: error.line }
    : undefined;
}

function spent(events: readonly RawTraceEvent[]): Pick<TrialOutcome, 'usage' | 'cost'> {
  const usages = events.filter((event) => event.kind === 'usage');
  if (usages.length === 0) return {};
  const sum = (of: (usage: (typeof usages)[number]) => number) => usages.reduce((total, usage) => total + of(usage), 0);
  const cost = usages.some((usage) => usage.cost !== undefined) ? { cost: sum((usage) => usage.cost ?? 0) } : {};
  return {
    usage: {
      input: sum(({ input }) => input),
      output: sum(({ output }) => output),
      cached: sum(({ cached }) => cached ?? 0),
    },
    ...cost,
  };
}
