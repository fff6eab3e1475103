import { traceEventSchema } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainEvent } from './fast-event.js';
import { arbitraryEvent } from './testing/arbitrary-event.js';

const runs = process.env.OBEY_FULL === '1' ? 50_000 : 3000;
const numbered = fc.tuple(arbitraryEvent, fc.nat()).map(([event, seq]) => ({ ...event, seq }));
const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('isPlainEvent', { timeout: 300_000 }, () => {
  it('says yes to every event of the frequent kinds', () => {
    fc.assert(
      fc.property(numbered, (event) => {
        const frequent = event.kind !== 'run' && event.kind !== 'compaction';
        expect(isPlainEvent(parsed(event))).toBe(frequent);
      }),
      { numRuns: runs },
    );
  });

  it('never says yes where the schema refuses or changes something', () => {
    const damage = fc.record({
      key: fc.oneof(
        fc.constantFrom('seq', 'start', 'kind', 'source', 'raw', 'proof', 'input', 'status', 'path', 'reads', 'failed'),
        fc.string(),
      ),
      value: fc.oneof(
        fc.constantFrom(
          undefined,
          null,
          -1,
          1.5,
          1e300,
          '',
          [],
          {},
          [1],
          { item: 'a' },
          { file: 'a', from: 1, to: 2.5 },
        ),
        fc.constantFrom({ item: 'a', fields: [] }, { item: 'a', fields: {}, more: 1 }, { file: 'a', from: 0 }),
        fc.json().map((text) => JSON.parse(text) as unknown),
      ),
    });
    fc.assert(
      fc.property(numbered, fc.array(damage, { minLength: 1, maxLength: 2 }), (event, changes) => {
        const value: unknown = parsed({
          ...event,
          ...Object.fromEntries(changes.map((change) => [change.key, change.value])),
        });
        if (!isPlainEvent(value)) return;
        const result = traceEventSchema.safeParse(value);
        expect(result.success && result.data).toEqual(value);
      }),
      { numRuns: runs },
    );
  });
});
