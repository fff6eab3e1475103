import { ObeyError } from '@obey/schema';
import { trim, trimEnd } from '../score/whitespace.js';

const reasoningTags = ['think', 'thinking', 'reasoning'] as const;

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
  let text = reply;
  for (const tag of reasoningTags) {
    const [open, close] = [`<${tag}>`, `</${tag}>`];
    for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, start)) {
      const end = text.indexOf(close, start);
      if (end === -1) throw new ObeyError('solve-failed', `the reply opens ${open} and never closes it`);
      text = text.slice(0, start) + text.slice(end + close.length);
    }
  }
  return text;
}

const closedReasoning = /<(think|thinking|reasoning)>[\s\S]*?<\/\1>/gi;
const strayTag = /<\/?(?:think|thinking|reasoning)>/gi;

/** Drops spans of reasoning in any case, and tags that have no partner; whatever the reply, it takes linear time. */
export const withoutAnyReasoning = (reply: string): string =>
  reply.length > longestReply ? reply : reply.replace(closedReasoning, '').replace(strayTag, '');

/** A regular expression may look to the end from every tag; nobody writes a reply as long as this. */
const longestReply = 1_000_000;

/** The spans of balanced braces in a text, from the left; braces in strings do not count. At most `most` of them. */
export function braceSpans(text: string, most: number): string[] {
  const spans: string[] = [];
  for (let start = text.indexOf('{'); start !== -1 && spans.length < most; ) {
    const end = spanEnd(text, start);
    if (end === undefined) break;
    spans.push(text.slice(start, end));
    start = text.indexOf('{', end);
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
