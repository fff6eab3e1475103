export interface Player {
  readonly id: string;
  readonly name: string;
  /** From 1; the lower one is ranked higher where points are equal. */
  readonly number: number;
}

/** By round and pair (ids in the order of their numbers, joined by `-`), the winner or `draw`. */
export type Results = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Game {
  readonly home: string;
  readonly away: string;
  /** An id, or `draw`. */
  readonly winner: string;
}

export interface Pairing {
  readonly board: string;
  readonly home: string;
  readonly away: string;
}

/** Two points for a win and one for a draw, for everybody. */
export function pointsAfter(players: readonly Player[], games: readonly Game[]): Record<string, number> {
  const points = Object.fromEntries(players.map(({ id }) => [id, 0]));
  for (const { home, away, winner } of games) {
    for (const id of [home, away]) {
      if (Object.hasOwn(points, id)) points[id] = (points[id] ?? 0) + (winner === 'draw' ? 1 : winner === id ? 2 : 0);
    }
  }
  return points;
}

export function ranked(players: readonly Player[], points: Readonly<Record<string, number>>): Player[] {
  return players.toSorted((a, b) => (points[b.id] ?? 0) - (points[a.id] ?? 0) || a.number - b.number);
}

/** Neighbours of the ranking meet. */
export function pairings(players: readonly Player[], points: Readonly<Record<string, number>>): Pairing[] {
  const order = ranked(players, points);
  return Array.from({ length: Math.floor(order.length / 2) }, (_, index) => ({
    board: `b${index + 1}`,
    home: order[2 * index]?.id ?? '',
    away: order[2 * index + 1]?.id ?? '',
  }));
}

/** How many players share the most points. */
export function leadersIn(points: Readonly<Record<string, number>>): number {
  const most = Math.max(...Object.values(points));
  return Object.values(points).filter((one) => one === most).length;
}

/** Who wins a game of a round; undefined for players or a round that there are not. */
export function winnerOf(
  players: readonly Player[],
  results: Results,
  round: string,
  a: string,
  b: string,
): string | undefined {
  const [first, second] = [a, b]
    .map((id) => players.find((player) => player.id === id))
    .sort((one, other) => (one?.number ?? 0) - (other?.number ?? 0));
  return results[round]?.[`${first?.id}-${second?.id}`];
}

/** A tournament as it should go: by round its pairings, up to and with the one after which somebody leads alone. */
export function playThrough(
  players: readonly Player[],
  results: Results,
): { round: string; pairs: Pairing[]; games: Game[] }[] {
  const played: { round: string; pairs: Pairing[]; games: Game[] }[] = [];
  for (const round of Object.keys(results)) {
    const points = pointsAfter(
      players,
      played.flatMap(({ games }) => games),
    );
    if (played.length > 0 && leadersIn(points) === 1) break;
    const pairs = pairings(players, points);
    const games = pairs.map(({ home, away }) => ({
      home,
      away,
      winner: winnerOf(players, results, round, home, away) ?? 'draw',
    }));
    played.push({ round, pairs, games });
  }
  return played;
}
