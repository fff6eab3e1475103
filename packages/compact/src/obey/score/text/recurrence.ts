import { foldWord } from './fold-text.js';
import type { Token } from './token.js';

/** How often something happens: days or months between two times, and the tokens that say so. */
export interface Recurrence {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

type Span = readonly ['d' | 'm', number];

const adverbs = new Map<string, Span>([
  ['hourly', ['d', 1 / 24]],
  ['daily', ['d', 1]],
  ['weekly', ['d', 7]],
  ['fortnightly', ['d', 14]],
  ['biweekly', ['d', 14]],
  ['monthly', ['m', 1]],
  ['quarterly', ['m', 3]],
  ['annually', ['m', 12]],
  ['annual', ['m', 12]],
  ['yearly', ['m', 12]],
  ['stundlich', ['d', 1 / 24]],
  ['taglich', ['d', 1]],
  ['wochentlich', ['d', 7]],
  ['monatlich', ['m', 1]],
  ['vierteljahrlich', ['m', 3]],
  ['halbjahrlich', ['m', 6]],
  ['jahrlich', ['m', 12]],
  ['vierzehntaglich', ['d', 14]],
  ['zweiwochentlich', ['d', 14]],
  ['quotidiennement', ['d', 1]],
  ['hebdomadaire', ['d', 7]],
  ['mensuel', ['m', 1]],
  ['mensuellement', ['m', 1]],
  ['annuellement', ['m', 12]],
]);

const units = new Map<string, Span>();
for (const [names, span] of [
  ['hour stunde heure', ['d', 1 / 24]],
  ['day days tag tage jour jours', ['d', 1]],
  ['week weeks woche wochen semaine semaines', ['d', 7]],
  ['fortnight', ['d', 14]],
  ['month months monat monate mois', ['m', 1]],
  ['quarter quartal trimestre', ['m', 3]],
  ['year years jahr jahre an ans annee', ['m', 12]],
] as [string, Span][])
  for (const name of names.split(' ')) units.set(name, span);

const openers = new Set('every each per once jede jeden jedes pro alle einmal chaque par toutes tous'.split(' '));
const times = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
  ['einmal', 1],
  ['zweimal', 2],
]);
const fillers = new Set('a an per every each in im pro par the les le la'.split(' '));
const second = new Map([
  ['other', 2],
  ['second', 2],
  ['third', 3],
  ['zweite', 2],
  ['zweiten', 2],
]);

/** Whether a word can begin to say how often something happens. */
export const mayRecur = (word: string): boolean => adverbs.has(word) || openers.has(word) || times.has(word);

/** Every recurrence that a text's tokens name: "every two weeks", "fortnightly" and "every other week" have one key. */
export function findRecurrences(tokens: readonly Token[]): Recurrence[] {
  const found: Recurrence[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const one = recurrenceAt(tokens, index);
    if (one === undefined) continue;
    found.push(one);
    index = one.end - 1;
  }
  return found;
}

function recurrenceAt(tokens: readonly Token[], start: number): Recurrence | undefined {
  const token = tokens[start];
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) return undefined;
  const adverb = token.kind === 'word' ? adverbs.get(token.word) : undefined;
  if (adverb !== undefined) return { key: keyOf(adverb, 1, 1), start, end: start + 1 };
  const count = token.kind === 'number' ? timesOf(tokens, start) : times.get(token.word);
  if (count === undefined && !openers.has(token.word)) return undefined;
  let next = token.kind === 'number' ? start + 2 : start + 1;
  let filled = openers.has(token.word) && token.word !== 'once' && token.word !== 'einmal';
  while (fillers.has(tokens[next]?.word ?? '')) {
    next += 1;
    filled = true;
  }
  if (!filled) return undefined;
  const every = second.get(tokens[next]?.word ?? '');
  const unit = spanAt(tokens[every === undefined ? next : next + 1]);
  if (unit === undefined) return undefined;
  return { key: keyOf(unit, every ?? 1, count ?? 1), start, end: every === undefined ? next + 1 : next + 2 };
}

/** "Three times": the number before the word. */
function timesOf(tokens: readonly Token[], index: number): number | undefined {
  const next = tokens[index + 1]?.word;
  return next === 'times' || next === 'mal' || next === 'fois' ? tokens[index]?.numbers?.[0] : undefined;
}

function spanAt(token: Token | undefined): Span | undefined {
  if (token === undefined) return undefined;
  if (token.kind === 'word') return units.get(foldWord(token.word));
  const count = token.numbers?.[0];
  if (token.kind !== 'number' || count === undefined || token.unit === undefined) return undefined;
  if (token.unit.dimension === 'time') return ['d', (count * token.unit.factor) / 8.64e7];
  return token.unit.dimension === 'span' ? ['m', count * token.unit.factor] : undefined;
}

const keyOf = ([kind, length]: Span, every: number, count: number): string =>
  `~${kind}${Number(((length * every) / count).toPrecision(6))}`;
