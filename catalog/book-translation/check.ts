import type { Check } from '@obey/catalog';
import { countWords, wordList } from '@obey/prepare';
import type { Chapter, Chunk } from './book.js';

type Facts = Parameters<Check>[0]['facts'];

const chaptersOf = (facts: Facts) => facts.chapters as unknown as Chapter[];
const chunksOf = (facts: Facts) => facts.chunks as unknown as Chunk[];

/** Chunks that the reading room never lends. */
function lostIn(facts: Facts): ReadonlySet<string> {
  const { failing, damaged } = facts.planted as Record<'failing' | 'damaged', string[]>;
  return new Set([...failing, ...damaged]);
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const mark = /^<!--\s*(c\d+-\d+)\s*-->\s*$/m;

/** The chunks of the final book in order, each with its text. */
function partsOf(files: Readonly<Record<string, string>>): { id: string; text: string }[] {
  const [, ...pieces] = (files['final/book.md'] ?? '').split(new RegExp(mark.source, 'gm'));
  return pieces.flatMap((id, index) =>
    index % 2 === 0 ? [{ id, text: (pieces[index + 1] ?? '').replaceAll(/^##? .*$/gm, '').trim() }] : [],
  );
}

const plannedChunks: Check = ({ facts, values }) =>
  chaptersOf(facts).map(({ id, number }) => {
    const expected = chunksOf(facts)
      .filter(({ chapter }) => chapter === number)
      .map((chunk) => `${chunk.id} ${chunk.first}-${chunk.last}`);
    const planned = field(values.plan?.find(({ key }) => key === id)?.value, 'chunks');
    const found = Array.isArray(planned)
      ? planned.map((chunk) => `${field(chunk, 'id')} ${field(chunk, 'first')}-${field(chunk, 'last')}`)
      : [];
    const passed = found.join() === expected.join();
    return {
      item: id,
      passed,
      detail: passed ? 'as due' : `${found.join(', ') || 'none'}; due ${expected.join(', ')}`,
    };
  });

const carriedContexts: Check = ({ facts, values }) => {
  const files = new Map(chaptersOf(facts).map(({ number, file }) => [number, file]));
  const lost = lostIn(facts);
  return chunksOf(facts)
    .filter(({ id }) => !lost.has(id))
    .map(({ id, chapter }) => {
      const value = values.translate?.find(({ key }) => key === id)?.value;
      const [book, own] = [field(value, 'bookContext'), field(value, 'chapterContext')];
      const passed = book === facts.dossier && own === files.get(chapter);
      return { item: id, passed, detail: `contexts ${String(book)} and ${String(own)}` };
    });
};

const everyChunkInOrder: Check = ({ facts, files }) => {
  const parts = partsOf(files);
  const lost = lostIn(facts);
  const order =
    parts.map(({ id }) => id).join() ===
    chunksOf(facts)
      .map(({ id }) => id)
      .join();
  return chunksOf(facts).map(({ id }) => {
    const text = parts.find((part) => part.id === id)?.text;
    const marked = text?.includes(`[unreadable: ${id}]`) === true;
    const passed = order && text !== undefined && marked === lost.has(id);
    const detail =
      text === undefined ? 'missing' : marked ? 'marked as unreadable' : order ? 'in place' : 'out of order';
    return { item: id, passed, detail };
  });
};

/** The log names the chunks that could not be read and those in conflict, and no other. */
const everyExceptionLogged: Check = ({ facts, files }) => {
  const logged = new Set((files['final/log.md'] ?? '').match(/\bc\d+-\d+\b/g) ?? []);
  const { conflicting } = facts.planted as Record<'conflicting', string[]>;
  const expected = new Set([...conflicting, ...lostIn(facts)]);
  return chunksOf(facts).map(({ id }) => ({
    item: id,
    passed: files['final/log.md'] !== undefined && logged.has(id) === expected.has(id),
    detail: logged.has(id) ? 'in the log' : 'not in the log',
  }));
};

/** The chunks of the final book that could be read. */
function readable(facts: Facts, files: Readonly<Record<string, string>>): { chunk: Chunk; text: string }[] {
  const [parts, lost] = [partsOf(files), lostIn(facts)];
  return chunksOf(facts)
    .filter(({ id }) => !lost.has(id))
    .map((chunk) => ({ chunk, text: parts.find(({ id }) => id === chunk.id)?.text ?? '' }));
}

/** English for French takes between six and sixteen tenths of its words. */
const plausibleLengths: Check = ({ facts, files }) =>
  readable(facts, files).map(({ chunk, text }) => {
    const words = countWords(text);
    const passed = words >= 0.6 * chunk.words && words <= 1.6 * chunk.words;
    return { item: chunk.id, passed, detail: `${words} words for ${chunk.words}` };
  });

const small = {
  english: new Set(
    'the of and a an to in that was he she it his her had with on at for not is you as by from'.split(' '),
  ),
  french: new Set('le la les des et une du dans qui que il elle avec pour pas sur était avait ne se'.split(' ')),
};

/** The small words are English ones, ten times as many as French ones. */
const inEnglish: Check = ({ facts, files }) =>
  readable(facts, files).map(({ chunk, text }) => {
    const words = wordList(text.toLowerCase());
    const count = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length;
    const [english, french] = [count(small.english), count(small.french)];
    return {
      item: chunk.id,
      passed: english > 0 && english >= 10 * french,
      detail: `${english} small words of English, ${french} of French`,
    };
  });

const namesAsChosen: Check = ({ facts, files, values }) => {
  const names = facts.names as { name: string; chosen: string; other: string }[];
  const cards = new Map((values.translate ?? []).map(({ key, value }) => [key, field(value, 'names')]));
  return readable(facts, files).map(({ chunk, text }) => {
    const card = cards.get(chunk.id);
    const own = names.filter(({ name }) => Array.isArray(card) && card.some((one) => field(one, 'name') === name));
    const missing = own.filter(({ chosen }) => !text.includes(chosen)).map(({ chosen }) => chosen);
    const left = names.filter(({ other }) => text.includes(other)).map(({ other }) => other);
    const passed = text !== '' && missing.length === 0 && left.length === 0;
    const detail = passed
      ? 'as chosen'
      : `lacks ${missing.join(', ') || 'nothing'}; has ${left.join(', ') || 'no other'}`;
    return { item: chunk.id, passed, detail };
  });
};

export const checks = {
  plannedChunks,
  carriedContexts,
  everyChunkInOrder,
  everyExceptionLogged,
  plausibleLengths,
  inEnglish,
  namesAsChosen,
};
