import type { Prepare } from '@obey/prepare';

const words = (
  'please mind that the yard gate will be shut from noon on and open again when the van has left for the depot ' +
  'keep your badge at hand since guards may ask for it'
).split(' ');
/** Rounds that a notice may need, see `max` in task.yaml. */
const most = 3;

/** Pure: the same seed and level give the same bytes. A named stream of randomness for each thing that is drawn. */
export const prepare: Prepare<{ notices: number; limit: number }> = ({ parameters: { notices, limit }, random }) => {
  const ids = Array.from({ length: notices }, (_, index) => `n${index + 1}`);
  // At least three that need no round and three that need some, one exactly at the limit, one that no round can help.
  const [atLimit = '', atLast = '', tooLong = '', ...rest] = random.fork('planted').shuffle(ids);
  const rounds = new Map([
    [atLimit, 0],
    [atLast, most],
    [tooLong, most + 1],
    ...rest.map((id, index): [string, number] => [id, index < 3 ? 0 : index < 5 ? 1 + (index % 2) : index % most]),
  ]);
  const made = ids.map((id) => {
    const draw = random.fork('text', id);
    const sentence = (length: number): string => {
      const text = Array.from({ length }, () => draw.pick(words)).join(' ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    };
    const needed = rounds.get(id) ?? 0;
    const kept = id === atLimit ? limit : draw.integer(limit - 12, limit - 4);
    // Without the last `needed` sentences it fits; with one of them more it does not.
    const body = [sentence(Math.ceil(kept / 2)), sentence(Math.floor(kept / 2))];
    const extra = Array.from({ length: needed }, () => sentence(draw.integer(14, 18)));
    const sentences = [...body, ...extra];
    const final = sentences.slice(0, sentences.length - Math.min(needed, most));
    return { id, text: `${sentences.join(' ')}\n`, length: final.join(' ').split(' ').length };
  });
  return {
    files: Object.fromEntries(made.map(({ id, text }) => [`input/notices/${id}.md`, text])),
    facts: {
      notices: ids.map((id) => ({ id })),
      lengths: Object.fromEntries(made.map(({ id, length }) => [id, length])),
      planted: { atLimit: [atLimit], atLast: [atLast], tooLong: [tooLong] },
    },
  };
};
