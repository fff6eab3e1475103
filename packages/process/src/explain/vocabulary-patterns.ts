import { splitTemplate } from '../template/split-template.js';

/** How people say modes and units. */
export const wordPatterns = {
  parallel: /parallel|simultaneous|concurrent|at once|(at|all) the same time|side by side/i,
  sequential:
    /sequential|one after (the other|another)|one (at a time|by one)|in turn|strictly in order|never (two|more than one) at/i,
  request: /request|fetch/i,
  call: /\bcalls?\b/i,
  agent: /agent/i,
} as const;

const numerals = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
).split(' ');

/** A number as digits, with separators, as a word, as a share in per cent, or as a class of HTTP status. */
export function numberPattern(value: number): RegExp {
  const forms = [digits(value)];
  const numeral = Number.isInteger(value) ? numerals[value] : undefined;
  if (numeral !== undefined) forms.push(`\\b${numeral}\\b`);
  if (value === 1) forms.push('\\bonce\\b');
  if (value === 2) forms.push('\\btwice\\b');
  if (value > 0 && value < 1) {
    const percent = Number((value * 100).toPrecision(12));
    const word = Number.isInteger(percent) ? numerals[percent] : undefined;
    forms.push(
      `${digits(percent)}\\s?(%|per\\s?cent)`,
      ...(word === undefined ? [] : [`\\b${word}\\s(%|per\\s?cent)`]),
    );
  }
  if (value === 400) forms.push('\\b4xx\\b', 'error', 'fail', 'missing');
  if (value === 500) forms.push('\\b5xx\\b', 'server error', 'server’s own error');
  return new RegExp(forms.join('|'), 'i');
}

/** A path with any short text in place of each hole; `*` of a command likewise. */
export function pathPattern(source: string): RegExp {
  const parts = splitTemplate(source);
  const pieces = Array.isArray(parts)
    ? parts.map((part) => (part.type === 'text' ? escaped(part.text) : hole))
    : [escaped(source)];
  // The path of a request may follow a host.
  const before = source.startsWith('/') ? '' : '(?<![\\w/.-])';
  return new RegExp(`${before}${pieces.join('')}(?![\\w/-]|\\.\\w)`);
}

const hole = '(?:<[^<>]{1,60}>|\\{[^{}]{1,60}\\}|[^\\s/`]{1,80}?)';

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('\\*', '.*');
}

function digits(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '[,.  ’]?');
  return `(?<![\\d.])${grouped}${fraction === undefined ? '(?![\\d]|\\.\\d)' : `[.,]${fraction}(?!\\d)`}`;
}
