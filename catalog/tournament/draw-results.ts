import type { Random } from '@obey/prepare';
import type { Player, Results } from './standings.js';

export const mostRounds = 9;

/** Who wins each pair in each round: the better of two more often, and nobody in three of ten games. */
export function drawResults(random: Random, players: readonly Player[]): Results {
  const strength = new Map(players.map(({ id }) => [id, random.fork('strength', id).integer(1, 100)]));
  const ofRound = (round: number) => {
    const draw = random.fork('round', round);
    return Object.fromEntries(
      players.flatMap(({ id: home }, index) =>
        players.slice(index + 1).map(({ id: away }) => {
          if (draw.integer(1, 10) <= 3) return [`${home}-${away}`, 'draw'];
          const [one = 0, other = 0] = [strength.get(home), strength.get(away)];
          return [`${home}-${away}`, draw.integer(1, one + other) <= one ? home : away];
        }),
      ),
    );
  };
  return Object.fromEntries(Array.from({ length: mostRounds }, (_, index) => [`r${index + 1}`, ofRound(index + 1)]));
}
