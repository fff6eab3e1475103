import { drawPeople, jsonText, type Prepare } from '@obey/prepare';
import { drawResults, mostRounds } from './draw-results.js';
import { playThrough } from './standings.js';

/** Fewest and most rounds that a tournament lasts, so that it neither ends at once nor when time is up. */
const lasting = [3, 6] as const;

export const prepare: Prepare<{ players: number }> = ({ parameters, random }) => {
  const people = drawPeople(random.fork('people'), parameters.players);
  const players = people.map(({ name, lastName }, index) => ({ id: lastName.toLowerCase(), name, number: index + 1 }));
  const rounds = Array.from({ length: mostRounds }, (_, index) => ({ id: `r${index + 1}` }));
  const boards = Array.from({ length: parameters.players / 2 }, (_, index) => ({ id: `b${index + 1}` }));
  for (let attempt = 0; ; attempt += 1) {
    const results = drawResults(random.fork('results', attempt), players);
    const played = playThrough(players, results).length;
    if (played < lasting[0] || played > lasting[1]) continue;
    return {
      files: { 'input/players.json': jsonText(players) },
      services: { arena: { routes: [] } },
      facts: { players, rounds, boards, results, planted: { unreached: rounds.slice(played).map(({ id }) => id) } },
    };
  }
};
