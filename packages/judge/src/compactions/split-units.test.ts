import { type CompactionEvent, compactionSplitSchema, dimensions, type Unit } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreUnits } from '../score/score-units.js';
import { unitArbitrary } from '../score/unit-arbitrary.js';
import { dateUnits } from './date-units.js';
import { splitUnits } from './split-units.js';

const unit = (over: Partial<Unit>): Unit => ({
  dimension: 'completeness',
  group: over.step ?? 'a',
  step: 'a',
  item: '',
  weight: 1,
  credit: 1,
  exercised: true,
  observable: true,
  code: 'step-missing',
  due: '',
  seen: '',
  cites: [],
  ...over,
});
const missing = (over: Partial<Unit>): Unit => unit({ credit: 0, ...over });
const compaction = (seq: number, actor = 'main'): CompactionEvent => ({
  kind: 'compaction',
  seq,
  start: seq * 10 - 5,
  end: seq * 10,
  source: 'harness',
  actor,
  trigger: 'auto',
  before: 900,
});
const split = (units: readonly Unit[], ...compactions: CompactionEvent[]) =>
  splitUnits({ units, scored: scoreUnits({ units, present: [] }), compactions });
const end = Number.POSITIVE_INFINITY;

describe('dateUnits', () => {
  it('dates what was done by the last of its evidence, whatever it earned', () => {
    expect(dateUnits([unit({ cites: [3, 1] }), unit({ step: 'b', cites: [4, 7], credit: 0.5 })])).toEqual([3, 7]);
  });

  it('dates what was left out by the beginning of what came next, and by the end where nothing did', () => {
    const walk = [
      unit({ cites: [1, 2] }),
      missing({ step: 'b' }),
      unit({ step: 'c', cites: [5, 9] }),
      missing({ step: 'd' }),
    ];
    expect(dateUnits(walk)).toEqual([2, 5, 9, end]);
  });

  it('goes item by item, as the walk does', () => {
    const walk = ['1', '2', '3'].flatMap((item, index) => [
      unit({ step: 'get', item, cites: [10 * index + 1] }),
      index === 1 ? missing({ step: 'put', item }) : unit({ step: 'put', item, cites: [10 * index + 2] }),
    ]);
    expect(dateUnits(walk)).toEqual([1, 2, 11, 21, 21, 22]);
  });

  it('dates a decision that left no branch when the walk went past it, not by what it was to be decided on', () => {
    const decision = (informed: boolean | null, cites: number[], item: string) =>
      unit({
        dimension: 'conditionality',
        group: 'if#1',
        step: 'flag',
        item,
        cites,
        decision: { due: true, informed },
      });
    const walk = [
      unit({ step: 'get', cites: [3] }),
      decision(null, [3], 'x'),
      decision(true, [3, 8], 'y'),
      unit({ step: 'flag', item: 'y', cites: [8] }),
      decision(null, [3], 'z'),
      unit({ step: 'report', cites: [12] }),
    ];
    expect(dateUnits(walk)).toEqual([3, 8, 8, 8, 12, 12]);
  });

  it('dates relations and aggregates that are missing with their step, wherever they are told', () => {
    const walk = [
      unit({ step: 'a', cites: [1] }),
      missing({ step: 'b' }),
      missing({ dimension: 'ordering', group: 'a→b', step: 'b', exercised: false }),
      // The boundary before an aggregate is told where it stands, the aggregate after everything.
      missing({ dimension: 'ordering', group: 'b→sum', step: 'sum', exercised: false }),
      unit({ step: 'c', cites: [6] }),
      missing({ dimension: 'ordering', group: 'sum→c', step: 'c', exercised: false }),
      missing({ step: 'd' }),
      missing({ dimension: 'aggregation', group: 'sum', step: 'sum' }),
    ];
    expect(dateUnits(walk)).toEqual([1, 6, 6, 6, 6, 6, end, 6]);
  });
});

describe('splitUnits', () => {
  it('is nothing without a compaction', () => {
    expect(split([unit({ cites: [1] })])).toBeUndefined();
  });

  it('gives for each number of compactions what was due, what it earned, and the findings', () => {
    const walk = [
      unit({ step: 'a', cites: [1] }),
      unit({ step: 'b', cites: [4], credit: 0.5 }),
      missing({ step: 'c' }),
      unit({ step: 'd', cites: [9] }),
      unit({ step: 'e', cites: [10], observable: false }),
      missing({ step: 'f', exercised: false }),
    ];
    expect(split(walk, compaction(2), compaction(3, 'sub'), compaction(5))).toEqual({
      events: [
        { seq: 2, at: 20, trigger: 'auto', before: 900 },
        { seq: 5, at: 50, trigger: 'auto', before: 900 },
      ],
      subagents: 1,
      parts: [
        { compactions: 0, units: 1, earned: 1, obedience: 1, findings: [], consequences: [] },
        { compactions: 1, units: 1, earned: 0.5, obedience: 0.5, findings: [0], consequences: [] },
        { compactions: 2, units: 3, earned: 1, obedience: expect.closeTo(1 / 3, 6), findings: [1], consequences: [0] },
      ],
    });
  });

  it('splits nothing by what happened in the contexts of subagents', () => {
    expect(split([unit({ cites: [9] }), missing({ step: 'b' })], compaction(3, 'sub'))).toMatchObject({
      events: [],
      subagents: 1,
      parts: [{ compactions: 0, units: 2, earned: 1, obedience: 0.5, findings: [0] }],
    });
  });

  it('adds up: units, findings and consequences of all parts are those of the whole', () => {
    const arbitrary = fc.record({
      units: fc.array(unitArbitrary, { maxLength: 30 }),
      at: fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ units, at }) => {
        const scored = scoreUnits({ units, present: [...dimensions] });
        const compactions = at.toSorted((a, b) => a - b).map((seq) => compaction(seq));
        const parts = compactionSplitSchema.parse(splitUnits({ units, scored, compactions })).parts;
        const all = (of: (part: (typeof parts)[number]) => number[]) => parts.flatMap(of).toSorted((a, b) => a - b);
        const counted = Object.values(scored.units).reduce((sum, count) => sum + count, 0);
        expect(parts.map(({ compactions: before }) => before)).toEqual([...parts.keys()]);
        expect(parts).toHaveLength(at.length + 1);
        expect(parts.reduce((sum, part) => sum + part.units, 0)).toBe(counted);
        expect(all(({ findings }) => findings)).toEqual([...scored.findings.keys()]);
        expect(all(({ consequences }) => consequences)).toEqual([...scored.consequenceUnits.keys()]);
        for (const { units: due, earned, obedience } of parts) {
          expect(earned).toBeLessThanOrEqual(due);
          expect(obedience === null).toBe(due === 0);
        }
        expect(splitUnits({ units, scored, compactions })?.parts).toEqual(parts);
      }),
    );
  });

  it('gives the obedience of the whole where everything lies on one side', () => {
    fc.assert(
      fc.property(fc.array(unitArbitrary, { minLength: 1, maxLength: 30 }), (units) => {
        const scored = scoreUnits({ units, present: [] });
        const before = splitUnits({ units, scored, compactions: [compaction(0)] })?.parts;
        const shown = units.filter(({ observable }) => observable).length;
        const first = units.some(({ cites }) => cites.includes(0));
        if (shown > 0 && !first) expect(before?.[1]).toMatchObject({ units: shown, obedience: scored.obedience });
      }),
    );
  });
});
