import { paddings, plainOf, plainWords, readingEase, ties } from '@obey/prepare';

interface Edit {
  readonly pattern: RegExp;
  readonly by: (found: string, next: string) => string;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** First long sentences are cut, then empty openings go, then long words, the longest first. */
const edits: readonly Edit[] = [
  ...ties.map((tie): Edit => ({ pattern: new RegExp(`${escaped(tie)} (\\S)`), by: (_, next) => `. ${capital(next)}` })),
  ...paddings.map((text): Edit => ({ pattern: new RegExp(`${escaped(text)} (\\S)`), by: (_, next) => capital(next) })),
  ...Object.entries(plainWords)
    .flatMap(([entry, long]) => long.map((wording) => ({ wording, plain: plainOf(entry) })))
    .toSorted((a, b) => b.wording.length - a.wording.length)
    .map(({ wording, plain }): Edit => {
      const pattern = new RegExp(`(?<![\\w-])${escaped(wording)}(?![\\w-])`, 'i');
      return { pattern, by: (found) => (/^[A-Z]/.test(found) ? capital(plain) : plain) };
    }),
];

/**
 * A Markdown text in plainer words, edit by edit until its reading ease is well within the range; quotations and code stay
 * as they are. Where it cannot be reached, everything that can be is plain.
 */
export function rewrite(text: string, [low, high]: readonly [number, number]): string {
  const blocks = text.split('\n\n');
  const isFixed = (block: string) => /^(>|```|#)/.test(block);
  const ease = () => readingEase(blocks.join('\n\n')).score;
  const enough = low + 2;
  let score = ease();
  for (const { pattern, by } of edits) {
    blocks.forEach((original, index) => {
      if (isFixed(original)) return;
      for (let block = original; score < enough && pattern.test(block); ) {
        block = block.replace(pattern, (found, next) => by(found, String(next)));
        const before = blocks[index] ?? '';
        blocks[index] = block;
        const after = ease();
        if (after <= high) score = after;
        else {
          blocks[index] = before;
          return;
        }
      }
    });
    if (score >= enough) break;
  }
  return blocks.join('\n\n');
}
