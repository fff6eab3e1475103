import { collapse, trim } from './whitespace.js';

/**
 * A text as the reference compares it: trimmed, lower-cased by full Unicode rules (final sigma too), each run of white
 * space one blank. No punctuation folding, no compatibility forms, no stemming.
 */
export const normalise = (text: string): string => collapse(trim(text).toLowerCase());
