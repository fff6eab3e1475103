import type { Unit } from './units.js';

/** One word, number, date or mark of a folded text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'date' | 'time' | 'mark' | 'line';
  /** Where it stands in the folded text. */
  readonly start: number;
  readonly end: number;
  /** Lower case without accents; of a mark the character itself; of a line break what opens the line: `#`, `-`, `|` or nothing. */
  readonly word: string;
  /** Whether it hangs on the token before it by a hyphen, slash, point or underscore. */
  readonly glued: boolean;
  /** Of a number: what it can mean, likeliest first. */
  readonly numbers?: readonly number[];
  readonly unit?: Unit;
  /** Of a date: its key; of a time of day: `HHMM`. */
  readonly key?: string;
  /** Whether the word begins with a capital letter. */
  readonly capital?: boolean;
}
