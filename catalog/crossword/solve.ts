import { type CrosswordSlot, crosswordSlots, jsonText, pairsIn, readJson } from '@obey/prepare';
import type { Abilities, Handler, HandlerContext, Handlers } from '@obey/process';
import { byLength } from './by-length.js';
import type { Constraint, RegionFact, SlotFact } from './puzzle.js';

interface Input {
  readonly size: number;
  readonly upperHalf: readonly string[];
  readonly awkwardPairs: readonly string[];
}

interface OpenSlot extends SlotFact {
  readonly slot: string;
  readonly order: number;
}

interface State {
  readonly open: readonly OpenSlot[];
  readonly filled: readonly { readonly slot: string; readonly word: string }[];
}

interface LookUp extends OpenSlot {
  readonly pattern: string;
  readonly words: readonly string[];
}

interface Verdict {
  readonly examined: number;
  readonly violations: number;
}

type Desk = Pick<HandlerContext, 'abilities' | 'services'>;

async function ask<T>({ abilities, services }: Desk, path: string): Promise<T | undefined> {
  const { status, body } = await abilities.fetch(`${services.grid}${path}`);
  return status < 400 ? (JSON.parse(body) as T) : undefined;
}

async function post<T>({ abilities, services }: Desk, path: string, value: unknown = {}): Promise<T | undefined> {
  const { status, body } = await abilities.fetch(`${services.grid}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return status < 400 ? (JSON.parse(body) as T) : undefined;
}

const inputOf = async (abilities: Abilities): Promise<Input> =>
  JSON.parse(await abilities.read('input/puzzle.json')) as Input;

/** All rows: the lower half is the upper one after half a turn. */
function completed({ size, upperHalf }: Input): string[] {
  const below = upperHalf.slice(0, size - upperHalf.length).map((row) => [...row].reverse().join(''));
  return [...upperHalf, ...below.reverse()];
}

const rowsOf = async (abilities: Abilities): Promise<string[]> => completed(await inputOf(abilities));

const lookUp = (desk: Desk, slot: string) => ask<LookUp>(desk, `/fits?slot=${slot}`);

/** Any letters that agree with the crossings: what an agent makes up that finds no word. */
const madeUp = (pattern: string): string => pattern.replaceAll('?', 'a');

const due = (state: State | undefined): OpenSlot | undefined =>
  state === undefined ? undefined : [...state.open].sort((a, b) => b.length - a.length || a.order - b.order)[0];

const survey: Handler = async (desk) => void (await ask(desk, '/grid'));

/** Takes back the word that was set last. */
async function takeBackLast(desk: Desk): Promise<void> {
  const state = await ask<State>(desk, '/grid');
  const last = lastSet(await rowsOf(desk.abilities), state);
  await post(desk, '/undo', { slot: last?.id ?? '' });
}

/** Slots are filled in a fixed turn, so the last of those that stand was set last. */
function lastSet(rows: readonly string[], state: State | undefined): CrosswordSlot | undefined {
  const filled = new Set(state?.filled.map(({ slot }) => slot));
  return byLength(crosswordSlots(rows)).findLast(({ id }) => filled.has(id));
}

async function record(desk: Desk, path: string, file: string): Promise<void> {
  const answer = await ask<Record<string, unknown>>(desk, path);
  if (answer !== undefined) await desk.abilities.write(file, jsonText(answer));
}

/** Sets words of the list that agree with each other, the last first, without asking the desk how things stand. */
async function setListed(desk: Desk, slots: readonly CrosswordSlot[]): Promise<void> {
  const list = (await desk.abilities.read('input/words.tsv')).split('\n').map((line) => line.split('\t')[0] ?? '');
  const letters = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, cells } of slots) {
    const word = list.findLast(
      (one) =>
        one.length === cells.length &&
        !taken.has(one) &&
        cells.every((cell, at) => (letters.get(cell) ?? one[at]) === one[at]),
    );
    if (word === undefined) return;
    taken.add(word);
    cells.forEach((cell, at) => {
      letters.set(cell, word[at] ?? '');
    });
    await post(desk, '/place', { slot: id, word });
  }
}

const checkInto =
  (folder: string): Handler =>
  async ({ item, ...desk }) => {
    const { id } = item.constraint as unknown as Constraint;
    await record(desk, `/check/${id}`, `${folder}/${id}.json`);
  };

const inspectOne: Handler = async ({ item, ...desk }) => {
  const { id } = item.region as unknown as RegionFact;
  await record(desk, `/regions/${id}`, `work/regions/${id}.json`);
};

export const solve: Handlers = {
  async load({ abilities }) {
    await abilities.read('input/puzzle.json');
  },

  async skeleton({ abilities }) {
    const rows = await rowsOf(abilities);
    const slots = crosswordSlots(rows).map(({ id, number, direction, length }) => ({ id, number, direction, length }));
    await abilities.write('work/skeleton.json', jsonText({ rows, slots }));
  },

  async fillOutOfTurn(desk) {
    const slot = byLength(crosswordSlots(await rowsOf(desk.abilities))).at(-1);
    if (slot === undefined) return;
    await setListed(desk, [slot]);
    await post(desk, '/undo', { slot: slot.id });
  },

  async placeUnlisted(desk) {
    const [slot] = byLength(crosswordSlots(await rowsOf(desk.abilities)));
    await post(desk, '/place', { slot: slot?.id, word: 'x'.repeat(slot?.length ?? 0) });
    await post(desk, '/undo', { slot: slot?.id });
  },

  async takeBackOutOfTurn(desk) {
    const slots = byLength(crosswordSlots(await rowsOf(desk.abilities))).slice(0, 2);
    await setListed(desk, slots);
    for (const { id } of slots) await post(desk, '/undo', { slot: id });
  },

  async clearAll(desk) {
    await post(desk, '/clear');
  },

  survey,

  async look(desk) {
    const slot = due(desk.values.survey as State | undefined)?.slot ?? '';
    await lookUp(desk, slot);
  },

  async place(desk) {
    const found = desk.values.look as LookUp;
    await post(desk, '/place', { slot: found.slot, word: found.words[0] ?? madeUp(found.pattern) });
  },

  takeBack: takeBackLast,

  surveyAgain: survey,

  verify: checkInto('work/checks'),

  inspect: inspectOne,

  async name({ item, abilities }) {
    const { id } = item.region as unknown as RegionFact;
    const seen = await readJson<{ pairs?: number; slots?: unknown }>(abilities, `work/regions/${id}.json`);
    const report = { region: id, pairs: seen?.pairs ?? 0, words: seen?.slots ?? [] };
    await abilities.write(`work/violations/${id}.json`, jsonText(report));
  },

  async clear({ item, ...desk }) {
    const { id } = item.region as unknown as RegionFact;
    await post(desk, `/regions/${id}/clear`);
  },

  async refill({ item, ...desk }) {
    const region = item.region as unknown as RegionFact;
    const slot = item.slot as unknown as SlotFact;
    const found = await lookUp(desk, slot.id);
    if (found === undefined) return;
    const pairs = new Set((await inputOf(desk.abilities)).awkwardPairs);
    const word = found.words.find((one) => pairsIn(one, pairs) === 0) ?? found.words[0] ?? madeUp(found.pattern);
    await post(desk, `/regions/${region.id}/${slot.id}`, { word });
  },

  inspectAgain: inspectOne,

  recheck: checkInto('work/final'),

  async grid(desk) {
    const rows = await rowsOf(desk.abilities);
    const squares = rows.map((row) => [...row]);
    const state = await ask<State>(desk, '/grid');
    const slots = new Map(crosswordSlots(rows).map((slot) => [slot.id, slot]));
    for (const { slot, word } of state?.filled ?? []) {
      slots.get(slot)?.cells.forEach((cell, at) => {
        const [row = 0, column = 0] = cell.split(',').map(Number);
        const line = squares[row];
        if (line !== undefined) line[column] = (word[at] ?? '.').toUpperCase();
      });
    }
    await desk.abilities.write('output/grid.txt', squares.map((line) => `${line.join('')}\n`).join(''));
  },

  async clues(desk) {
    const rows = await rowsOf(desk.abilities);
    const state = await ask<State>(desk, '/grid');
    const words = new Map(state?.filled.map(({ slot, word }) => [slot, word]));
    const list = await desk.abilities.read('input/words.tsv');
    const clues = new Map(list.split('\n').map((line) => line.split('\t') as [string, string]));
    const part = (direction: CrosswordSlot['direction']) =>
      crosswordSlots(rows)
        .filter((slot) => slot.direction === direction)
        .map(({ id, number, length }) => `${number}. ${clues.get(words.get(id) ?? '') ?? '?'} (${length})\n`)
        .join('');
    await desk.abilities.write('output/clues.md', `## Across\n\n${part('across')}\n## Down\n\n${part('down')}`);
  },

  async report({ abilities, values }) {
    const checks = Array.isArray(values.recheck) ? (values.recheck as readonly Verdict[]) : [];
    const sum = (of: (one: Verdict) => number) => checks.reduce((total, one) => total + of(one), 0);
    await abilities.write(
      'output/verification.json',
      jsonText({
        constraints: checks.length,
        examined: sum(({ examined }) => examined),
        violations: sum(({ violations }) => violations),
      }),
    );
  },
};
