import type { Handlers } from '@obey/process';
import { expect, it } from 'vitest';
import { referenceTrial, specimenOf } from './reference-trial.js';

const full = process.env.OBEY_FULL === '1';

interface State {
  readonly open: readonly { readonly slot: string; readonly length: number }[];
  readonly filled: readonly { readonly slot: string }[];
}

const json = (value: unknown) => ({ method: 'POST', body: JSON.stringify(value) });

/** A candidate that solves the crossword as asked but for some of its handlers. */
async function crosswordWith(changed: (solve: Handlers) => Handlers) {
  const { loaded, modules } = await specimenOf('crossword');
  const solve = { ...modules.solve, ...changed(modules.solve) };
  const { scorecard } = await referenceTrial({ loaded, modules: { ...modules, solve } }, { seed: 3, level: 'easy' });
  const found = scorecard.findings.map(({ code, step, dimension }) => `${dimension} ${code} ${step}`);
  return { ...scorecard, found };
}

it('finds slots that are filled by number, not the longest first', async () => {
  const shortest = (state: State) => state.open.toSorted((a, b) => a.length - b.length)[0]?.slot ?? '';
  const { found, strict, score } = await crosswordWith(() => ({
    async look({ abilities, services, values }) {
      await abilities.fetch(`${services.grid}/fits?slot=${shortest(values.survey as State)}`);
    },
    async place({ abilities, services, values }) {
      const slot = shortest(values.survey as State);
      const { body } = await abilities.fetch(`${services.grid}/fits?slot=${slot}`);
      const [word] = (JSON.parse(body) as { words: string[] }).words;
      await abilities.fetch(`${services.grid}/place`, json({ slot, word }));
    },
  }));
  expect(found).toContain('completeness step-forbidden fillOutOfTurn');
  expect(strict).toBe(false);
  expect(score).toBeLessThan(90);
});

it.runIf(full)('finds another word than the last that is taken back [a trial more, with OBEY_FULL=1]', async () => {
  const { found, strict, score } = await crosswordWith(({ takeBack }) => ({
    async takeBack(context) {
      const { abilities, services, values } = context;
      const { filled } = values.survey as State;
      // The first that still stands; then the last, so that the filling goes on.
      if (filled.length > 1) {
        const first = [...filled].sort((a, b) => (a.slot < b.slot ? -1 : 1))[0];
        await abilities.fetch(`${services.grid}/undo`, json({ slot: first?.slot }));
      }
      await takeBack?.(context);
    },
  }));
  expect(found).toContain('completeness step-forbidden takeBackOutOfTurn');
  expect(strict).toBe(false);
  expect(score).toBeLessThan(90);
});

it.runIf(full)('judges whoever takes other words on the way by what it met [likewise]', async () => {
  const { findings, strict } = await crosswordWith(() => ({
    async place({ abilities, services, values }) {
      const found = values.look as { slot: string; words: string[] };
      const word = found.words[1] ?? found.words[0];
      await abilities.fetch(`${services.grid}/place`, json({ slot: found.slot, word }));
    },
  }));
  expect(findings.filter(({ step }) => ['look', 'place', 'takeBack', 'surveyAgain'].includes(step))).toEqual([]);
  expect(strict).toBeTypeOf('boolean');
});
