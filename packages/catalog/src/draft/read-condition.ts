/** A condition on a field of what a step yields. */
export interface Condition {
  readonly field: string;
  /** What follows the field in the expression: `> 5`. */
  readonly test: string;
  /** Whether the prose said it in words that could be read. */
  readonly isRead: boolean;
}

const comparisons: readonly (readonly [RegExp, string])[] = [
  [/\b(?:at least|no less than|not below)\b/i, '>='],
  [/\b(?:at most|no more than|not above|up to)\b/i, '<='],
  [/\b(?:more than|above|over|greater than|exceeds?|beyond|higher than|larger than)\b/i, '>'],
  [/\b(?:less than|below|under|fewer than|lower than|smaller than)\b/i, '<'],
];

/** A condition in words: `its total is more than 1,000`, `the error rate exceeds 5 %`. Other words become a yes or no. */
export function readCondition(words: string, isNegated: boolean): Condition {
  for (const [pattern, operator] of comparisons) {
    const found = pattern.exec(words);
    const number = found === null ? null : /(\d[\d,]*(?:\.\d+)?)\s*(%|per ?cent)?/i.exec(words.slice(found.index));
    if (found === null || number === null) continue;
    const value = Number((number[1] ?? '').replaceAll(',', ''));
    const bound = number[2] === undefined ? value : Math.round(value * 1e6) / 1e8;
    const test = `${isNegated ? opposite[operator] : operator} ${bound}`;
    return { field: fieldIn(words.slice(0, found.index)), test, isRead: true };
  }
  return { field: camelCase(contentWords(words).slice(0, 3)) || 'holds', test: `= ${!isNegated}`, isRead: false };
}

const opposite: Readonly<Record<string, string>> = { '>': '<=', '<': '>=', '>=': '<', '<=': '>' };

/** The last noun before the comparison, near enough. */
const fieldIn = (words: string): string => camelCase(contentWords(words).slice(-2)) || 'value';

const empty = new Set(
  'get post put patch delete a an the it its is are was be been has have had if only that this there of in for to by with than and or not no any'.split(
    ' ',
  ),
);

const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => !empty.has(word));

/** Words as one camelCase name. */
export const camelCase = (words: readonly string[]): string =>
  words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');

/** A short camelCase name for what a sentence asks for, such as a step. */
export const nameOf = (text: string): string =>
  camelCase(contentWords(text.replaceAll(/`[^`]*`|\S*[/<>{}]\S*|\S+\.[a-z]{2,4}\b/g, ' ')).slice(0, 2));
