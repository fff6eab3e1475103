import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { formatScorecard } from '../scorecard/build-scorecard.js';
import { caseArbitrary, runs } from './case.js';

vi.setConfig({ testTimeout: 1_800_000 });

describe('random processes followed to the letter', () => {
  it('2: any schedule that the partial order allows scores 100, strict, without a finding', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), fc.nat(9), async (one, order) => {
        const { scorecard } = await one.judge(one.run(order));
        expect([...scorecard.findings, ...scorecard.consequences, ...scorecard.integrity]).toEqual([]);
        expect(scorecard).toMatchObject({ score: 100, strict: true });
      }),
      runs(60, 2000),
    );
  });

  it('3: the empty trace earns 0', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), async (one) => {
        const run = one.run(0);
        for (const events of [[], run.events.filter(({ kind }) => kind === 'run')]) {
          const { scorecard } = await one.judge({ ...run, events });
          expect(scorecard).toMatchObject({ score: 0, obedience: 0, strict: false });
        }
      }),
      runs(20, 1000),
    );
  });

  it('13: judging again gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), async (one) => {
        const run = one.run(0, { skips: (step) => step.endsWith('3'), flips: (decision) => decision % 2 === 0 });
        const first = await one.judge(run);
        const second = await one.judge({ ...run, events: structuredClone(run.events) });
        expect(formatScorecard(second.scorecard)).toBe(formatScorecard(first.scorecard));
      }),
      runs(25, 1000),
    );
  });
});
