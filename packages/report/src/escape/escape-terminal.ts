import { cutText } from './cut-text.js';
import { visibleText } from './visible-text.js';

/**
 * Untrusted text for one line of a terminal: no control byte, no escape sequence, no bidirectional or zero-width
 * character is left. Longer than `max` characters (default 300), it is cut and the cut is stated.
 */
export function escapeTerminal(text: string, { max = 300 }: { max?: number } = {}): string {
  return cutText(visibleText(text), max);
}
