import { type RawTraceEvent, toolKinds, traceSources } from '@obey/schema';
import fc from 'fast-check';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const int = fc.integer({ min: 0, max: 1e9 });
const time = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.double({ min: 0, max: 1e6, noNaN: true })).map((n) => n + 0);
const json = fc.json({ maxDepth: 3, noUnicodeString: false }).map((value) => JSON.parse(value) as unknown);
const optional = <T>(record: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T, never>(record, { requiredKeys: [] });

const base = fc
  .record({ start: time, length: time, source: fc.constantFrom(...traceSources), actor: text })
  .map(({ start, length, source, actor }) => ({ start, end: start + length, source, actor }));
const links = optional({
  parent: text,
  batch: text,
  raw: fc.record({ file: text, from: int, to: int }),
});

const kinds = fc.oneof(
  fc.tuple(
    fc.record({ kind: fc.constant('request'), service: text, method: text, path: text, status: int, bytes: int }),
    optional({
      query: text,
      body: text,
      fault: text,
      proof: fc.record({ item: text, fields: fc.dictionary(text, json) }),
    }),
  ),
  fc.tuple(
    fc.record({
      kind: fc.constant('file'),
      path: text,
      change: fc.constantFrom('created', 'modified', 'deleted', 'renamed'),
    }),
    optional({ from: text, sha256: text, bytes: int, partial: fc.boolean() }),
  ),
  fc.tuple(
    fc.record({ kind: fc.constant('tool'), id: text, name: text, what: fc.constantFrom(...toolKinds), input: json }),
    optional({
      output: text,
      failed: fc.boolean(),
      exit: int,
      denied: fc.boolean(),
      issued: time,
      reads: fc.array(text, { maxLength: 3 }),
      writes: fc.array(text, { maxLength: 3 }),
      content: text,
    }),
  ),
  fc.tuple(fc.record({ kind: fc.constant('agent'), id: text }), optional({ type: text, prompt: text })),
  fc.tuple(
    fc.record({ kind: fc.constant('message'), role: fc.constantFrom('user', 'assistant', 'system'), text }),
    fc.constant({}),
  ),
  fc.tuple(fc.record({ kind: fc.constant('usage'), input: int, output: int }), optional({ cached: int, cost: time })),
  fc.tuple(
    fc.record({ kind: fc.constant('compaction') }),
    optional({ trigger: fc.constantFrom('auto', 'manual'), before: int, after: int }),
  ),
  fc.tuple(
    fc.record({ kind: fc.constant('run'), phase: fc.constantFrom('start', 'stop') }),
    optional({ signal: text, exit: fc.option(int), limit: fc.constantFrom('time', 'output') }),
  ),
);

/** Any event that a source could record. */
export const arbitraryEvent: fc.Arbitrary<RawTraceEvent> = fc
  .tuple(base, links, kinds)
  .map(([common, link, [kind, rest]]) => ({ ...common, ...link, ...kind, ...rest }) as RawTraceEvent);
