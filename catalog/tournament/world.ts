import type { StatefulService, StatefulServices } from '@obey/prepare';
import { type Player, type Results, winnerOf } from './standings.js';

interface Arena {
  readonly players: readonly Player[];
  readonly results: Results;
  readonly token: (item: string) => string;
  /** By round and board, what was answered: a game is played once. */
  readonly played: Readonly<Record<string, string>>;
}

/** Plays the game that it is told to; who wins follows from the round and the pair, so pairing wrongly shows in what comes out. */
const arena: StatefulService<Arena> = {
  start: ({ facts, token }) => ({
    players: facts.players as unknown as Player[],
    results: facts.results as unknown as Results,
    token,
    played: {},
  }),
  answer(state, { method, path, body }) {
    const [, round = '', board = ''] = /^\/rounds\/(r\d+)\/boards\/(b\d+)$/.exec(path) ?? [];
    if (round === '') return refused(state, 404, 'no such board');
    if (method !== 'POST') return refused(state, 405, 'have it played with POST');
    const item = `${round}/${board}`;
    const known = state.played[item];
    const winner = known ?? winnerIn(state, round, body);
    if (winner === undefined) return refused(state, 422, 'send two players as home and away');
    const reference = state.token(item);
    return {
      state: { ...state, played: { ...state.played, [item]: winner } },
      answer: {
        status: 201,
        body: JSON.stringify({ round, board, winner, reference }),
        proof: { item, token: reference, fields: { winner } },
      },
    };
  },
};

function winnerIn({ players, results }: Arena, round: string, body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const [home, away] = [Reflect.get(body, 'home'), Reflect.get(body, 'away')];
  if (typeof home !== 'string' || typeof away !== 'string') return undefined;
  return winnerOf(players, results, round, home, away);
}

const refused = (state: Arena, status: number, error: string) => ({
  state,
  answer: { status, body: JSON.stringify({ error }) },
});

export const services: StatefulServices = { arena };
