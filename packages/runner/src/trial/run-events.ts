import type { RawTraceEvent, TraceSource } from '@obey/schema';
import type { Ending } from './supervise.js';

export interface RunEventsInput {
  /** Milliseconds since the trial began. */
  readonly end: number;
  readonly lags: Readonly<Partial<Record<TraceSource, number>>>;
  readonly damaged: Readonly<Partial<Record<TraceSource, string>>>;
  /** Absent when the candidate never started. */
  readonly ending?: Ending;
}

const base = { kind: 'run', source: 'runner', actor: 'main' } as const;

/** The runner's own two events. */
export function runEvents({ end, lags, damaged, ending }: RunEventsInput): RawTraceEvent[] {
  const limit = ending?.by === 'time' || ending?.by === 'output' ? ending.by : undefined;
  return [
    { ...base, phase: 'start', start: 0, end: 0, lags },
    {
      ...base,
      phase: 'stop',
      start: end,
      end,
      exit: ending?.exit.exit ?? null,
      ...(ending?.exit.signal === undefined ? {} : { signal: ending.exit.signal }),
      ...(limit === undefined ? {} : { limit }),
      ...(Object.keys(damaged).length === 0 ? {} : { damaged }),
    },
  ];
}
