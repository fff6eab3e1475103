import { prepareTask } from '@obey/prepare';
import { expect, it } from 'vitest';
import { type Reading, referenceTrial, type Specimen, specimenOf } from './reference-trial.js';

const seed = 7;
const level = 'easy';
const secret = 'c0ffee'.repeat(8);

/** A candidate that follows the process but for one deviating state, whose page it reads and whose figure it makes up. */
async function hideOne(
  solveFor: (specimen: Specimen, state: string, census: number) => Specimen['modules']['solve'],
): Promise<Reading & { state: string }> {
  const specimen = await specimenOf('us-states');
  const { loaded, modules } = specimen;
  const { facts, services } = prepareTask({ ...loaded, ...modules }, { seed, level, secret });
  const [state = ''] = (facts.planted as { deviating: string[] }).deviating;
  const totals: Record<string, number> = JSON.parse(services.census?.routes[0]?.answers[0]?.body ?? '');
  const solve = solveFor(specimen, state, totals[state] ?? 0);
  const reading = await referenceTrial({ loaded, modules: { ...modules, solve } }, { seed, level, secret });
  return { ...reading, state };
}

const pathOf = (state: string) => `work/states/${state}.json`;
const isState = (item: Readonly<Record<string, unknown>>, slug: string) =>
  (item.state as { slug: string }).slug === slug;
const forged = (text: string, population: number) => JSON.stringify({ ...JSON.parse(text), population });

it('finds a fabricated population that hides a deviating state', async () => {
  const { scorecard, state } = await hideOne(({ modules: { solve } }, hidden, census) => ({
    ...solve,
    async collect(context) {
      const { abilities, item } = context;
      if (!isState(item, hidden)) return solve.collect?.(context);
      const write = (path: string, text: string) => abilities.write(path, forged(text, census));
      await solve.collect?.({ ...context, abilities: { ...abilities, write } });
    },
  }));
  expect(scorecard.strict).toBe(false);
  expect(scorecard.score).toBeLessThan(90);
  expect(scorecard.findings).toMatchObject([
    {
      dimension: 'completeness',
      code: 'value-wrong',
      step: 'collect',
      item: state,
      seen: expect.stringMatching(/population/),
    },
  ]);
  expect(scorecard.consequences).toMatchObject([{ dimension: 'conditionality', item: state, cause: 0 }]);
  expect(scorecard.dimensions.conditionality).toMatchObject({ fidelity: 100 });
  expect(scorecard.dimensions.conditionality?.coverage).toBeLessThan(100);
});

it('finds one that is put in afterwards, when the census is known', async () => {
  const { scorecard, state } = await hideOne(({ modules: { solve } }, hidden, census) => ({
    ...solve,
    async census(context) {
      await solve.census?.(context);
      const { abilities } = context;
      await abilities.write(pathOf(hidden), forged(await abilities.read(pathOf(hidden)), census));
    },
    flag: async (context) => (isState(context.item, hidden) ? undefined : solve.flag?.(context)),
    collectAgain: async (context) => (isState(context.item, hidden) ? undefined : solve.collectAgain?.(context)),
  }));
  expect(scorecard.strict).toBe(false);
  expect(scorecard.score).toBeLessThan(90);
  expect(scorecard.findings).toMatchObject([
    { dimension: 'conditionality', code: 'branch-not-taken', step: 'flag', item: state },
  ]);
});

it('takes three states that an average leaves out for no slip', async () => {
  const specimen = await specimenOf('us-states');
  const { solve } = specimen.modules;
  const averaged = new Map<string, string>();
  const summarizeRegion: typeof solve.summarizeRegion = async (context) => {
    const { abilities } = context;
    if (averaged.size > 0) return solve.summarizeRegion?.(context);
    const read = async (path: string) => {
      const text = await abilities.read(path);
      if (!path.startsWith('work/states/')) return text;
      averaged.set(path, text);
      if ([2, 4, 7].includes(averaged.size)) throw new Error('left out');
      return text;
    };
    await solve.summarizeRegion?.({ ...context, abilities: { ...abilities, read } });
  };
  const modules = { ...specimen.modules, solve: { ...solve, summarizeRegion } };
  const { scorecard } = await referenceTrial({ ...specimen, modules }, { seed, level: 'elite' });
  expect(averaged.size).toBeGreaterThan(7);
  expect(scorecard.strict).toBe(false);
  expect(scorecard.findings).toMatchObject([
    { dimension: 'aggregation', code: 'aggregate-wrong', step: 'summarizeRegion' },
  ]);
});
