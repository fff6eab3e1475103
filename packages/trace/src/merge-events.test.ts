import type { RawTraceEvent, TraceSource } from '@obey/schema';
import { traceSources } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyChain } from './hash-chain.js';
import { mergeEvents } from './merge-events.js';
import { arbitraryEvent } from './testing/arbitrary-event.js';
import { traceLine } from './write-trace.js';

const note = (source: TraceSource, end: number, path: string, start = end): RawTraceEvent => ({
  kind: 'file',
  change: 'created',
  source,
  actor: 'main',
  start,
  end,
  path,
});
const paths = (sources: RawTraceEvent[][]) =>
  mergeEvents(sources).map((event) => (event.kind === 'file' ? event.path : ''));

describe('mergeEvents', { timeout: 300_000 }, () => {
  it('orders by the end of events', () => {
    expect(
      paths([
        [note('harness', 30, 'tool', 5), note('harness', 40, 'after')],
        [note('workspace', 10, 'file')],
        [note('service', 20, 'request', 1)],
      ]),
    ).toEqual(['file', 'request', 'tool', 'after']);
  });

  it('breaks ties by source: service, workspace, harness, runner', () => {
    const sources = [...traceSources].reverse().map((source) => [note(source, 7, source)]);
    expect(paths(sources)).toEqual(['service', 'workspace', 'harness', 'runner']);
  });

  it('keeps the order of a recorder whose clock stepped back, and its times', () => {
    const sources = [
      [note('workspace', 10, 'a'), note('workspace', 4, 'b'), note('workspace', 12, 'c')],
      [note('service', 5, 'r')],
    ];
    expect(paths(sources)).toEqual(['r', 'a', 'b', 'c']);
    expect(mergeEvents(sources).map((event) => event.end)).toEqual([5, 10, 4, 12]);
  });

  it('gives the same bytes for any permutation of the same lists', () => {
    const lists = fc.array(fc.array(arbitraryEvent, { maxLength: 8 }), { maxLength: 5 });
    const permuted = lists.chain((sources) =>
      fc.tuple(fc.constant(sources), fc.shuffledSubarray(sources, { minLength: sources.length })),
    );
    fc.assert(
      fc.property(permuted, ([sources, shuffled]) => {
        const bytes = mergeEvents(sources).map(traceLine).join('');
        expect(mergeEvents(shuffled).map(traceLine).join('')).toBe(bytes);
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 5000 : 300 },
    );
  });

  it('keeps every event once, each recorder in its order, chained', () => {
    fc.assert(
      fc.property(fc.array(fc.array(arbitraryEvent, { maxLength: 8 }), { maxLength: 4 }), (sources) => {
        const tagged = sources.map((events, list) =>
          events.map((event, index) => ({ ...event, batch: `${list}.${event.source}`, parent: String(index) })),
        );
        const merged = mergeEvents(tagged);
        expect(merged).toHaveLength(tagged.flat().length);
        expect(verifyChain(merged).ok).toBe(true);
        for (const batch of new Set(merged.map((event) => event.batch))) {
          const order = merged.filter((event) => event.batch === batch).map((event) => Number(event.parent));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
