import type { CrosswordSlot, ServiceRequest, StatefulContext, StatefulReply, StatefulService } from '@obey/prepare';
import { checkGrid, pairsOf } from './check-grid.js';
import {
  clearSlots,
  emptyFilling,
  type Filling,
  fittingWords,
  type Grid,
  makeGrid,
  openSlots,
  patternOf,
  setWord,
  slotNamed,
  takeBack,
  wordIn,
} from './grid-model.js';
import type { PuzzleFact, RegionFact } from './puzzle.js';

/** Words of a look-up that are shown. */
const mostShown = 20;

interface Desk {
  readonly puzzle: PuzzleFact;
  readonly regions: readonly RegionFact[];
  readonly grid: Grid;
  readonly token: StatefulContext['token'];
  readonly filling: Filling;
}

type Reply = StatefulReply<Desk>;

/** The setter's desk: it keeps the letters of a grid, looks words up in the list, and examines what stands. It leads nobody. */
export const gridService: StatefulService<Desk> = {
  start({ facts, token }) {
    const puzzle = facts.puzzle as unknown as PuzzleFact;
    const grid = makeGrid(
      puzzle.rows,
      puzzle.words.map(([word]) => word),
    );
    return { puzzle, regions: facts.regions as unknown as RegionFact[], grid, token, filling: emptyFilling };
  },

  answer(desk, request) {
    const [first = '', second, third, ...more] = request.path.split('/').slice(1);
    const route = `${request.method} /${first}${second === undefined ? '' : '/*'}${third === undefined ? '' : '/*'}`;
    if (more.length > 0) return refuse(desk, 404, 'there is no such address');
    switch (route) {
      case 'GET /grid':
        return show(desk);
      case 'GET /fits':
        return look(desk, request.query.slot ?? '');
      case 'POST /place':
        return place(desk, fieldOf(request, 'slot'), fieldOf(request, 'word'));
      case 'POST /undo':
        return undo(desk, fieldOf(request, 'slot'));
      case 'POST /clear':
        return { state: { ...desk, filling: emptyFilling }, answer: json({ cleared: desk.filling.standing.length }) };
      case 'GET /check/*':
        return check(desk, second ?? '');
      case 'GET /regions/*':
        return inspect(desk, second ?? '');
      case 'POST /regions/*/*':
        return third === 'clear'
          ? clear(desk, second ?? '')
          : refill(desk, second ?? '', third ?? '', fieldOf(request, 'word'));
      default:
        return refuse(desk, 404, 'there is no such address');
    }
  },
};

function show(desk: Desk): Reply {
  const { grid, filling } = desk;
  const open = openSlots(grid, filling).map((slot) => ({
    ...told(grid, slot),
    pattern: patternOf(grid, filling, slot),
  }));
  const filled = grid.slots.flatMap(({ id }) => {
    const word = wordIn(filling, id);
    return word === undefined ? [] : [{ slot: id, word }];
  });
  return { state: desk, answer: json({ open, filled }) };
}

function look(desk: Desk, id: string): Reply {
  const { grid, filling } = desk;
  const slot = slotNamed(grid, id);
  if (slot === undefined) return refuse(desk, 404, `there is no slot ${id}`);
  if (wordIn(filling, id) !== undefined) return refuse(desk, 409, `${id} has its word`);
  const words = fittingWords(grid, filling, slot);
  const open = openSlots(grid, filling).map((one) => told(grid, one));
  const pattern = patternOf(grid, filling, slot);
  return {
    state: desk,
    answer: json({ ...told(grid, slot), pattern, fitting: words.length, words: words.slice(0, mostShown), open }),
  };
}

