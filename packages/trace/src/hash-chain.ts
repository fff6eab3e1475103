import { hash } from 'node:crypto';
import type { RawTraceEvent, TraceEvent } from '@obey/schema';
import { canonicalLine } from './canonical-line.js';

/** What the first line is chained to: 64 zeros. */
export const chainStart = '0'.repeat(64);

/** SHA-256, in hex, over the previous line's hash and this line without its own. */
export const chainHash = (previous: string, line: string): string => hash('sha256', previous + line);

/** An endless chain: each event gets the next `seq` and the hash that ties it to all before it. */
export class HashChain {
  #head = chainStart;
  #length = 0;

  /** Hash of the last event; 64 zeros before the first. */
  get head(): string {
    return this.#head;
  }

  get length(): number {
    return this.#length;
  }

  append(event: RawTraceEvent): TraceEvent {
    const numbered = { ...event, seq: this.#length };
    this.#head = chainHash(this.#head, canonicalLine(numbered));
    this.#length += 1;
    return { ...numbered, hash: this.#head } as TraceEvent;
  }
}

export type ChainVerdict =
  | { readonly ok: true; readonly head: string; readonly events: number }
  | { readonly ok: false; readonly seq: number; readonly reason: string };

/**
 * Whether events are just those that were written: any change, removal, insertion or swap breaks the chain at the first
 * event that it touches. A cut tail shows only against a known `head` (trial.json keeps it).
 */
export const verifyChain = (events: Iterable<TraceEvent>, head?: string): ChainVerdict => {
  let previous = chainStart;
  let count = 0;
  for (const event of events) {
    if (event.seq !== count) return { ok: false, seq: count, reason: `event ${count} is missing; found ${event.seq}` };
    if (event.hash === undefined) return { ok: false, seq: count, reason: `event ${count} has no hash` };
    if (event.hash !== chainHash(previous, canonicalLine(event))) {
      return { ok: false, seq: count, reason: `event ${count} does not match its hash` };
    }
    previous = event.hash;
    count += 1;
  }
  if (head !== undefined && head !== previous) {
    return { ok: false, seq: count, reason: `the trace ends after ${count} events, not at the head that was noted` };
  }
  return { ok: true, head: previous, events: count };
};
