import { chunkText, generateNovel, type Novel, type Prepare, type Random } from '@obey/prepare';
import type { Answer } from '@obey/schema';
import { type Chapter, type Chunk, chapterId, mostWords } from './book.js';
import { type Passage, plantConflicts } from './plant-conflicts.js';

type AnswerInput = Partial<Answer>;

/** Words of a chapter: two to four chunks. */
const words = [1000, 1900] as const;

export const prepare: Prepare<{ chapters: number; conflicts: number }> = ({ parameters, random, token }) => {
  const novel = generateNovel(random.fork('novel'), { chapters: parameters.chapters, words });
  const files = random.fork('files');
  const fileOf = (name: string) => `${name}-${files.fork(name).integer(1000, 9999)}`;
  const dossier = fileOf('book');
  const chapters: Chapter[] = novel.chapters.map(({ number, title }) => ({
    id: chapterId(number),
    number,
    title,
    file: fileOf(chapterId(number)),
  }));
  const passages = novel.chapters.flatMap(passagesOf);
  const roles = planRoles(random.fork('roles'), passages);
  const { cards, names, conflicting } = plantConflicts(random.fork('cards'), novel.names, passages, {
    lost: new Set([roles.failing, roles.damaged]),
    recovering: roles.recovering,
    count: parameters.conflicts,
  });
  const pages = passages.map(({ chunk, text }) => {
    const card = [...(cards.get(chunk.id) ?? [])];
    return { chunk, page: { reference: token(chunk.id), names: card, paragraphs: text.split('\n\n') } };
  });
  const served = pages.map(({ chunk, page }) => ({
    path: `/chapters/${chunk.chapter}/paragraphs/${chunk.first}-${chunk.last}`,
    answers: faulty(chunk.id, roles, {
      ...json(page),
      proof: { item: chunk.id, token: page.reference, fields: { names: page.names.map((one) => ({ ...one })) } },
    }),
  }));
  const whole = Object.fromEntries(pages.map(({ chunk, page }) => [chunk.id, page]));
  return {
    services: {
      reader: {
        routes: [
          { path: '/book', answers: [leafed(bookPage(novel, dossier, chapters))] },
          { path: '/book/text', answers: [json(whole)] },
          ...novel.chapters.map((chapter, index) => {
            const { id, file } = chapters[index] as Chapter;
            const reference = token(id);
            return {
              path: `/chapters/${chapter.number}`,
              answers: [
                { ...leafed(chapterPage(novel, chapter, file, reference)), proof: { item: id, token: reference } },
              ],
            };
          }),
          ...served,
        ],
      },
    },
    facts: {
      chapters: chapters.map((chapter) => ({ ...chapter })),
      chunks: passages.map(({ chunk }) => ({ ...chunk })),
      dossier,
      names: names.map((one) => ({ ...one })),
      planted: {
        conflicting: [...conflicting],
        recovering: [roles.recovering],
        failing: [roles.failing],
        damaged: [roles.damaged],
      },
    },
  };
};

function passagesOf({ number, paragraphs }: Novel['chapters'][number]): Passage[] {
  return chunkText(paragraphs, mostWords).map(({ first, last, words: many }, index) => ({
    chunk: { id: `${chapterId(number)}-${index + 1}`, chapter: number, first, last, words: many } satisfies Chunk,
    text: paragraphs.slice(first - 1, last).join('\n\n'),
  }));
}

interface Roles {
  readonly recovering: string;
  readonly failing: string;
  readonly damaged: string;
}

/** One chunk that fails twice, one that fails for ever and one that is damaged, in chapters that have others. */
function planRoles(random: Random, passages: readonly Passage[]): Roles {
  const chapters = random.shuffle([...new Set(passages.map(({ chunk }) => chunk.chapter))]);
  const candidates = chapters
    .map((chapter) => passages.filter(({ chunk }) => chunk.chapter === chapter))
    .filter(({ length }) => length > 1)
    .map((own) => random.pick(own).chunk.id);
  const [recovering = '', failing = '', damaged = ''] = candidates;
  return { recovering, failing, damaged };
}

function faulty(id: string, roles: Roles, answer: AnswerInput): AnswerInput[] {
  const busy = { status: 503, body: '{"error":"the passage is being fetched from the stacks"}' };
  if (id === roles.damaged) return [{ status: 422, body: '{"error":"water damage: not legible"}', fault: 'damaged' }];
  if (id === roles.failing) return [{ ...busy, fault: 'busy-for-ever' }];
  if (id === roles.recovering) return [{ ...busy, fault: 'busy-twice', when: { nth: [1, 2] } }, answer];
  return [answer];
}

function bookPage(novel: Novel, file: string, chapters: readonly Chapter[]): unknown {
  const { title, author, village, characters, objects } = novel;
  return {
    title,
    author,
    file,
    village,
    people: characters.map(({ fullName, name, role, relation }) => ({ fullName, name, role, relation })),
    things: objects.map(({ name, english }) => ({ name, english })),
    chapters: chapters.map(({ id, number, title: heading }) => ({ id, number, title: heading })),
  };
}

function chapterPage(novel: Novel, chapter: Novel['chapters'][number], file: string, reference: string): unknown {
  const { number, title, cast, places, paragraphs } = chapter;
  return {
    number,
    title,
    file,
    reference,
    people: cast.map((role) => novel.characters.find(({ id }) => id === role)?.name),
    places: places.map((place) => novel.places.find(({ id }) => id === place)?.name),
    paragraphs: paragraphs.map((text, index) => ({ number: index + 1, words: chunkText([text], mostWords)[0]?.words })),
  };
}

/** Found at the counter, unlike the passages, which come from the stacks. */
function leafed(body: unknown): AnswerInput {
  return { ...json(body), latencyMs: 300 };
}

function json(body: unknown): AnswerInput {
  return { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
