import { readingEase, type StatefulService, type StatefulServices } from '@obey/prepare';

interface Desk {
  readonly texts: Readonly<Record<string, { readonly text: string }>>;
  readonly token: (item: string) => string;
}

/** Scores texts. What it is sent as an original must be what the manual says; a rewrite may say anything. */
const desk: StatefulService<Desk> = {
  start: ({ facts, token }) => ({ texts: facts.texts as unknown as Desk['texts'], token }),
  answer(state, { method, path, body }) {
    const [, kind, id = ''] = /^\/(originals|rewrites)\/([a-z0-9-]+)$/.exec(path) ?? [];
    const published = Object.hasOwn(state.texts, id) ? state.texts[id] : undefined;
    if (kind === undefined || published === undefined) return reply(state, 404, { error: 'no such section' });
    if (method !== 'POST') return reply(state, 405, { error: 'send the text with POST' });
    if (typeof body !== 'string' || body.trim() === '')
      return reply(state, 400, { error: 'the body is to be the text' });
    if (kind === 'originals' && bare(body) !== bare(published.text)) {
      return reply(state, 422, { error: `this is not the text of section ${id}` });
    }
    const { score, words, sentences } = readingEase(body);
    const receipt = state.token(id);
    return {
      state,
      answer: {
        body: JSON.stringify({ section: id, readingEase: score, words, sentences, receipt }),
        proof: { item: id, token: receipt, fields: { readingEase: score } },
      },
    };
  },
};

const reply = (state: Desk, status: number, body: object) => ({
  state,
  answer: { status, body: JSON.stringify(body) },
});

/** A text without its heading, whatever its blanks and line ends. */
const bare = (text: string): string =>
  text
    .replace(/^\s*#{1,6} .*\n/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

export const services: StatefulServices = { desk };
