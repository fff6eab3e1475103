import type { RawTraceEvent } from '@obey/schema';

/** Events may come so much later than others that ended after them, in ms. */
const windowMs = 3000;
/** More than so many are not held, whatever their times. */
const maxHeld = 20_000;

/** Puts events in the order of their ends, as far as they come within a window of time. */
export class EventBuffer {
  readonly #held: RawTraceEvent[] = [];

  push(event: RawTraceEvent): void {
    let at = this.#held.length;
    while (at > 0 && (this.#held[at - 1]?.end ?? 0) > event.end) at -= 1;
    this.#held.splice(at, 0, event);
  }

  /** The events that nothing can come before any more, at a time of the log. */
  release(now: number): RawTraceEvent[] {
    const open = this.#held.findIndex((event) => event.end > now - windowMs);
    const ready = open === -1 ? this.#held.length : open;
    return this.#held.splice(0, Math.max(ready, this.#held.length - maxHeld));
  }

  releaseAll(): RawTraceEvent[] {
    return this.#held.splice(0);
  }
}
