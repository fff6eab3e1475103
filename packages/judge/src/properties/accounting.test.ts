import { dimensions, scorecardSchema } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Case, caseArbitrary, runs } from './case.js';
import { type Planting, plantings } from './planting.js';

vi.setConfig({ testTimeout: 1_800_000 });

const some = (one: Case, chosen: readonly number[]): Planting[] => {
  const options = plantings(one, one.run(0));
  return options.length === 0 ? [] : chosen.map((pick) => options[pick % options.length] as Planting);
};

const points = (lines: readonly { dimension: string; points: number }[], dimension: string) =>
  lines.filter((line) => line.dimension === dimension).reduce((sum, line) => sum + Math.round(line.points * 1e6), 0);

describe('accounts of whole runs', () => {
  it('1, 9 and 14: bounds, points that add up, and the line at 90', async () => {
    await fc.assert(
      fc.asyncProperty(
        caseArbitrary(),
        fc.array(fc.nat(), { maxLength: 1 }),
        fc.boolean(),
        async (one, chosen, torn) => {
          const run = one.run(0, some(one, chosen)[0]?.deviations);
          const events = torn
            ? run.events.filter((event) => event.kind === 'run' || one.random.chance(0.8))
            : run.events;
          const { scorecard, replay } = await one.judge({ ...run, events });
          scorecardSchema.parse(scorecard);
          for (const dimension of dimensions) {
            const earned = scorecard.dimensions[dimension]?.earned;
            const lost = points([...scorecard.findings, ...scorecard.consequences], dimension);
            expect(lost).toBe(earned === undefined ? 0 : 100e6 - Math.round(earned * 1e6));
          }
          const whole = replay.units.every(
            ({ observable, exercised, credit, decision }) =>
              !observable || (exercised && credit === 1 && decision?.informed !== false),
          );
          const empty = Object.values(scorecard.units).includes(0);
          expect(scorecard.strict).toBe(whole && !empty && scorecard.integrity.length === 0);
          expect(scorecard.score >= 90).toBe(scorecard.strict);
        },
      ),
      runs(40, 1500),
    );
  });

  it('15: one wrong value in one output of a strict run keeps it strict, above every deviation', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), fc.nat(), async (one, pick) => {
        const run = one.run(0);
        const decides = new Set(JSON.stringify(one.spec.nodes).match(/(?<="step":")[^"]+(?="[^}]*"above")/g) ?? []);
        const values = run.done.filter(({ step, spec }) => spec.yields && !decides.has(step) && spec.does === 'write');
        const chosen = values[pick % Math.max(1, values.length)];
        fc.pre(chosen !== undefined && !isCombined(one, chosen.step));
        const wrong = one.run(0, { wrong: (step, item) => (step === chosen.step && item === chosen.item ? 1 : 0) });
        const { scorecard } = await one.judge(wrong);
        expect(scorecard.findings).toEqual([]);
        expect(scorecard.strict).toBe(true);
      }),
      runs(25, 1000),
    );
  });
});

const isCombined = ({ spec }: Case, step: string): boolean =>
  JSON.stringify(spec.nodes).includes(`"combines":["${step}"`);
