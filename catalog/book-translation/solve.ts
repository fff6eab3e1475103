import { chunkText, countWords, jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handler, HandlerContext, Handlers } from '@obey/process';
import { type Card, type Chapter, type Chunk, chapterId, mostWords, type Passage, type Translation } from './book.js';
import { gloss } from './gloss.js';

interface BookPage {
  readonly title: string;
  readonly file: string;
  readonly people: readonly unknown[];
  readonly chapters: readonly Pick<Chapter, 'id' | 'number' | 'title'>[];
}

interface ChapterPage {
  readonly file: string;
  readonly reference: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly paragraphs: readonly { readonly number: number; readonly words: number }[];
}

const noteOf = (id: string) => `work/notes/${id}.json`;
const translationOf = (id: string) => `work/translations/${id}.json`;
const chapterOf = (item: Readonly<Record<string, unknown>>) => item.chapter as Chapter;
const chunkOf = (item: Readonly<Record<string, unknown>>) => item.chunk as Chunk;

const chunkPath = ({ chapter, first, last }: Chunk) => `/chapters/${chapter}/paragraphs/${first}-${last}`;

/** The translations of chunks, those that there are, in the order asked for. */
async function translationsOf(abilities: Abilities, ids: readonly string[]): Promise<[string, Translation][]> {
  const found: [string, Translation][] = [];
  for (const id of ids) {
    const translation = await readJson<Translation>(abilities, translationOf(id));
    if (translation !== undefined) found.push([id, translation]);
  }
  return found;
}

type Reader = Pick<HandlerContext, 'abilities' | 'services'>;

/** A page that was noted when it was fetched; fetched where it was not. Undefined where it cannot be had. */
async function pageOf<T>({ abilities, services }: Reader, id: string, path: string): Promise<T | undefined> {
  const noted = await readJson<T>(abilities, noteOf(id));
  if (noted !== undefined) return noted;
  const { status, body } = await abilities.fetch(`${services.reader}${path}`);
  return status < 400 ? JSON.parse(body) : undefined;
}

const bookPage = (reader: Reader) => pageOf<BookPage>(reader, 'book', '/book');
const chapterPage = (reader: Reader, { id, number }: Pick<Chapter, 'id' | 'number'>) =>
  pageOf<ChapterPage>(reader, id, `/chapters/${number}`);

function split(id: string, { paragraphs }: ChapterPage) {
  const lengths = paragraphs.map(({ words }) => 'w '.repeat(words));
  return chunkText(lengths, mostWords).map((chunk, index) => ({ id: `${id}-${index + 1}`, ...chunk }));
}

async function plannedChunks(reader: Reader, chapter: Pick<Chapter, 'id' | 'number'>): Promise<string[]> {
  const page = await chapterPage(reader, chapter);
  return page === undefined ? [] : split(chapter.id, page).map(({ id }) => id);
}

/** Translates a passage with its card, and writes it down with both contexts. */
async function write(abilities: Abilities, chunk: Chunk, page: Passage): Promise<void> {
  const book = await readJson<{ file: string }>(abilities, 'work/context/book.json');
  const chapter = await readJson<{ file: string }>(abilities, `work/context/${chapterId(chunk.chapter)}.json`);
  const text = gloss(page.paragraphs.join('\n\n'), page.names);
  const translation: Translation = {
    bookContext: book?.file ?? '',
    chapterContext: chapter?.file ?? '',
    names: page.names,
    text,
    words: countWords(text),
    reference: page.reference,
  };
  await abilities.write(translationOf(chunk.id), jsonText(translation));
}

const retranslate: Handler = async ({ item, abilities, services }) => {
  const chunk = chunkOf(item);
  const answer = await abilities.fetch(`${services.reader}${chunkPath(chunk)}`);
  const consistency = await readJson<{ chosen: Record<string, string> }>(abilities, 'work/consistency.json');
  if (answer.status >= 400) return;
  const page: Passage = JSON.parse(answer.body);
  const names = page.names.map(
    ({ name, rendering }): Card => ({ name, rendering: consistency?.chosen?.[name] ?? rendering }),
  );
  await write(abilities, chunk, { ...page, names });
};

/** Whether a name was rendered otherwise than its card asked for. */
function isChanged(names: readonly Card[], card: readonly Card[]): boolean {
  return card.some(({ name, rendering }) => names.some((one) => one.name === name && one.rendering !== rendering));
}

