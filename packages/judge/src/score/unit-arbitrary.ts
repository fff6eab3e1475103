import { dimensions, type Unit } from '@obey/schema';
import fc from 'fast-check';

const credit = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1) },
  fc.constant(0),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** One random unit; `group` and `item` are drawn from few, so that groups have several units. */
export const unitArbitrary: fc.Arbitrary<Unit> = fc
  .record({
    dimension: fc.constantFrom(...dimensions),
    group: fc.constantFrom('a', 'b', 'c'),
    step: fc.constantFrom('one', 'two', 'three'),
    item: fc.constantFrom('', 'x', 'y'),
    weight: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0.1, max: 5, noNaN: true })),
    credit,
    exercised: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    observable: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
    cites: fc.array(fc.nat(50), { maxLength: 3 }),
    due: fc.boolean(),
    informed: fc.constantFrom(true, true, false, null),
    because: fc.option(fc.record({ step: fc.constantFrom('one', 'two', 'four'), item: fc.constantFrom('', 'x') }), {
      nil: undefined,
    }),
  })
  .map(({ due, informed, because, ...unit }) => ({
    ...unit,
    code: 'some-code',
    due: 'something',
    seen: 'something else',
    ...(unit.dimension === 'conditionality' && unit.group !== 'c' ? { decision: { due, informed } } : {}),
    ...(unit.exercised || because === undefined ? {} : { because }),
  }));

/** Units of a strictly obedient run. */
export const obeyedUnitArbitrary: fc.Arbitrary<Unit> = unitArbitrary.map(({ because: _, ...unit }) => ({
  ...unit,
  credit: 1,
  exercised: true,
  ...(unit.decision === undefined
    ? {}
    : {
        decision: {
          due: unit.decision.due,
          informed: unit.decision.informed === false ? true : unit.decision.informed,
        },
      }),
}));
