import type { AnswerInput, Facts, Json, ParameterValues } from '@obey/schema';

/** A request as a service that keeps state sees it. */
export interface ServiceRequest {
  readonly method: string;
  /** Escapes decoded, without the query. */
  readonly path: string;
  /** The last value of each name. */
  readonly query: Readonly<Record<string, string>>;
  /** JSON where it is JSON, else its text; undefined where there is none. */
  readonly body: Json | undefined;
}

/** What a service that keeps state starts from. */
export interface StatefulContext {
  readonly facts: Facts;
  readonly parameters: ParameterValues;
  /** The proof token of an item, by its key as in findings. */
  readonly token: (item: string) => string;
}

export interface StatefulReply<S> {
  readonly state: S;
  readonly answer: AnswerInput;
}

/**
 * A service that keeps state, in the `services` of a task's world.ts: a pure reducer. Its state lives as long as a trial and
 * changes by one request at a time. It must have an answer to any request, for a throw is the task's fault: the trial then
 * ends as an infrastructure error.
 */
export interface StatefulService<S = unknown> {
  start(context: StatefulContext): S;
  answer(state: S, request: ServiceRequest): StatefulReply<S>;
}

/** The `services` export of world.ts, by the name under `services` in task.yaml. */
export type StatefulServices = Readonly<Record<string, StatefulService>>;
