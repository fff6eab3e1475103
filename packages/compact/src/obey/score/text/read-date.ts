const monthNames: readonly string[] = [
  'january jan januar janner janvier janv',
  'february feb februar fevrier fevr',
  'march mar marz mrz mars',
  'april apr avril avr',
  'may mai',
  'june jun juni juin',
  'july jul juli juillet juil',
  'august aug aout',
  'september sep sept septembre',
  'october oct oktober okt octobre',
  'november nov novembre',
  'december dec dezember dez decembre',
];
const months = new Map<string, number>();
for (const [index, names] of monthNames.entries()) for (const name of names.split(' ')) months.set(name, index + 1);

/** The month (1–12) that a folded word names. */
export const monthOf = (word: string): number | undefined => months.get(word);

const ordinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const germanOrdinals =
  'ersten zweiten dritten vierten funften sechsten siebten achten neunten zehnten elften zwolften dreizehnten vierzehnten funfzehnten sechzehnten siebzehnten achtzehnten neunzehnten zwanzigsten'.split(
    ' ',
  );
const ordinals = new Map<string, number>([['thirtieth', 30]]);
for (const list of [ordinalWords, germanOrdinals])
  list.forEach((word, index) => {
    ordinals.set(word, index + 1);
  });

/** The day of the month that an ordinal word names, up to the twentieth. */
export const ordinalOf = (word: string): number | undefined => ordinals.get(word);

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (value: number): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD`, or `--MM-DD` without a year; undefined where no calendar has the day. */
export function dateKey(year: number | undefined, month: number, day: number): string | undefined {
  const last = days[month - 1];
  if (last === undefined || day < 1 || day > last) return undefined;
  return `${year === undefined ? '-' : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const written: readonly (readonly [RegExp, (parts: readonly number[]) => string | undefined])[] = [
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/y, ([y, m, d]) => dateKey(y, m ?? 0, d ?? 0)],
  [/(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/y, ([d, m, y]) => dateKey(y, m ?? 0, d ?? 0)],
  [/(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/y, ([a, b, y]) => slashed(a ?? 0, b ?? 0, y)],
];

/** Read as month/day or day/month where only one of them is possible, or both are the same day. */
function slashed(a: number, b: number, year: number | undefined): string | undefined {
  if (a > 12) return dateKey(year, b, a);
  return b > 12 || a === b ? dateKey(year, a, b) : undefined;
}

/** A date in digits at a place of a text: its key and its length. */
export function readDate(text: string, at: number): { readonly key: string; readonly length: number } | undefined {
  for (const [pattern, read] of written) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const key = match === null ? undefined : read(match.slice(1).map(Number));
    if (match !== null && key !== undefined) return { key, length: match[0].length };
  }
  return undefined;
}
