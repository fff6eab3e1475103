import { dimensions } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Case, caseArbitrary, runs } from './case.js';
import { plantings } from './planting.js';
import type { Deviations, Schedule } from './schedule.js';

vi.setConfig({ testTimeout: 1_800_000 });

/** The acts of a run without their times and numbers. */
const acts = (run: Schedule) =>
  run.events
    .map((event) =>
      'path' in event
        ? `${event.kind} ${event.path} ${'status' in event ? event.status : (event.sha256 ?? '')}`
        : event.kind,
    )
    .sort()
    .join('\n');

const required = (run: Schedule): string =>
  run.done
    .filter(({ spec }) => !spec.optional)
    .map(({ step, item }) => `${step} ${item}`)
    .sort()
    .join('\n');

describe('planted deviations', () => {
  it('8: one deviation lowers the fidelity of its own dimension, and of no other', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), fc.nat(), async (one, pick) => {
        const obedient = one.run(0);
        const options = plantings(one, obedient);
        const planting = options[pick % Math.max(1, options.length)];
        fc.pre(planting !== undefined);
        const run = one.run(0, planting.deviations);
        const relation = planting.dimension === 'ordering' || planting.dimension === 'parallelism';
        fc.pre(relation || acts(run) !== acts(obedient));
        // Leaving a branch that holds only optional steps cannot be told from taking it.
        fc.pre(planting.dimension !== 'conditionality' || required(run) !== required(obedient));
        const { scorecard } = await one.judge(run);
        const lowered = dimensions.filter((dimension) => (scorecard.dimensions[dimension]?.fidelity ?? 100) < 100);
        expect({ planting: planting.name, lowered }).toEqual({
          planting: planting.name,
          lowered: [planting.dimension],
        });
        expect(scorecard.findings[0]?.dimension).toBe(planting.dimension);
        expect(scorecard.strict).toBe(false);
      }),
      runs(60, 1000),
    );
  });

  it('10: a larger deviation of the same kind never scores higher', async () => {
    const sizes = async (one: Case, make: (count: number) => Deviations, most: number) => {
      let last = Number.POSITIVE_INFINITY;
      for (let count = 0; count <= most; count += 1) {
        const { scorecard } = await one.judge(one.run(0, make(count)));
        expect(scorecard.score).toBeLessThanOrEqual(last);
        last = scorecard.score;
      }
    };
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), fc.nat(), async (one, pick) => {
        const run = one.run(0);
        const own = run.done.filter(({ owner, spec }) => owner === 'itself' && !spec.optional);
        const step = own[pick % own.length]?.step;
        const items = own.filter((each) => each.step === step).map(({ item }) => item);
        await sizes(
          one,
          (count) => ({ skips: (id, item) => id === step && items.indexOf(item) < count }),
          items.length,
        );
        const decision = run.decisions.filter(({ kind }) => kind !== 'fact')[0]?.decision;
        const asked = run.decisions.filter((each) => each.decision === decision).map(({ item }) => item);
        await sizes(
          one,
          (count) => ({ flips: (id, item) => id === decision && asked.indexOf(item) < count }),
          asked.length,
        );
      }),
      runs(8, 400),
    );
  });
});
