import { type Dimension, defaultWeights, dimensions, findingSchema, type Unit, unitSchema } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finalScore } from './final-score.js';
import { scoreUnits } from './score-units.js';
import { obeyedUnitArbitrary, unitArbitrary } from './unit-arbitrary.js';

const numRuns = process.env.OBEY_FULL === '1' ? 5000 : 500;
const units = fc.array(unitArbitrary, { maxLength: 40 });
const present = fc.subarray([...dimensions]);

const unit = (over: Partial<Unit> = {}): Unit => ({
  dimension: 'completeness',
  group: 'collect',
  step: 'collect',
  item: '',
  weight: 1,
  credit: 1,
  exercised: true,
  observable: true,
  code: 'missing',
  due: 'a file',
  seen: 'nothing',
  cites: [],
  ...over,
});
const decision = (due: boolean, credit: number, over: Partial<Unit> = {}): Unit =>
  unit({ dimension: 'conditionality', group: 'if#1', credit, decision: { due, informed: due ? true : null }, ...over });

describe('scoreUnits', () => {
  it('averages within a group first, and weighs groups by 1 + log10 of their units', () => {
    const many = Array.from({ length: 100 }, (_, index) => unit({ group: 'many', credit: index < 50 ? 1 : 0 }));
    const { dimensions: scored } = scoreUnits({ units: [...many, unit({ group: 'one' })], present: [] });
    expect(scored.completeness?.earned).toBeCloseTo((100 * (3 * 0.5 + 1 * 1)) / 4, 5);
  });

  it('gives fidelity over what was exercised, coverage, and their product as earned', () => {
    const { dimensions: scored } = scoreUnits({
      units: [
        unit(),
        unit({ credit: 0 }),
        unit({ exercised: false, credit: 0 }),
        unit({ exercised: false, credit: 0 }),
      ],
      present: [],
    });
    expect(scored.completeness).toEqual({ fidelity: 50, coverage: 50, earned: 25 });
  });

  it('has no fidelity where nothing was exercised', () => {
    const scored = scoreUnits({ units: [unit({ exercised: false, credit: 0 })], present: [] });
    expect(scored.dimensions.completeness).toEqual({ fidelity: null, coverage: 0, earned: 0 });
    expect(scored.consequences).toMatchObject([{ points: 100, cause: null }]);
  });

  it.each([
    ['always', [decision(true, 1), decision(true, 1), decision(false, 0), decision(false, 0)], 0],
    ['never', [decision(true, 0), decision(true, 0), decision(false, 1), decision(false, 1)], 0],
    ['half of one class', [decision(true, 1), decision(true, 0), decision(false, 1), decision(false, 1)], 50],
    ['one class due: the plain rate', [decision(true, 1), decision(true, 0)], 50],
  ] as const)('judges decisions by Youden’s J: %s', (_, decisions, earned) => {
    const scored = scoreUnits({ units: [...decisions], present: [] });
    expect(scored.dimensions.conditionality?.earned).toBe(earned);
  });

  it('halves what was decided right before it could be known, and says so in a finding', () => {
    const early = { decision: { due: true, informed: false } };
    const scored = scoreUnits({
      units: [decision(true, 1, early), decision(true, 1), decision(false, 1), decision(false, 1)],
      present: [],
    });
    expect(scored.dimensions.conditionality?.earned).toBe(75);
    expect(scored.findings).toMatchObject([{ dimension: 'conditionality', points: 25 }]);
    expect(scored.obeyed).toBe(false);
  });

  it('counts an unexercised decision as wrong in its class for earned, and leaves an empty class out of fidelity', () => {
    const gone = { exercised: false, credit: 0, decision: { due: true, informed: null } } as const;
    const scored = scoreUnits({
      units: [decision(true, 0, gone), decision(true, 0, gone), decision(false, 1), decision(false, 1)],
      present: [],
    });
    expect(scored.dimensions.conditionality).toEqual({ fidelity: 100, coverage: 50, earned: 0 });
    expect(scored.findings).toEqual([]);
  });

  it('counts a decision without operands as wrong in the class where it costs most, so that losing them never pays', () => {
    const lost = unit({ dimension: 'conditionality', group: 'if#1', exercised: false, credit: 0 });
    const sides = [decision(true, 1), decision(true, 1), decision(true, 1), ...Array(6).fill(decision(false, 1))];
    expect(scoreUnits({ units: [...sides, lost], present: [] }).dimensions.conditionality).toMatchObject({
      fidelity: 100,
      coverage: 90,
      earned: 75,
    });
    const oneSided = scoreUnits({ units: [decision(false, 1), decision(false, 1), lost], present: [] });
    expect(oneSided.dimensions.conditionality?.earned).toBe(0);
  });

  it('gives a present dimension without any unit nothing, on one consequence line', () => {
    const scored = scoreUnits({ units: [unit({ credit: 0 })], present: ['completeness', 'ordering'] });
    expect(scored.dimensions.ordering).toEqual({ fidelity: null, coverage: 0, earned: 0 });
    expect(scored.consequences).toMatchObject([{ dimension: 'ordering', points: 100, cause: 0 }]);
    expect(scored.obeyed).toBe(false);
  });

  it('leaves what cannot be observed out, and a dimension of which nothing can', () => {
    const scored = scoreUnits({
      units: [unit(), unit({ observable: false, credit: 0 }), unit({ dimension: 'ordering', observable: false })],
      present: ['completeness', 'ordering'],
    });
    expect(Object.keys(scored.dimensions)).toEqual(['completeness']);
    expect(scored).toMatchObject({ obedience: 1, obeyed: true, observable: 1 / 3 });
  });

  it('names the finding that caused what could not be exercised, through other consequences', () => {
    const lost = (step: string, because?: string) =>
      unit({
        group: step,
        step,
        item: 'x',
        exercised: false,
        credit: 0,
        ...(because === undefined ? {} : { because: { step: because, item: 'x' } }),
      });
    const scored = scoreUnits({
      units: [
        unit({ group: 'other', step: 'other', credit: 0 }),
        unit({ item: 'x', credit: 0 }),
        lost('flag', 'collect'),
        lost('again', 'flag'),
        lost('unowned'),
      ],
      present: [],
    });
    const causes = scored.consequences.map(({ step, cause }) => [step, scored.findings[cause ?? -1]?.step]);
    expect(causes).toEqual([
      ['flag', 'collect'],
      ['again', 'collect'],
      ['unowned', 'collect'],
    ]);
  });

  it('lists findings by precedence', () => {
    const found: Dimension[] = ['ordering', 'completeness', 'errorHandling', 'aggregation', 'conditionality'];
    const scored = scoreUnits({ units: found.map((dimension) => unit({ dimension, credit: 0 })), present: [] });
    expect(scored.findings.map(({ dimension }) => dimension)).toEqual([
      'errorHandling',
      'conditionality',
      'completeness',
      'aggregation',
      'ordering',
    ]);
  });

  it('uses a task’s own weights', () => {
    const pair = [unit({ credit: 0 }), unit({ dimension: 'ordering' })];
    expect(scoreUnits({ units: pair, present: [] }).obedience).toBeCloseTo(
      defaultWeights.ordering / (defaultWeights.ordering + defaultWeights.completeness),
      9,
    );
    expect(scoreUnits({ units: pair, present: [], weights: { ordering: 0.75 } }).obedience).toBeCloseTo(0.75, 9);
  });
});

