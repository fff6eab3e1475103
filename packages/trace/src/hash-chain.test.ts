import type { TraceEvent } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashChain, verifyChain } from './hash-chain.js';
import { arbitraryEvent } from './testing/arbitrary-event.js';

const chained = fc.array(arbitraryEvent, { minLength: 2, maxLength: 12 }).map((events) => {
  const chain = new HashChain();
  return { events: events.map((event) => chain.append(event)), head: chain.head };
});

describe('verifyChain', () => {
  it('accepts what was written and tells its head', () => {
    fc.assert(
      fc.property(chained, ({ events, head }) => {
        expect(verifyChain(events, head)).toEqual({ ok: true, head, events: events.length });
      }),
    );
  });

  it('finds a change of any one field at the event that was changed', () => {
    fc.assert(
      fc.property(chained, fc.nat(), ({ events }, at) => {
        const index = at % events.length;
        const changed = events.map((event, i) =>
          i === index ? ({ ...event, actor: `${event.actor}x` } as TraceEvent) : event,
        );
        expect(verifyChain(changed)).toMatchObject({ ok: false, seq: index });
      }),
    );
  });

  it('finds a deletion, an insertion and a swap', () => {
    fc.assert(
      fc.property(chained, fc.nat(), ({ events }, at) => {
        const index = at % (events.length - 1);
        expect(verifyChain(events.toSpliced(index, 1))).toMatchObject({ ok: false, seq: index });
        const copy = events[index] as TraceEvent;
        expect(verifyChain(events.toSpliced(index, 0, copy)).ok).toBe(false);
        expect(verifyChain(events.toSpliced(index, 2, events[index + 1] as TraceEvent, copy)).ok).toBe(false);
      }),
    );
  });

  it('finds a deletion even where the later events are renumbered', () => {
    fc.assert(
      fc.property(chained, ({ events }) => {
        const renumbered = events.slice(1).map((event, seq) => ({ ...event, seq }));
        expect(verifyChain(renumbered).ok).toBe(false);
      }),
    );
  });

  it('finds a cut tail against the known head, and only so', () => {
    fc.assert(
      fc.property(chained, ({ events, head }) => {
        expect(verifyChain(events.slice(0, -1)).ok).toBe(true);
        expect(verifyChain(events.slice(0, -1), head).ok).toBe(false);
      }),
    );
  });
});
