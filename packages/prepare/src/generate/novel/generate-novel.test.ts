import { expect, it } from 'vitest';
import { repeatedSequences } from '../../measure/repeated-sequences.js';
import { countWords } from '../../measure/word-count.js';
import { createRandom } from '../../random.js';
import { generateNovel } from './generate-novel.js';
import type { Novel } from './novel.js';

const full = process.env.OBEY_FULL === '1';
const seeds = Array.from({ length: full ? 1000 : 8 }, (_, seed) => seed);
const novelOf = (seed: number, chapters = 3 + (seed % 9)) => generateNovel(createRandom(seed, 'novel'), { chapters });
const paragraphsOf = ({ chapters }: Novel) => chapters.flatMap(({ paragraphs }) => paragraphs);

it('gives the same novel for the same seed, and another one for another', () => {
  expect(novelOf(3)).toEqual(novelOf(3));
  expect(novelOf(3).chapters[0]).not.toEqual(novelOf(12).chapters[0]);
});

it('leaves nothing empty or unfinished, and nobody with the name of another', () => {
  for (const seed of seeds) {
    const novel = novelOf(seed);
    expect(novel.chapters.map(({ number }) => number)).toEqual(novel.chapters.map((_, index) => index + 1));
    for (const { title, paragraphs } of novel.chapters) {
      expect(title).not.toBe('');
      expect(countWords(paragraphs.join(' '))).toBeGreaterThan(300);
    }
    for (const paragraph of paragraphsOf(novel)) {
      expect(paragraph).toMatch(/^[«\p{Lu}].*[.!?»]$/u);
      expect(paragraph).not.toMatch(/[{}[\]|<>]|\p{Cc}|undefined| {2}|[«»]{2}/u);
    }
    const names = novel.characters.map(({ fullName }) => fullName);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(novel.names.map(({ french }) => french)).size).toBe(novel.names.length);
  }
});

it('repeats no paragraph, and no sequence of eight words more than three times', () => {
  for (const seed of seeds.slice(0, full ? 200 : 4)) {
    const novel = novelOf(seed, 11);
    const paragraphs = paragraphsOf(novel);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
    expect(repeatedSequences(paragraphs.join('\n'), 8, 3)).toEqual([]);
  }
});

it('remembers what happened, and only that', () => {
  for (const seed of seeds) {
    const { chapters, events } = novelOf(seed);
    let memories = 0;
    for (const { number, remembered } of chapters) {
      for (const id of remembered) {
        memories += 1;
        expect(events.find((event) => event.id === id)?.chapter).toBeLessThan(number);
      }
    }
    expect(memories).toBeGreaterThan(chapters.length - 2);
    const facts = events.flatMap(({ fact }) => fact ?? []);
    expect(facts).toEqual(facts.map((_, index) => index));
    const kept = new Set<string>();
    for (const { kind, object } of events) {
      if (object === undefined) continue;
      expect({ kind, kept: kept.has(object) }).toEqual({ kind, kept: kind === 'stolen' });
      if (kind === 'stolen') kept.delete(object);
      else kept.add(object);
    }
  }
});

it('writes French as it is printed', () => {
  for (const seed of seeds) {
    for (const paragraph of paragraphsOf(novelOf(seed))) {
      expect(paragraph).not.toMatch(/«[^\u00a0]|[^\u00a0]»|[^\u202f][;!?]|[^\u00a0]:|'/u);
      expect(paragraph).not.toMatch(
        /(?<![\p{L}’-])((de|à) le (père|docteur|moulin|manoir|bois|pont|notaire)|[jlmtsdn]e [aeéèêiouyâîô]\p{L}) /iu,
      );
    }
  }
});

it('has three to eleven chapters', () => {
  expect(() => novelOf(1, 2)).toThrow(RangeError);
  expect(() => novelOf(1, 12)).toThrow(RangeError);
});