export const solve: Handlers = {
  async list({ abilities, services }) {
    const { body } = await abilities.fetch(`${services.reader}/book`);
    await abilities.write(noteOf('book'), body);
  },

  async plan({ item, abilities, services }) {
    const { id, number } = chapterOf(item);
    const { body } = await abilities.fetch(`${services.reader}/chapters/${number}`);
    await abilities.write(noteOf(id), body);
    const page: ChapterPage = JSON.parse(body);
    await abilities.write(`work/plan/${id}.json`, jsonText({ chunks: split(id, page), reference: page.reference }));
  },

  async bookContext({ abilities, services }) {
    const page = await bookPage({ abilities, services });
    await abilities.write('work/context/book.json', jsonText({ file: page?.file ?? '', notes: page?.people ?? [] }));
  },

  async chapterContext({ item, abilities, services }) {
    const { id, number } = chapterOf(item);
    await abilities.read('work/context/book.json').catch(() => undefined);
    const page = await chapterPage({ abilities, services }, { id, number });
    if (page === undefined) return;
    const { file, people, places, reference } = page;
    await abilities.write(`work/context/${id}.json`, jsonText({ file, notes: { people, places }, reference }));
  },

  async fetch({ item, abilities, services }) {
    const chunk = chunkOf(item);
    const answer = await abilities.fetch(`${services.reader}${chunkPath(chunk)}`);
    if (answer.status >= 400) return;
    const page: Passage = JSON.parse(answer.body);
    await abilities.write(noteOf(chunk.id), answer.body);
    const { paragraphs, reference } = page;
    await abilities.write(`work/source/${chunk.id}.json`, jsonText({ paragraphs, reference }));
  },

  async translate({ item, abilities, services }) {
    const chunk = chunkOf(item);
    await abilities.read(`work/source/${chunk.id}.json`).catch(() => undefined);
    const page = await pageOf<Passage>({ abilities, services }, chunk.id, chunkPath(chunk));
    if (page !== undefined) await write(abilities, chunk, page);
  },

  async markUnreadable({ item, abilities }) {
    const { id } = chunkOf(item);
    await abilities.write(`work/unreadable/${id}.txt`, `The reading room could not lend ${id}.\n`);
  },

  async combine({ item, abilities, services }) {
    const { id, number } = chapterOf(item);
    const found = await translationsOf(abilities, await plannedChunks({ abilities, services }, { id, number }));
    const words = found.reduce((sum, [, translation]) => sum + translation.words, 0);
    await abilities.write(`work/drafts/${id}.json`, jsonText({ chunks: found.map(([chunk]) => chunk), words }));
  },

  async checkConsistency({ abilities, services }) {
    const book = await bookPage({ abilities, services });
    const counts = new Map<string, Map<string, number>>();
    let [passages, words] = [0, 0];
    for (const chapter of book?.chapters ?? []) {
      const planned = await plannedChunks({ abilities, services }, chapter);
      for (const [, translation] of await translationsOf(abilities, planned)) {
        passages += 1;
        words += translation.words;
        for (const { name, rendering } of translation.names) {
          const of = counts.get(name) ?? new Map<string, number>();
          counts.set(name, of.set(rendering, (of.get(rendering) ?? 0) + 1));
        }
      }
    }
    const chosen = Object.fromEntries(
      [...counts].map(([name, of]) => [name, [...of].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '']),
    );
    await abilities.write('work/consistency.json', jsonText({ chosen, passages, words }));
  },

  retranslate,

  async final({ abilities, services }) {
    const book = await bookPage({ abilities, services });
    const parts = [`# ${book?.title ?? ''}`];
    for (const { id, number, title } of book?.chapters ?? []) {
      parts.push(`## ${number}. ${title}`);
      for (const chunk of await plannedChunks({ abilities, services }, { id, number })) {
        const [found] = await translationsOf(abilities, [chunk]);
        parts.push(`<!-- ${chunk} -->`, found === undefined ? `[unreadable: ${chunk}]` : found[1].text);
      }
    }
    await abilities.write('final/book.md', `${parts.join('\n\n')}\n`);
  },

  async log({ abilities, services }) {
    const book = await bookPage({ abilities, services });
    const lines: string[] = [];
    for (const { id, number } of book?.chapters ?? []) {
      for (const chunk of await plannedChunks({ abilities, services }, { id, number })) {
        const [found] = await translationsOf(abilities, [chunk]);
        const page = await readJson<Passage>(abilities, noteOf(chunk));
        if (found === undefined) lines.push(`- ${chunk}: could not be read`);
        else if (isChanged(found[1].names, page?.names ?? [])) lines.push(`- ${chunk}: translated again`);
      }
    }
    await abilities.write('final/log.md', `# What to know\n\n${lines.join('\n')}\n`);
  },
};
