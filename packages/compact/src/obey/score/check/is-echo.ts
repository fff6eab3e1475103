import type { Transcript } from '../../../model/transcript.js';

const fewest = 4;
const shortest = 20;

/**
 * Whether a response is no answer but its material poured out: it holds all of a rendered artifact of some length, or
 * half of the conversation's turns or more, word for word.
 */
export function isEcho(response: string, source: Transcript, rendered: string): boolean {
  if (rendered.length >= 300 && response.length >= rendered.length && response.includes(rendered.trim())) return true;
  const turns = source.turns.filter(({ content }) => content.length >= shortest);
  const length = turns.reduce((sum, { content }) => sum + content.length, 0);
  if (turns.length < fewest || response.length * 3 < length) return false;
  return turns.filter(({ content }) => response.includes(content)).length * 2 >= turns.length;
}
