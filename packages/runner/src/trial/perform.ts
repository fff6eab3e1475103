import { latencyFloors, renderPrompt, startWorld, type WorldOptions, writeInputs } from '@obey/prepare';
import type { Departure, Handlers, Process } from '@obey/process';
import type { Candidate, PreparedTask, RawTraceEvent, Task, TraceSource } from '@obey/schema';
import { type ContentStore, recordWorkspace } from '@obey/trace';
import { localEnvironment } from '../environment/local-environment.js';
import type { Place } from '../environment/place.js';
import type { CompactionPoint, Harness, HarnessOptions, HarnessReading } from '../harness/harness.js';
import type { Redactor } from '../redaction/redactor.js';
import { keepAndRead } from './keep-and-read.js';
import { type Ending, supervise } from './supervise.js';
import type { Surroundings } from './surroundings.js';
import { type Script, thoughtOf } from './think.js';

export interface Performance {
  readonly candidate: Candidate;
  readonly harness: Harness;
  readonly harnessOptions: HarnessOptions;
  readonly script: Script;
  /** Undefined where the task asks for none, or the harness cannot. */
  readonly compaction: CompactionPoint | undefined;
  readonly task: Task;
  readonly process: Process;
  readonly handlers: Handlers;
  readonly prepared: PreparedTask;
  readonly stateful: NonNullable<WorldOptions['stateful']>;
  readonly pace: number;
  readonly place: Place;
  readonly store: ContentStore;
  /** The trial's `raw/`. */
  readonly raw: string;
  readonly redactor: Redactor;
  readonly surroundings: Surroundings;
  readonly clock: () => number;
  readonly epochMs: number;
  readonly timeMs: number;
  readonly outputBytes: number;
  readonly signal: AbortSignal | undefined;
  readonly onDeviate: ((departure: Departure) => void) | undefined;
}

/** What the recorders have of a candidate whose last process is dead. */
export interface Evidence {
  readonly ending: Ending;
  readonly prompt: string;
  /** One list per source. */
  readonly events: readonly RawTraceEvent[][];
  readonly reading: HarnessReading;
  readonly lags: Partial<Record<TraceSource, number>>;
  readonly damaged: Partial<Record<TraceSource, string>>;
  /** What the world could not answer, by the task's own fault. */
  readonly failure: string | undefined;
  /** Milliseconds since the trial began. */
  readonly endedAt: number;
}

/** Starts world, recorder and candidate, waits for the end of the last process, and gathers what was recorded. */
export async function perform(performance: Performance): Promise<Evidence> {
  const { harness, harnessOptions: options, place, prepared, clock, store, surroundings } = performance;
  await writeInputs(prepared.files, place.workspace);
  await harness.install?.({ place, options });
  // In the end everything is undone in the opposite order, however far it came.
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const recorder = await recordWorkspace({
      directory: place.workspace,
      store,
      clock,
      ignore: performance.task.ignore,
    });
    undo.push(() => recorder.stop());
    const world = await startWorld(prepared, {
      ...{ clock, store, pace: performance.pace },
      beforeAnswer: async () => void (await recorder.marker()),
      floorMs: latencyFloors(performance.process, prepared),
      stateful: performance.stateful,
    });
    undo.push(() => world.stop());
    const environment = localEnvironment({
      place,
      variables: surroundings.variables,
      credentials: harness.credentials(performance.candidate),
      outputBytes: performance.outputBytes,
      now: surroundings.now,
    });
    undo.push(() => environment.stop(0));
    const prompt = renderPrompt(prepared.prompt, { services: world.urls });
    const session = await harness.start({
      candidate: performance.candidate,
      ...{ place, environment, prompt, options, clock },
      compaction: performance.compaction,
      variables: surroundings.variables,
      epochMs: performance.epochMs,
      marker: () => recorder.marker(),
      keep: (text) => store.put(text),
      think: thoughtOf({ ...performance, services: world.urls }),
    });
    undo.push(() => session.close());
    const ending = await supervise(session, environment, performance);
    const endedAt = clock();
    await undoAll(undo);
    const reading = await keepAndRead(session, ending, performance);
    await store.flush();
    return {
      ...{ ending, endedAt, prompt, reading, failure: world.failure() },
      damaged: definedOnly({ workspace: recorder.damaged, service: world.damage(), harness: reading.damage }),
      events: [world.events(), recorder.events(), reading.events],
      // The world stamps its requests itself, when they reach it.
      lags: definedOnly({ workspace: recorder.lag(), service: 0, harness: session.lag?.() }),
    };
  } finally {
    await undoAll(undo);
  }
}

async function undoAll(undo: (() => Promise<unknown>)[]): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
}

function definedOnly<T>(values: Partial<Record<TraceSource, T | undefined>>): Partial<Record<TraceSource, T>> {
  const entries = Object.entries(values).filter((entry): entry is [TraceSource, T] => entry[1] !== undefined);
  return Object.fromEntries(entries) as Partial<Record<TraceSource, T>>;
}
