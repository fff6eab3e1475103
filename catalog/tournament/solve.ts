import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handlers } from '@obey/process';
import { type Game, leadersIn, type Pairing, type Player, pairings, pointsAfter, ranked } from './standings.js';

type Item = Readonly<Record<string, unknown>>;

const roundOf = (item: Item) => (item.round as { id: string }).id;
const boardOf = (item: Item) => (item.board as { id: string }).id;

async function listed(abilities: Abilities): Promise<readonly Player[]> {
  return (await readJson<Player[]>(abilities, 'input/players.json')) ?? [];
}

/** The games that were written down, up to and with a round. */
async function gamesUpTo(abilities: Abilities, last: number): Promise<Game[]> {
  const boards = Math.floor((await listed(abilities)).length / 2);
  const games: Game[] = [];
  for (let round = 1; round <= last; round += 1) {
    for (let board = 1; board <= boards; board += 1) {
      const game = await readJson<Game>(abilities, `work/rounds/r${round}/b${board}.json`);
      if (game !== undefined) games.push(game);
    }
  }
  return games;
}

const numberOf = (round: string) => Number(round.slice(1));
const everyRound = 9;

export const solve: Handlers = {
  async readPlayers({ abilities }) {
    await abilities.read('input/players.json');
  },

  async draw({ item, abilities }) {
    const round = roundOf(item);
    const players = await listed(abilities);
    const points = pointsAfter(players, await gamesUpTo(abilities, numberOf(round) - 1));
    await abilities.write(`work/rounds/${round}/draw.json`, jsonText({ boards: pairings(players, points) }));
  },

  async play({ item, abilities, services }) {
    const [round, board] = [roundOf(item), boardOf(item)];
    const drawn = await readJson<{ boards: Pairing[] }>(abilities, `work/rounds/${round}/draw.json`);
    const pair = drawn?.boards.find((one) => one.board === board);
    if (pair === undefined) return;
    const { home, away } = pair;
    const answer = await abilities.fetch(`${services.arena}/rounds/${round}/boards/${board}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ home, away }),
    });
    if (answer.status >= 400) return;
    const { winner, reference } = JSON.parse(answer.body) as { winner: string; reference: string };
    await abilities.write(`work/rounds/${round}/${board}.json`, jsonText({ home, away, winner, reference }));
  },

  async standings({ item, abilities }) {
    const round = roundOf(item);
    const points = pointsAfter(await listed(abilities), await gamesUpTo(abilities, numberOf(round)));
    await abilities.write(`work/rounds/${round}/standings.json`, jsonText({ leaders: leadersIn(points), points }));
  },

  async table({ abilities }) {
    const games = await gamesUpTo(abilities, everyRound);
    const draws = games.filter(({ winner }) => winner === 'draw').length;
    await abilities.write('work/table.json', jsonText({ games: games.length, draws }));
  },

  async report({ abilities }) {
    const players = await listed(abilities);
    const points = pointsAfter(players, await gamesUpTo(abilities, everyRound));
    const lines = ranked(players, points).map(({ id, name }) => `- ${name}: ${points[id]}`);
    await abilities.write('report.md', `# Tournament\n\n${lines.join('\n')}\n`);
  },
};
