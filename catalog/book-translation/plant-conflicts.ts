import type { Novel, Random } from '@obey/prepare';
import type { Card, Chunk } from './book.js';

/** A chunk and its French. */
export interface Passage {
  readonly chunk: Chunk;
  readonly text: string;
}

export interface Cards {
  /** By id of the chunk. */
  readonly cards: ReadonlyMap<string, readonly Card[]>;
  /** The rendering that most cards have, and the other one. */
  readonly names: readonly { readonly name: string; readonly chosen: string; readonly other: string }[];
  /** Ids of chunks with a rendering that few cards have. */
  readonly conflicting: readonly string[];
}

interface ConflictPlan {
  /** Ids of chunks that nobody can read. */
  readonly lost: ReadonlySet<string>;
  /** Id of the chunk that fails at first; it is not asked for again, so that its faults are met once. */
  readonly recovering: string;
  /** Names in dispute, at most. */
  readonly count: number;
}

/** Chunks that stay free of conflicts at least. */
const free = 4;
const fewest = 3;

/**
 * The index cards of every chunk. For so many names, those that stand in most chunks, the cards of fewer than half of their
 * chunks have another rendering; of one of them as many as can be, so that a single chunk decides which one stands.
 */
export function plantConflicts(
  random: Random,
  names: Novel['names'],
  passages: readonly Passage[],
  { lost, recovering, count }: ConflictPlan,
): Cards {
  const readable = passages.filter(({ chunk }) => !lost.has(chunk.id));
  const standing = names
    .map(({ french, renderings }) => {
      const ids = readable.filter(({ text }) => text.includes(french)).map(({ chunk }) => chunk.id);
      const [chosen, other] = random.fork('chosen', french).shuffle(renderings);
      return { name: french, chosen: chosen ?? '', other: other ?? '', ids };
    })
    .filter(({ ids }) => ids.length > 0);
  const eligible = standing.filter(({ ids }) => ids.length >= 3).toSorted((a, b) => b.ids.length - a.ids.length);
  const deviating = new Map<string, ReadonlySet<string>>();
  const conflicting = new Set<string>();
  for (const [index, { name, ids }] of eligible.entries()) {
    // Names beyond those asked for are drawn on only where too few chunks would be in conflict.
    if (index >= count && conflicting.size >= fewest) break;
    const most = Math.floor((ids.length - 1) / 2);
    const able = random
      .fork('deviating', name)
      .shuffle(ids.filter((id) => id !== recovering))
      .sort((a, b) => Number(conflicting.has(a)) - Number(conflicting.has(b)));
    const room = Math.max(0, readable.length - free - conflicting.size);
    const own = able.slice(0, Math.min(room, index === 0 ? most : Math.min(most, 2)));
    deviating.set(name, new Set(own));
    for (const id of own) conflicting.add(id);
  }
  const cards = new Map<string, Card[]>();
  for (const { chunk, text } of passages) {
    const found = standing.filter(({ name }) => text.includes(name));
    cards.set(
      chunk.id,
      found.map(({ name, chosen, other }) => ({
        name,
        rendering: deviating.get(name)?.has(chunk.id) === true ? other : chosen,
      })),
    );
  }
  const inOrder = passages.map(({ chunk }) => chunk.id).filter((id) => conflicting.has(id));
  return { cards, names: standing.map(({ name, chosen, other }) => ({ name, chosen, other })), conflicting: inOrder };
}
