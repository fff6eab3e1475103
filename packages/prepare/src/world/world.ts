import type { RawTraceEvent } from '@obey/schema';
import type { StatefulContext, StatefulServices } from './stateful-service.js';

/** Keeps the text of answers by content; gives the SHA-256 in hex. */
export interface BodyStore {
  put(body: Uint8Array): string | Promise<string>;
}

export interface WorldOptions {
  /** Scales every latency; 1 is real time. */
  readonly pace: number;
  /** Milliseconds since the trial began, with fraction. */
  readonly clock: () => number;
  /** Awaited when a request arrives, before it counts as begun: whatever was written before it is recorded before it. */
  readonly beforeAnswer?: () => Promise<void>;
  readonly store: BodyStore;
  /** The least latency in ms of a route, whatever the pace; see `latencyFloors`. 5 where absent. */
  readonly floorMs?: (service: string, method: string, path: string) => number;
  /** Services that keep state, with what they start from. They answer what no route of theirs does. */
  readonly stateful?: { readonly services: StatefulServices; readonly context: StatefulContext };
  /** Most bytes of a request's body. */
  readonly maxRequestBytes?: number;
  /** Milliseconds in which a request must have arrived whole. */
  readonly requestTimeoutMs?: number;
}

/** The simulated world while a candidate is at work. */
export interface World {
  /** Base URL by service, without a final slash. */
  readonly urls: Readonly<Record<string, string>>;
  /** The access log so far, by time; complete after `stop`. */
  events(): RawTraceEvent[];
  /** What broke in recording, one line; undefined when all is well. */
  damage(): string | undefined;
  /** The first request that a service which keeps state could not answer, one line: the task's fault, not the candidate's. */
  failure(): string | undefined;
  /** Ends every connection and server. What was under way is logged as far as it came. */
  stop(): Promise<void>;
}
