import type { Random } from '../../../random.js';

type Part = string | { readonly slot: string } | { readonly choices: readonly (readonly Part[])[] };

const parsed = new Map<string, readonly Part[]>();

/**
 * One reading of a phrase: of `[a|b|c]` one alternative, all equally likely, alternatives may nest; `{slot}` is what `fill`
 * gives for it.
 * @throws Error when a bracket is not closed
 */
export function expandPhrase(phrase: string, random: Random, fill: (slot: string) => string): string {
  const read = (parts: readonly Part[]): string =>
    parts
      .map((part) => {
        if (typeof part === 'string') return part;
        return 'slot' in part ? fill(part.slot) : read(random.pick(part.choices));
      })
      .join('');
  return read(partsOf(phrase));
}

function partsOf(phrase: string): readonly Part[] {
  const known = parsed.get(phrase);
  if (known !== undefined) return known;
  let at = 0;
  const sequence = (inside: boolean): Part[] => {
    const parts: Part[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') parts.push(text);
      text = '';
    };
    while (at < phrase.length) {
      const sign = phrase[at];
      if (inside && (sign === '|' || sign === ']')) break;
      if (sign === '{') {
        const end = phrase.indexOf('}', at);
        if (end < 0) throw new Error(`a slot is not closed: ${phrase}`);
        flush();
        parts.push({ slot: phrase.slice(at + 1, end) });
        at = end + 1;
      } else if (sign === '[') {
        flush();
        parts.push({ choices: alternatives() });
      } else {
        text += sign;
        at += 1;
      }
    }
    flush();
    return parts;
  };
  const alternatives = (): Part[][] => {
    const choices: Part[][] = [];
    do {
      at += 1;
      choices.push(sequence(true));
    } while (phrase[at] === '|');
    if (phrase[at] !== ']') throw new Error(`a choice is not closed: ${phrase}`);
    at += 1;
    return choices;
  };
  const parts = sequence(false);
  parsed.set(phrase, parts);
  return parts;
}
