import type { ReadAnswer } from '../mention/analyse-value.js';

const short = 40;

/** Whether an answer is empty, or short and speaks of not knowing or of refusing to answer. */
export function saysNothing({ text }: ReadAnswer): boolean {
  const words = text.tokens.filter(({ kind }) => kind !== 'mark' && kind !== 'line').length;
  if (words === 0) return true;
  if (words > short) return false;
  return text.cues.some(({ kind }) => kind === 'unknown') || (text.cues[0]?.kind === 'refuse' && words < 20);
}