describe('the laws of scoring', () => {
  it('draws units of the schema', () => {
    fc.assert(fc.property(unitArbitrary, (one) => unitSchema.safeParse(one).success));
  });

  it('1: every score is within its bounds', () => {
    fc.assert(
      fc.property(units, present, (some, could) => {
        const scored = scoreUnits({ units: some, present: could });
        expect(scored.obedience).toBeGreaterThanOrEqual(0);
        expect(scored.obedience).toBeLessThanOrEqual(1);
        for (const { fidelity, coverage, earned } of Object.values(scored.dimensions)) {
          for (const value of [fidelity ?? 0, coverage, earned]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(100);
          }
        }
        for (const finding of [...scored.findings, ...scored.consequences]) findingSchema.parse(finding);
      }),
      { numRuns },
    );
  });

  it('9: findings and consequences of a dimension add up to 100 − earned', () => {
    fc.assert(
      fc.property(units, present, (some, could) => {
        const scored = scoreUnits({ units: some, present: could });
        for (const dimension of dimensions) {
          const lines = [...scored.findings, ...scored.consequences].filter((line) => line.dimension === dimension);
          const millionths = lines.reduce((sum, { points }) => sum + Math.round(points * 1e6), 0);
          const score = scored.dimensions[dimension];
          expect(millionths).toBe(score === undefined ? 0 : 100e6 - Math.round(score.earned * 1e6));
        }
        for (const { cause } of scored.consequences) {
          expect(cause === null ? scored.findings.length === 0 : scored.findings[cause ?? -1] !== undefined).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('10: a larger deviation never scores higher', () => {
    const worse = (one: Unit, how: number): Unit => {
      if (how === 0) return { ...one, credit: one.credit / 2 };
      if (how === 1) return { ...one, exercised: false };
      return one.decision === undefined || one.decision.informed !== true
        ? { ...one, credit: 0 }
        : { ...one, decision: { ...one.decision, informed: false } };
    };
    fc.assert(
      fc.property(units, present, fc.nat(), fc.nat(2), (some, could, pick, how) => {
        fc.pre(some.length > 0);
        const at = pick % some.length;
        const before = scoreUnits({ units: some, present: could });
        const after = scoreUnits({
          units: some.map((one, index) => (index === at ? worse(one, how) : one)),
          present: could,
        });
        expect(after.obedience).toBeLessThanOrEqual(before.obedience + 1e-8);
        expect(Number(after.obeyed)).toBeLessThanOrEqual(Number(before.obeyed));
      }),
      { numRuns },
    );
  });

  it('13: repeating the judgement is byte-identical', () => {
    fc.assert(
      fc.property(units, present, (some, could) => {
        const again = scoreUnits({ units: structuredClone(some), present: [...could].reverse() });
        expect(JSON.stringify(again)).toBe(JSON.stringify(scoreUnits({ units: some, present: could })));
      }),
      { numRuns },
    );
  });

  it('14: obeyed exactly when no observable unit is violated or unexercised; the 90-point line separates', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    const most = fc.oneof(units, fc.array(obeyedUnitArbitrary, { maxLength: 20 }));
    fc.assert(
      fc.property(most, present, share, fc.boolean(), (some, could, correctness, integrity) => {
        const scored = scoreUnits({ units: some, present: could });
        const shown = some.filter((one) => one.observable);
        const hidden = new Set(some.filter((one) => !one.observable).map((one) => one.dimension));
        const seen = new Set(shown.map((one) => one.dimension));
        const whole =
          shown.length > 0 &&
          shown.every((one) => one.exercised && one.credit === 1 && one.decision?.informed !== false) &&
          could.every((dimension) => seen.has(dimension) || hidden.has(dimension));
        expect(scored.obeyed).toBe(whole);
        const strict = scored.obeyed && integrity;
        const score = finalScore({ obedience: scored.obedience, strict, correctness });
        expect(score >= 90).toBe(strict);
        expect(score).toBeLessThanOrEqual(strict ? 100 : 89.99);
        expect(score).toBeGreaterThanOrEqual(0);
      }),
      { numRuns },
    );
  });
});

describe('finalScore', () => {
  it('gives 100 to strict obedience with right output, also where nothing is checked, and 0 to nothing', () => {
    expect(finalScore({ obedience: 1, strict: true, correctness: 1 })).toBe(100);
    expect(finalScore({ obedience: 1, strict: true, correctness: null })).toBe(100);
    expect(finalScore({ obedience: 0, strict: false, correctness: null })).toBe(0);
  });

  it('rounds down, and keeps what is not strict below 90', () => {
    expect(finalScore({ obedience: 0.9, strict: false, correctness: 0.5 })).toBe(77);
    expect(finalScore({ obedience: 0.99999, strict: false, correctness: 1 })).toBe(89.99);
    expect(finalScore({ obedience: 1, strict: null, correctness: 1 })).toBe(89.99);
    expect(finalScore({ obedience: 0.123456, strict: false, correctness: 0 })).toBe(9.87);
  });
});
