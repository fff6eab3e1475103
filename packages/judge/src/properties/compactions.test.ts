import type { RawTraceEvent, Scorecard, TraceEvent } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Case, caseArbitrary, runs } from './case.js';
import { plantings } from './planting.js';
import type { Schedule } from './schedule.js';

vi.setConfig({ testTimeout: 1_800_000 });

/** A run with one planted deviation, or none. */
const deviant = (one: Case, pick: number): Schedule => {
  const options = plantings(one, one.run(0));
  return one.run(0, pick % 4 === 0 ? {} : options[pick % Math.max(1, options.length)]?.deviations, true);
};

const compactionAt = (time: number, actor = 'main'): RawTraceEvent => ({
  kind: 'compaction',
  source: 'harness',
  actor,
  trigger: 'auto',
  before: 150_000,
  after: 20_000,
  start: time,
  end: time,
});

/** A moment of the run, as a share of its length. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const momentOf = (run: Schedule, of: number): number => of * Math.max(...run.events.map(({ end }) => end));

/** The scorecard in terms of a trace without the compactions. */
function without({ compactions: _, ...scorecard }: Scorecard, trace: readonly TraceEvent[]): unknown {
  const before: number[] = [];
  let kept = 0;
  for (const { kind } of trace) {
    before.push(kept);
    if (kind !== 'compaction') kept += 1;
  }
  const seqs = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(seqs);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        if (name === 'cites') return [name, (inner as number[]).map((seq) => before[seq])];
        return [name, name === 'seq' && typeof inner === 'number' ? before[inner] : seqs(inner)];
      }),
    );
  };
  return seqs(scorecard);
}

describe('compactions', () => {
  it('change nothing of the scorecard but their own section', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), fc.nat(), fc.array(share, { maxLength: 4 }), async (one, pick, moments) => {
        const run = deviant(one, pick);
        const plain = await one.judge(run);
        expect(plain.scorecard.compactions).toBeUndefined();
        const extra = moments.map((of, index) => compactionAt(momentOf(run, of), index === 3 ? 'sub' : 'main'));
        const { scorecard, trace } = await one.judge({ ...run, events: [...run.events, ...extra] });
        expect(without(scorecard, trace)).toEqual(plain.scorecard);
        const units = Object.values(scorecard.units).reduce((sum, count) => sum + count, 0);
        if (extra.length > 0) {
          expect(scorecard.compactions?.parts.reduce((sum, part) => sum + part.units, 0)).toBe(units);
          expect(scorecard.compactions?.parts).toHaveLength(Math.min(3, extra.length) + 1);
        }
      }),
      runs(15, 1000),
    );
  });

  it('that come later lie before fewer units and findings, never before others', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), fc.nat(), share, share, async (one, pick, a, b) => {
        const run = deviant(one, pick);
        const after = async (of: number) => {
          const { scorecard } = await one.judge({ ...run, events: [...run.events, compactionAt(momentOf(run, of))] });
          return scorecard.compactions?.parts[1];
        };
        const [early, late] = [await after(Math.min(a, b)), await after(Math.max(a, b))];
        expect(late?.units).toBeLessThanOrEqual(early?.units ?? -1);
        expect(early?.findings).toEqual(expect.arrayContaining(late?.findings ?? []));
        expect(early?.consequences).toEqual(expect.arrayContaining(late?.consequences ?? []));
      }),
      runs(10, 600),
    );
  });
});