function place(desk: Desk, id: string, word: string): Reply {
  const { grid, filling } = desk;
  const slot = slotNamed(grid, id);
  if (slot === undefined) return refuse(desk, 404, `there is no slot ${id}`);
  if (wordIn(filling, id) !== undefined) return refuse(desk, 409, `${id} has its word`);
  const pattern = patternOf(grid, filling, slot);
  if (!/^[a-z]+$/.test(word) || word.length !== slot.length) {
    return refuse(desk, 400, `${id} takes a word of ${slot.length} letters from a to z`);
  }
  if ([...pattern].some((letter, at) => letter !== '?' && letter !== word[at])) {
    return refuse(desk, 409, `${word} does not fit ${pattern}`);
  }
  const fitting = fittingWords(grid, filling, slot).length;
  const listed = grid.words.get(word.length)?.includes(word) === true;
  const next = { ...desk, filling: setWord(filling, id, word) };
  const open = openSlots(grid, next.filling).map((one) => told(grid, one));
  return { state: next, answer: json({ ...told(grid, slot), word, listed, fitting, open }) };
}

function undo(desk: Desk, id: string): Reply {
  const { standing } = desk.filling;
  const at = standing.findIndex(({ slot }) => slot === id) + 1;
  if (at === 0) return refuse(desk, 409, `no word stands in ${id || 'no slot'}`);
  const taken = { slot: id, word: standing[at - 1]?.word, at, last: standing.length };
  return { state: { ...desk, filling: takeBack(desk.filling, id) }, answer: json(taken) };
}

function check(desk: Desk, constraint: string): Reply {
  const { puzzle, regions, token } = desk;
  const verdict = checkGrid(constraint, puzzle, regions, standingWords(desk));
  if (verdict === undefined) return refuse(desk, 404, `there is no constraint ${constraint}`);
  const fields = { examined: verdict.examined, violations: verdict.where.length };
  const reference = token(constraint);
  return {
    state: desk,
    answer: {
      ...json({ constraint, ...fields, where: verdict.where, reference }),
      proof: { item: constraint, token: reference, fields },
    },
  };
}

function inspect(desk: Desk, id: string): Reply {
  const region = desk.regions.find((one) => one.id === id);
  if (region === undefined) return refuse(desk, 404, `there is no region ${id}`);
  const words = standingWords(desk);
  const pairs = pairsOf(region, words, new Set(desk.puzzle.pairs));
  const reference = desk.token(id);
  const slots = region.slots.map((slot) => ({ slot: slot.id, word: words.get(slot.id) ?? null }));
  return {
    state: desk,
    answer: {
      ...json({ region: id, slots, pairs, reference }),
      proof: { item: id, token: reference, fields: { pairs } },
    },
  };
}

function clear(desk: Desk, id: string): Reply {
  const region = desk.regions.find((one) => one.id === id);
  if (region === undefined) return refuse(desk, 404, `there is no region ${id}`);
  const slots = region.slots.map((slot) => slot.id);
  return { state: { ...desk, filling: clearSlots(desk.filling, slots) }, answer: json({ region: id, cleared: slots }) };
}

function refill(desk: Desk, id: string, slot: string, word: string): Reply {
  const region = desk.regions.find((one) => one.id === id);
  if (region?.slots.some((one) => one.id === slot) !== true) return refuse(desk, 404, `${id} has no slot ${slot}`);
  return place(desk, slot, word);
}

const standingWords = ({ filling }: Desk): Map<string, string> =>
  new Map(filling.standing.map(({ slot, word }) => [slot, word]));

/** `order` is its place in the numbered list. */
const told = ({ slots }: Grid, slot: CrosswordSlot) => ({
  slot: slot.id,
  order: slots.indexOf(slot) + 1,
  length: slot.length,
});

const json = (value: unknown, status = 200) => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: `${JSON.stringify(value)}\n`,
});

const refuse = (desk: Desk, status: number, error: string): Reply => ({ state: desk, answer: json({ error }, status) });

function fieldOf({ body }: ServiceRequest, name: string): string {
  const value = typeof body === 'object' && body !== null && !Array.isArray(body) ? body[name] : undefined;
  return typeof value === 'string' ? value.toLowerCase() : '';
}
