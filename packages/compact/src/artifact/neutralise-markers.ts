import { fenceName } from './prompt-format.js';

/** What stands in place of a marker that an artifact tried to smuggle in. */
const removed = '[marker removed]';

/** Look-alikes of `<` that compatibility forms do not fold, and its spellings in HTML. */
const opening = new Set(['<', '‹', '〈', '⟨', '❮', '≺', '˂', '〈']);
const entity = /^&(?:lt|#0*60|#x0*3c);?/i;
/** What a reader does not see, or does not count as a letter of a name. */
const skipped = /^[\s\p{C}\p{M}\p{Z}\p{P}\p{S}]$/u;
const name = fenceName.replace('_', '');

/**
 * Replaces every variant of the fence's markers in a text: opening or closing, in any case, with blanks, invisible
 * characters, punctuation or another spelling of `<` within, full-width too; and every occurrence of `delimiter`.
 * A plain mention without an angle bracket stays.
 */
export function neutraliseMarkers(text: string, delimiter: string): string {
  const plain = text.split(delimiter).join(removed);
  if (!mayHoldMarker(plain)) return plain;
  let result = '';
  let kept = 0;
  for (let at = 0; at < plain.length; at++) {
    const end = markerEnd(plain, at);
    if (end === undefined) continue;
    result += plain.slice(kept, at) + removed;
    kept = end;
    at = end - 1;
  }
  return result + plain.slice(kept);
}

const mayHoldMarker = (text: string): boolean => /[<‹〈⟨❮≺˂〈＜﹤&]/u.test(text);

/** Where a marker that begins at `start` ends, its closing bracket included; undefined where none begins. */
function markerEnd(text: string, start: number): number | undefined {
  let at = start + openingLength(text, start);
  if (at === start) return undefined;
  let matched = 0;
  while (matched < name.length) {
    const point = pointAt(text, at);
    if (point === undefined) return undefined;
    const folded = fold(point);
    if (folded !== '' && name.startsWith(folded, matched)) matched += folded.length;
    else if (openingLength(text, at) > 0 || !skipped.test(point)) return undefined;
    at += point.length;
  }
  const rest = /^[^<>\n]{0,200}?>/.exec(text.slice(at, at + 201));
  return at + (rest?.[0].length ?? 0);
}

function openingLength(text: string, at: number): number {
  const point = pointAt(text, at);
  if (point === undefined) return 0;
  if (point === '&') return entity.exec(text.slice(at, at + 12))?.[0].length ?? 0;
  return opening.has(point.normalize('NFKC')) || opening.has(point) ? point.length : 0;
}

const fold = (point: string): string =>
  point
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

function pointAt(text: string, at: number): string | undefined {
  const code = text.codePointAt(at);
  return code === undefined ? undefined : String.fromCodePoint(code);
}
