import type { Check } from '@obey/catalog';
import { type Player, playThrough, pointsAfter, type Results, ranked } from './standings.js';

type Context = Parameters<Check>[0];

const playersOf = ({ facts }: Context) => facts.players as unknown as Player[];
const truth = (context: Context) => playThrough(playersOf(context), context.facts.results as unknown as Results);

/** The pairings of each round as they should have been; none after the last. */
const everyDraw: Check = (context) => {
  const rounds = truth(context);
  return (context.facts.rounds as unknown as { id: string }[]).map(({ id }) => {
    const text = context.files[`work/rounds/${id}/draw.json`];
    const pairs = rounds.find(({ round }) => round === id)?.pairs;
    if (pairs === undefined) return { item: id, passed: text === undefined, detail: 'not to be played' };
    const found = boardsIn(text);
    const passed = pairs.every(({ board, home, away }) =>
      found.some((one) => one.board === board && one.home === home && one.away === away),
    );
    return { item: id, passed, detail: passed ? 'paired as ranked' : `expected ${JSON.stringify(pairs)}` };
  });
};

function boardsIn(text: string | undefined): Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const boards: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'boards') : undefined;
    return Array.isArray(boards) ? boards.filter((one) => typeof one === 'object' && one !== null) : [];
  } catch {
    return [];
  }
}

const tables: Check = (context) => {
  const games = truth(context).flatMap((round) => round.games);
  const expected = { games: games.length, draws: games.filter(({ winner }) => winner === 'draw').length };
  const value = context.values.table?.[0]?.value;
  return Object.entries(expected).map(([field, number]) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
    return { item: field, passed: found === number, detail: `${JSON.stringify(found)}, expected ${number}` };
  });
};

const ranking: Check = (context) => {
  const players = playersOf(context);
  const points = pointsAfter(
    players,
    truth(context).flatMap(({ games }) => games),
  );
  const lines = (context.files['report.md'] ?? '').split('\n');
  const places = ranked(players, points).map(({ id, name }) => ({
    id,
    at: lines.findIndex((line) => line.includes(name) && line.split(/\D+/).includes(String(points[id]))),
  }));
  return places.map(({ id, at }, index) => {
    const passed = at >= 0 && (index === 0 || at > (places[index - 1]?.at ?? 0));
    return { item: id, passed, detail: `${passed ? 'in' : 'not in'} place ${index + 1} with ${points[id]} points` };
  });
};

export const checks = { everyDraw, tables, ranking };
