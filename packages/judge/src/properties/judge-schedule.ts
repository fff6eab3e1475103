import { type Observable, type Process, parseProcessYaml, type Replay, replayProcess } from '@obey/process';
import type { Facts, ParameterValues, RawTraceEvent, Scorecard, TraceEvent, TraceSource } from '@obey/schema';
import { mergeEvents } from '@obey/trace';
import type { Damaged } from '../evidence/distrust-damaged.js';
import { TraceObserver } from '../integrity/trace-observer.js';
import { scoreReplay } from '../score-replay.js';
import { type Schedule, tokenOf } from './schedule.js';
import { factsOf, type ProcessSpec, processText } from './spec.js';

export const everything: Observable = {
  workspace: true,
  service: true,
  harness: true,
  reads: true,
  batches: true,
  intervals: true,
  agents: true,
  replies: true,
};

/** A trace as the runner would merge it, each source in the order in which its recorder saw things end. */
export function traceOf(events: readonly RawTraceEvent[]): TraceEvent[] {
  const bySource = new Map<TraceSource, RawTraceEvent[]>();
  for (const event of [...events].sort((a, b) => a.end - b.end || a.start - b.start)) {
    const list = bySource.get(event.source);
    if (list === undefined) bySource.set(event.source, [event]);
    else list.push(event);
  }
  return mergeEvents([...bySource.values()]);
}

export interface JudgedRun {
  readonly scorecard: Scorecard;
  readonly replay: Replay;
  readonly trace: readonly TraceEvent[];
}

export interface JudgeRunInput {
  readonly process: Process;
  readonly facts: Facts;
  readonly parameters?: ParameterValues;
  readonly trace: readonly TraceEvent[];
  readonly contents: ReadonlyMap<string, string>;
  readonly plannedFaults: readonly { readonly node: string; readonly item: string }[];
  readonly damaged?: Damaged;
  readonly observable?: Observable;
  readonly token?: (item: string) => string;
}

/** Replays and scores one trace. */
export async function judgeRun(input: JudgeRunInput): Promise<JudgedRun> {
  const {
    process,
    facts,
    parameters = {},
    trace,
    contents,
    plannedFaults,
    damaged = {},
    observable = everything,
    token = tokenOf,
  } = input;
  const content = (sha256: string) => contents.get(sha256);
  const observer = new TraceObserver({ proofs: true });
  for (const event of trace) observer.observe(event);
  const replay = await replayProcess(process, trace, {
    facts,
    parameters,
    observable,
    content,
    token,
    plannedFaults,
  });
  const scorecard = await scoreReplay({
    identity: {
      task: 'random',
      version: '1.0.0',
      seed: 0,
      level: 'easy',
      candidate: { harness: 'reference', environment: 'local' },
      isolation: 'none',
      status: 'completed',
      trial: 'trial',
    },
    process,
    replay,
    evaluation: { correctness: [], questions: [] },
    observer,
    damaged,
    audit: false,
    token,
    content,
    facts,
    parameters,
    files: {},
    checks: {},
  });
  return { scorecard, replay, trace };
}

/** The checked process of a spec. */
export function processOf(spec: ProcessSpec): Process {
  const names = Object.keys(factsOf(spec)).map((name) => [name, { key: 'id' }]);
  return parseProcessYaml(processText(spec), { facts: Object.fromEntries(names), parameters: [] });
}

/** Judges a generated run against the process that it was generated from. */
export function judgeSchedule(spec: ProcessSpec, run: Schedule, over: Partial<JudgeRunInput> = {}): Promise<JudgedRun> {
  return judgeRun({
    process: processOf(spec),
    facts: factsOf(spec),
    trace: traceOf(run.events),
    contents: run.contents,
    plannedFaults: run.faults.map((fault) => ({ node: `try#${fault.try}`, item: fault.item })),
    ...over,
  });
}
