import type { Prepare } from '@obey/prepare';
import { makePuzzle } from './make-puzzle.js';
import { constraints } from './puzzle.js';

interface Parameters extends Record<string, number> {
  readonly size: number;
  readonly regions: number;
  readonly deadEnds: number;
  readonly violating: number;
  readonly tolerated: number;
}

export const prepare: Prepare<Parameters> = ({ parameters, random }) => {
  const puzzle = makePuzzle(random, parameters);
  const { rows, pairs } = puzzle;
  const { size, tolerated } = parameters;
  const regions = puzzle.regions.map(({ id, slots }) => ({
    id,
    slots: slots.map((slot) => ({ id: slot.id, length: slot.length })),
  }));
  const input = {
    size,
    upperHalf: rows.slice(0, (size + 1) / 2),
    constraints: constraints.map(({ id, rule }) => ({ id, rule })),
    awkwardPairs: [...pairs],
    regions: regions.map((region) => ({ id: region.id, slots: region.slots.map(({ id }) => id) })),
  };
  return {
    files: {
      'input/puzzle.json': `${JSON.stringify(input, null, 2)}\n`,
      'input/words.tsv': puzzle.words.map(([word, clue]) => `${word}\t${clue}\n`).join(''),
    },
    facts: {
      constraints: input.constraints,
      regions,
      puzzle: {
        rows: [...rows],
        pairs: [...pairs],
        tolerated,
        words: puzzle.words.map(([word, clue]) => [word, clue]),
      },
      planted: {
        deadEnds: [...puzzle.deadEnds.keys()],
        violating: [...puzzle.violating],
        boundary: [puzzle.boundary],
      },
    },
  };
};
