import { englishNumber, frenchNumber, germanNumber, scaleWords } from './number-words.js';
import type { Token } from './token.js';
import { isMoney, type Unit, unitOf } from './units.js';

/** Reads number words, scales (`k`, `million`), currencies and units around numbers. */
export function mergeNumbers(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    const found = token === undefined ? undefined : numberAt(tokens, index);
    if (token === undefined) break;
    if (found === undefined) {
      merged.push(token);
      index += 1;
      continue;
    }
    let next = found.next;
    let numbers = found.numbers;
    const fraction = fractionAt(tokens, next);
    if (fraction !== undefined) {
      numbers = numbers.map((value) => value + fraction.value);
      next = fraction.next;
    }
    const scale = scaleAt(tokens, next);
    if (scale !== undefined) {
      numbers = numbers.map((value) => clean(value * scale));
      next += 1;
    }
    const { unit, skipped } = unitAround(tokens, next, merged);
    if (takeMinus(merged, token.start)) numbers = numbers.map((value) => -value);
    const last = tokens[next + skipped - 1] ?? token;
    const word = found.words === 1 && scale === undefined ? token.word : String(numbers[0]);
    merged.push({
      ...{ kind: 'number', start: token.start, end: last.end, word, glued: token.glued, numbers },
      ...(unit === undefined ? {} : { unit }),
    });
    index = next + skipped;
  }
  return merged;
}

/** Multiplication may leave 1249999.9999999998; fifteen digits are what was written. */
const clean = (value: number): number => Number(value.toPrecision(15));

type Found = { readonly numbers: readonly number[]; readonly next: number; readonly words: number } | undefined;

function numberAt(tokens: readonly Token[], start: number): Found {
  const token = tokens[start];
  if (token?.kind === 'number') return { numbers: token.numbers ?? [], next: start + 1, words: 1 };
  if (token?.kind !== 'word') return undefined;
  return partAt(tokens, start) ?? englishAt(tokens, start) ?? frenchAt(tokens, start) ?? germanAt(token, start);
}

function germanAt(token: Token, start: number): Found {
  const value = germanNumber(token.word);
  return value === undefined ? undefined : { numbers: [value], next: start + 1, words: 1 };
}

function frenchAt(tokens: readonly Token[], start: number): Found {
  let best: Found;
  let text = '';
  for (let next = start; next < start + 4; next += 1) {
    const token = tokens[next];
    if (token?.kind !== 'word' || (next > start && !token.glued)) break;
    text = next === start ? token.word : `${text}-${token.word}`;
    const value = frenchNumber(text);
    if (value !== undefined) best = { numbers: [value], next: next + 1, words: next - start + 1 };
  }
  return best;
}

function englishAt(tokens: readonly Token[], start: number): Found {
  let total = 0;
  let group = 0;
  let next = start;
  let words = 0;
  let lastAdd = Number.POSITIVE_INFINITY;
  for (; next < start + 16; next += 1) {
    const token = tokens[next];
    if (token?.kind !== 'word') break;
    if (token.word === 'and' && words > 0 && englishNumber(tokens[next + 1]?.word ?? '') !== undefined && group >= 100)
      continue;
    const number = englishNumber(token.word);
    const scale = number === undefined && words > 0 && token.word.length > 2 ? scaleWords.get(token.word) : undefined;
    if (number !== undefined && 'add' in number) {
      if (!fits(lastAdd, number.add)) break;
      group += number.add;
      lastAdd = number.add;
    } else if (number !== undefined && words > 0) {
      group *= number.times;
      lastAdd = Number.POSITIVE_INFINITY;
    } else if (scale !== undefined && scale >= 1000) {
      total += group * scale;
      group = 0;
      lastAdd = Number.POSITIVE_INFINITY;
    } else break;
    words += 1;
  }
  // A lone "one" is more often a pronoun than a number.
  if (words === 0 || (words === 1 && tokens[start]?.word === 'one' && fractionAt(tokens, next) === undefined))
    return undefined;
  return { numbers: [total + group], next, words };
}

/** After a ten comes a unit, after a hundred anything below it; "five ten" are two numbers. */
const fits = (before: number, value: number): boolean =>
  before === Number.POSITIVE_INFINITY || (before >= 20 && before < 100 && before % 10 === 0 && value > 0 && value < 10);

/** "… and a half", "… and three quarters" behind a number. */
function fractionAt(
  tokens: readonly Token[],
  next: number,
): { readonly value: number; readonly next: number } | undefined {
  if (tokens[next]?.word !== 'and') return undefined;
  const [many, part] = [tokens[next + 1]?.word, tokens[next + 2]?.word];
  if (many === 'a' && part === 'half') return { value: 0.5, next: next + 3 };
  if ((many === 'a' || many === 'one') && part === 'quarter') return { value: 0.25, next: next + 3 };
  return many === 'three' && part === 'quarters' ? { value: 0.75, next: next + 3 } : undefined;
}

/** "Half a million", "a quarter of a million". */
function partAt(tokens: readonly Token[], start: number): Found {
  const word = (offset: number): string => tokens[start + offset]?.word ?? '';
  const scale = (offset: number): number | undefined => {
    const found = scaleAt(tokens, start + offset);
    return found !== undefined && word(offset).length > 2 ? found : undefined;
  };
  const made = (value: number, length: number): Found => ({ numbers: [value], next: start + length, words: 2 });
  if (word(0) === 'half' && word(1) === 'a') {
    const whole = scale(2);
    return whole === undefined ? undefined : made(whole / 2, 3);
  }
  if (word(0) === 'quarter' && word(1) === 'of' && word(2) === 'a') {
    const whole = scale(3);
    return whole === undefined ? undefined : made(whole / 4, 4);
  }
  return undefined;
}

function scaleAt(tokens: readonly Token[], next: number): number | undefined {
  const token = tokens[next];
  return token?.kind === 'word' ? scaleWords.get(token.word) : undefined;
}

/** Whether a minus stands before the number; it is taken out of what was merged. */
function takeMinus(merged: Token[], start: number): boolean {
  const sign = merged.at(-1);
  const before = merged.at(-2);
  if (sign?.word !== 'minus') {
    if (sign?.kind !== 'mark' || sign.word !== '-' || sign.end !== start) return false;
    if (before !== undefined && before.end === sign.start && before.kind !== 'line' && before.word !== '(')
      return false;
  }
  merged.pop();
  return true;
}

function unitAround(
  tokens: readonly Token[],
  next: number,
  merged: Token[],
): { readonly unit: Unit | undefined; readonly skipped: number } {
  const after = tokens[next]?.word ?? '';
  const perCent = after === 'per' && tokens[next + 1]?.word === 'cent';
  const unit = perCent ? unitOf('%') : unitOf(after);
  if (unit !== undefined) return { unit, skipped: perCent ? 2 : 1 };
  const before = merged.at(-1);
  const money = before === undefined ? undefined : unitOf(before.word);
  if (money !== undefined && isMoney(money)) {
    merged.pop();
    return { unit: money, skipped: 0 };
  }
  return { unit: undefined, skipped: 0 };
}
