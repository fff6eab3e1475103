import { ObeyError } from '@obey/schema';
import { trim, trimEnd } from '../score/whitespace.js';

const reasoningTags = ['think', 'thinking', 'reasoning'] as const;
const strayTag = /<\/?(?:think|thinking|reasoning)>/gi;

/** Strips a code fence around a whole reply: three backticks, a language, the first line end, three backticks at the end. */
export function withoutCodeFence(reply: string): string {
  const text = trim(reply);
  if (!text.startsWith('```')) return text;
  let rest = text.slice(3);
  if (rest.slice(0, 4).toLowerCase() === 'json') rest = rest.slice(4);
  const line = rest.indexOf('\n');
  if (line !== -1) rest = rest.slice(line + 1);
  const right = trimEnd(rest);
  return trim(right.endsWith('```') ? right.slice(0, -3) : rest);
}

/**
 * Drops spans of reasoning, each from an opening tag to the next closing one, as the profile 2.0.0 does.
 * @throws ObeyError `solve-failed` when a span is never closed
 */
export function withoutReasoning(reply: string): string {
  return reasoningTags.reduce((text, tag) => {
    const { kept, unclosed } = withoutSpans(text, text, tag);
    if (unclosed) throw new ObeyError('solve-failed', `the reply opens <${tag}> and never closes it`);
    return kept;
  }, reply);
}

/** Drops spans of reasoning in any case, and tags that have no partner. */
export const withoutAnyReasoning = (reply: string): string =>
  reasoningTags.reduce((text, tag) => withoutSpans(text, asciiLower(text), tag).kept, reply).replace(strayTag, '');

const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** `text` without its spans of a tag, which are looked for in `searched`, a text of the same length. */
function withoutSpans(text: string, searched: string, tag: string): { kept: string; unclosed: boolean } {
  const [open, close] = [`<${tag}>`, `</${tag}>`];
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = searched.indexOf(open, at);
    const end = start === -1 ? -1 : searched.indexOf(close, start);
    if (end === -1) return { kept: kept.join('') + text.slice(at), unclosed: start !== -1 };
    kept.push(text.slice(at, start));
    at = end + close.length;
  }
}

/** The spans of balanced braces in a text, from the left; braces in strings do not count. At most `most` openings are tried. */
export function braceSpans(text: string, most: number): string[] {
  const spans: string[] = [];
  let start = text.indexOf('{');
  for (let tried = 0; tried < most && start !== -1; tried++) {
    const end = spanEnd(text, start);
    if (end !== undefined) spans.push(text.slice(start, end));
    start = text.indexOf('{', end ?? start + 1);
  }
  return spans;
}

function spanEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
