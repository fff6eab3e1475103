import type { RawTraceEvent } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Case, caseArbitrary, runs, verdictOf } from './case.js';
import { traceOf } from './judge-schedule.js';
import { plantings } from './planting.js';
import type { Schedule } from './schedule.js';
import { factsOf, type ProcessSpec } from './spec.js';

vi.setConfig({ testTimeout: 1_800_000 });

/** A run with one planted deviation, or none. */
const deviant = (one: Case, pick: number, order = 0, kinds = /./): Schedule => {
  const options = plantings(one, one.run(0)).filter(({ name }) => kinds.test(name));
  return one.run(order, pick % 4 === 0 ? {} : options[pick % Math.max(1, options.length)]?.deviations, true);
};

const lastOf = (run: Schedule) => Math.max(...run.events.map(({ end }) => end));

const neutral = (at: number, index: number): RawTraceEvent[] => {
  const base = { start: at, end: at, source: 'harness', actor: 'main' } as const;
  const tool = { ...base, kind: 'tool', id: `extra${index}`, input: {} } as const;
  return [
    { ...tool, name: 'Read', what: 'read', end: at + 1, reads: [`notes/${index}.md`] },
    { ...tool, name: 'TodoWrite', what: 'plan' },
    { ...base, kind: 'message', role: 'user', text: 'Go on.' },
    { ...base, kind: 'message', role: 'system', text: 'A reminder.' },
    { ...base, kind: 'usage', input: 100, output: 20 },
    { ...base, kind: 'compaction', before: 100_000, after: 20_000 },
    { ...tool, name: 'Grep', what: 'search', end: at + 1 },
    { ...base, source: 'workspace', kind: 'file', path: `notes/${index}.md`, change: 'created', bytes: 3 },
  ];
};

/** Every id of a list or tree with another letter before it. */
function renamed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (name, inner: unknown) => (name === 'id' ? `z${inner}` : inner));
}

describe('what changes nothing', () => {
  it('4: reading, planning, thinking and other neutral events', async () => {
    await fc.assert(
      fc.asyncProperty(
        caseArbitrary(),
        fc.nat(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
        async (one, pick, times) => {
          const run = deviant(one, pick);
          const extra = times.flatMap((share, index) => neutral(share * lastOf(run), index));
          const before = await one.judge(run);
          const after = await one.judge({ ...run, events: [...run.events, ...extra] });
          expect(verdictOf(after.scorecard)).toEqual(verdictOf(before.scorecard));
        },
      ),
      runs(25, 1000),
    );
  });

  it('5: the order of the input, renamed keys, shifted time, or time and lags scaled together', async () => {
    await fc.assert(
      fc.asyncProperty(
        caseArbitrary(),
        fc.nat(),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        async (one, pick, scale) => {
          const run = deviant(one, pick);
          const verdict = verdictOf((await one.judge(run)).scorecard);
          const check = async (events: readonly RawTraceEvent[]) =>
            expect(verdictOf((await one.judge({ ...run, events })).scorecard)).toEqual(verdict);
          await check(one.random.shuffle(run.events));
          await check(run.events.map((event) => ({ ...event, start: event.start + 4096, end: event.end + 4096 })));
          await check(
            run.events.map((event) => ({
              ...event,
              start: event.start * scale,
              end: event.end * scale,
              ...(event.kind === 'run' && event.lags !== undefined
                ? {
                    lags: Object.fromEntries(
                      Object.entries(event.lags).map(([source, lag]) => [source, (lag ?? 0) * scale]),
                    ),
                  }
                : {}),
            })),
          );
        },
      ),
      runs(15, 1000),
    );
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), fc.nat(), async (one, pick) => {
        const run = deviant(one, pick);
        const { scorecard } = await one.judge(run);
        const spec: ProcessSpec = { ...one.spec, lists: renamed(one.spec.lists), tree: renamed(one.spec.tree) };
        const ids = [...JSON.stringify(factsOf(one.spec)).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '');
        const rename = (text: string) =>
          text
            .split('/')
            .map((part) => rewrite(part, ids))
            .join('/');
        const token = (item: string) => `of ${item}`;
        const events = run.events.map((event) => renameEvent(event, rename, token));
        const contents = new Map([...run.contents].map(([sha, text]) => [sha, retoken(text, rename, token)]));
        const faults = run.faults.map((fault) => ({ ...fault, item: rename(fault.item) }));
        const after = await one.judge({ ...run, events, contents, faults }, { facts: factsOf(spec), token });
        const back = (line: { item: string }) => ({ ...line, item: rename(line.item) });
        const expected = verdictOf(scorecard);
        expect(verdictOf(after.scorecard)).toEqual({
          ...expected,
          findings: expected.findings.map(back),
          consequences: expected.consequences.map(back),
        });
      }),
      runs(15, 1000),
    );
  });

  it('6: any other interleaving of independent events with the same overlaps', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), fc.nat(), fc.integer({ min: 1, max: 9 }), async (one, pick, order) => {
        // How much of a sequential loop overlaps is not the same in another interleaving.
        const kinds = /^(?!parallelize)/;
        const first = await one.judge(deviant(one, pick, 0, kinds));
        const second = await one.judge(deviant(one, pick, order, kinds));
        expect(verdictOf(second.scorecard)).toEqual(verdictOf(first.scorecard));
      }),
      runs(25, 1000),
    );
  });

  it('13: the trace itself is the same bytes for any order of its sources', () => {
    fc.assert(
      fc.property(caseArbitrary(), (one) => {
        const run = one.run(0);
        expect(traceOf(one.random.shuffle(run.events)).at(-1)?.hash).toBe(traceOf(run.events).at(-1)?.hash);
      }),
      runs(15, 300),
    );
  });
});

const rewrite = (part: string, ids: readonly string[]): string => {
  const [stem = '', ending] = part.split('.');
  return ids.includes(stem) ? `z${part}` : ending === undefined ? part : part;
};

function retoken(text: string, rename: (item: string) => string, token: (item: string) => string): string {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('reference' in value) || !('note' in value)) return text;
  const item = String(value.note).split(' ')[1] ?? '';
  return JSON.stringify({ ...value, reference: token(rename(item)) });
}

function renameEvent(
  event: RawTraceEvent,
  rename: (text: string) => string,
  token: (item: string) => string,
): RawTraceEvent {
  switch (event.kind) {
    case 'file':
      return { ...event, path: rename(event.path) };
    case 'request': {
      const path = rename(event.path);
      if (event.proof === undefined) return { ...event, path };
      const item = rename(event.proof.item);
      return { ...event, path, proof: { ...event.proof, item, token: token(item) } };
    }
    case 'tool': {
      const input = JSON.parse(JSON.stringify(event.input), (_, inner: unknown) =>
        typeof inner === 'string' && !inner.startsWith('{') ? rename(inner) : inner,
      );
      const { reads, writes } = event;
      return {
        ...event,
        input,
        ...(reads === undefined ? {} : { reads: reads.map(rename) }),
        ...(writes === undefined ? {} : { writes: writes.map(rename) }),
      };
    }
    default:
      return event;
  }
}
