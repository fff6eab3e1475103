import { describe, expect, test } from 'vitest';
import { losses, Recording } from './recording.fixture.js';

describe('a decision in a repeat', () => {
  const process = `
process:
  - { step: survey, done: { requested: GET /grid }, yields: response.body }
  - repeat: { while: survey.open > 0, max: 9 }
    do:
      - { step: look, done: { requested: GET /fits }, yields: response.body }
      - if: look.fitting > 0
        then: [{ step: place, done: { requested: POST /place } }]
        else: [{ step: undo, done: { requested: POST /undo } }]
      - { step: surveyAgain, done: { requested: GET /grid }, yields: response.body }
  - { step: finish, done: { wrote: grid.txt } }
`;
  /** A move for each letter: `p` and `u` as is due, `P` and `U` against it; and then how many slots are open. */
  const play = (moves: string, open: readonly number[], rereads = false) => {
    const recording = new Recording().requested('GET /grid', { body: { open: 3 } });
    [...moves].forEach((move, index) => {
      const body = { fitting: move === 'p' || move === 'U' ? 2 : 0 };
      recording.requested('GET /fits', { body });
      if (rereads) recording.requested('GET /fits', { body }).requested('GET /grid', { body: { open: 9 } });
      recording.requested(move.toLowerCase() === 'p' ? 'POST /place' : 'POST /undo');
      recording.requested('GET /grid', { body: { open: open[index] } });
    });
    return recording.wrote('grid.txt', 'x').replay(process);
  };

  test.each([false, true])(
    'may turn out this way and that from cycle to cycle (looking again: %s)',
    async (rereads) => {
      const replay = await play('ppuppp', [2, 1, 2, 1, 1, 0], rereads);
      expect(losses(replay)).toEqual([]);
      const decisions = replay.units
        .filter(({ decision }) => decision !== undefined)
        .map(({ decision }) => decision?.due);
      expect(decisions).toEqual([true, true, false, true, true, true]);
    },
  );

  test('is wrong where the other branch was taken, in that cycle alone', async () => {
    expect(losses(await play('ppPpup', [2, 1, 1, 1, 1, 0]))).toEqual(['conditionality branch-not-taken undo 0']);
    expect(losses(await play('pUpupp', [2, 1, 1, 1, 1, 0]))).toEqual(['conditionality branch-not-taken place 0']);
  });
});

describe('a decision in a repeat whose branch does again what it decides on', () => {
  const process = `
process:
  - forEach: item in items
    do: [{ step: run, done: { wrote: "{item.id}.json" }, yields: "{item.id}.json" }]
  - repeat: { while: "$exists(run[cost > 10])", max: 3, as: cycle }
    do:
      - { step: mend, done: { wrote: "mend-{cycle}.txt" } }
      - forEach: item in items
        do:
          - if: run.cost > 10
            then: [{ step: rerun, done: { wrote: "{item.id}.json" }, yields: "{item.id}.json" }]
  - { step: report, done: { wrote: report.txt } }
`;
  /** The first costs, and for each cycle the runs in it as `id cost`. */
  const play = (first: Readonly<Record<string, number>>, cycles: readonly (readonly string[])[]) => {
    const recording = new Recording();
    let count = 0;
    const runs = (id: string, cost: number) => recording.wrote(`${id}.json`, { cost, run: ++count });
    for (const [id, cost] of Object.entries(first)) runs(id, cost);
    cycles.forEach((again, index) => {
      recording.wrote(`mend-${index + 1}.txt`, 'x');
      for (const [id = '', cost] of again.map((one) => one.split(' '))) runs(id, Number(cost));
    });
    return recording.wrote('report.txt', 'x').replay(process, { items: ['a', 'b', 'c', 'd'].map((id) => ({ id })) });
  };
  const first = { a: 5, b: 30, c: 90, d: 6 };

  test('asks for each item that is over in that cycle, and for no other', async () => {
    expect(losses(await play(first, [['b 9', 'c 80'], ['c 70'], ['c 60']]))).toEqual([]);
    expect(losses(await play(first, [['b 40', 'c 8'], ['b 7']]))).toEqual([]);
  });

  test('is wrong where one within its limit was done again, in whichever cycle', async () => {
    const again = ['conditionality branch-taken rerun a 0'];
    expect(losses(await play(first, [['a 5', 'b 9', 'c 80'], ['c 70'], ['c 60']]))).toEqual(again);
    expect(losses(await play(first, [['b 9', 'c 80'], ['c 70', 'a 4'], ['c 60']]))).toEqual(again);
    const mended = ['conditionality branch-taken rerun b 0'];
    expect(losses(await play(first, [['b 9', 'c 80'], ['c 70', 'b 8'], ['c 60']]))).toEqual(mended);
  });

  test('is wrong where one over its limit was left alone', async () => {
    const left = ['conditionality branch-not-taken rerun c 0'];
    expect(losses(await play(first, [['b 9', 'c 80'], ['c 70'], []]))).toEqual(left);
  });
});
