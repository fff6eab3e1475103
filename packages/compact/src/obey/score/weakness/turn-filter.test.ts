import { type Level, levels } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../model/case.js';
import { generateObeyCase } from '../../dialect/generate-obey-case.js';
import { answerQuestion } from '../../reader/answer-question.js';
import { readWorld } from '../../reader/read-world.js';
import { ownTemplates } from '../../testing/own-suites.js';
import { plainScore } from '../../testing/plain-check.js';
import { drawTurns } from './filter-gain.js';
import { areaUnderCurve, type Sample, trainFilter } from './turn-filter.js';

const full = process.env.OBEY_FULL === '1';
const templates = ownTemplates('elite_practice').filter(({ key }) => full || /_v1_[25]$/.test(key));
const families = [...new Set(templates.map(({ family }) => family))].sort();

function casesOf(of: readonly string[], level: Level, seeds: readonly bigint[]): Case[] {
  const chosen = templates.filter(({ family }) => of.includes(family));
  return chosen.flatMap((template) => seeds.map((seed) => generateObeyCase(template, seed, level)));
}

function samplesOf({ transcript }: Case): Sample[] {
  const { turns } = transcript;
  return turns.map((turn) => ({ turn, of: turns.length, signal: turn.tags.includes('signal') }));
}

/** Both ways of halving: train on one half of the families, look at the other. */
const halves = [0, 1].map((parity) => ({
  known: families.filter((_, index) => index % 2 === parity),
  unseen: families.filter((_, index) => index % 2 !== parity),
}));

const measured: readonly Level[] = full ? levels : ['medium'];

describe.each(measured)(
  'a filter without understanding, trained on half of the families, at %s',
  { timeout: 1_200_000 },
  (level) => {
    const trained = halves.map(({ known, unseen }) => ({
      filter: trainFilter(
        casesOf(known, level, full && level !== 'elite' ? [11n, 12n, 13n] : [11n]).flatMap(samplesOf),
      ),
      cases: casesOf(unseen, level, full && level !== 'elite' ? [21n, 22n, 23n, 24n] : [21n]),
    }));

    it('hardly tells signal from distractors in the other half: an area under the curve of at most 0.60', () => {
      for (const { filter, cases } of trained) {
        const rated = cases.flatMap(samplesOf).map((sample) => ({ rating: filter(sample), signal: sample.signal }));
        const area = areaUnderCurve(rated);
        if (full) console.info(`${level}: area under the curve ${area.toFixed(3)} over ${rated.length} turns`);
        expect(area).toBeLessThanOrEqual(0.6);
      }
    });

    it('learns what it is shown, so that the bound above says something', () => {
      const [{ filter }] = trained as [(typeof trained)[number]];
      const own = casesOf(halves[0]?.known ?? [], level, [11n]).flatMap(samplesOf);
      const area = areaUnderCurve(own.map((sample) => ({ rating: filter(sample), signal: sample.signal })));
      expect(area).toBeGreaterThan(0.9);
    });

    it('does not gain more than 0.02 over a random choice of as many turns, as far as so many cases can tell', () => {
      const gains: number[] = [];
      for (const { filter, cases } of trained) {
        cases.forEach((made, index) => {
          const kept = Math.round(made.transcript.turns.length / 4);
          const rated = samplesOf(made).map((sample) => ({ id: sample.turn.id, rating: filter(sample) }));
          const best = rated
            .sort((a, b) => b.rating - a.rating)
            .slice(0, kept)
            .map(({ id }) => id);
          const random = Array.from({ length: full ? 12 : 6 }, (_, round) =>
            scoreOf(made, drawTurns(made, kept, BigInt(1000 * index + round))),
          );
          gains.push(scoreOf(made, new Set(best)) - mean(random));
        });
      }
      gained.set(level, mean(gains));
      const spread = gains.reduce((sum, gain) => sum + (gain - mean(gains)) ** 2, 0) / (gains.length - 1);
      const error = Math.sqrt(spread / gains.length);
      if (full)
        console.info(`${level}: gain ${mean(gains).toFixed(4)} ± ${error.toFixed(4)} over ${gains.length} cases`);
      expect(mean(gains) - 2 * error).toBeLessThanOrEqual(0.02);
    });
  },
);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean gain at each level that was measured. */
const gained = new Map<Level, number>();

// A level alone has a standard error of about 0.015, as large as the bound.
it.runIf(full)('gains at most 0.02 in the mean of all levels', () => {
  expect([...gained.keys()]).toEqual(levels);
  console.info(`all levels: gain ${mean([...gained.values()]).toFixed(4)}`);
  expect(mean([...gained.values()])).toBeLessThanOrEqual(0.02);
});

function scoreOf({ transcript, evaluation_items: items }: Case, kept: ReadonlySet<number>): number {
  const text = transcript.turns.filter(({ id }) => kept.has(id)).map(({ role, content }) => `${role}: ${content}`);
  const world = readWorld(text.join('\n'), { follows: true });
  const scores = items.map((item) => plainScore(item.expected, answerQuestion(item.prompt, world)));
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
