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
