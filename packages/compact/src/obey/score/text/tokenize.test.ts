import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { germanNumber } from './number-words.js';
import { tokenize } from './tokenize.js';

const numbers = (text: string) =>
  tokenize(text)
    .tokens.filter(({ kind }) => kind === 'number')
    .map((token) => [token.numbers?.[0], token.unit?.dimension]);
const dates = (text: string) =>
  tokenize(text)
    .tokens.filter(({ kind }) => kind === 'date')
    .map(({ key }) => key);
const words = (text: string) =>
  tokenize(text)
    .tokens.filter(({ kind }) => kind === 'word')
    .map(({ word }) => word);

describe('numbers', () => {
  it.each([
    ['$4,500', 4500, 'dollar'],
    ['US$ 4,500.00', 4500, 'dollar'],
    ['4.500,00 €', 4500, 'euro'],
    ["4'500 CHF", 4500, 'franc'],
    ['4 500', 4500, undefined],
    ['12,34,567', 1234567, undefined],
    ['1.250.000', 1250000, undefined],
    ['4.5k', 4500, undefined],
    ['$1.25M', 1250000, 'dollar'],
    ['1.25 million', 1250000, undefined],
    ['12,5k', 12500, undefined],
    ['15%', 15, 'percent'],
    ['fifteen per cent', 15, 'percent'],
    ['forty-two', 42, undefined],
    ['two hundred and fifty milliseconds', 250, 'time'],
    ['four thousand five hundred dollars', 4500, 'dollar'],
    ['twelve hundred and fifty', 1250, undefined],
    ['zwölftausendfünfhundert Euro', 12500, 'euro'],
    ['quatre-vingt-dix-sept', 97, undefined],
    ['soixante-et-onze', 71, undefined],
    ['-5 degrees', -5, undefined],
    ['minus 5', -5, undefined],
    ['250ms', 250, 'time'],
    ['0.25 s', 0.25, 'time'],
  ])('reads %j', (text, value, unit) => {
    expect(numbers(text)).toEqual([[value, unit]]);
  });

  it('reads both meanings of a lone group of three', () => {
    expect(tokenize('1.250').tokens.at(-1)?.numbers).toEqual([1.25, 1250]);
    expect(tokenize('1,250').tokens.at(-1)?.numbers).toEqual([1250, 1.25]);
  });

  it.each(['SKU-48210', 'v1.2.3', 'p95', 'one of us', 'QT4821'])('finds no number in %j', (text) => {
    expect(numbers(text)).toEqual([]);
  });

  it('reads a range as two numbers', () => {
    expect(numbers('5-10')).toEqual([
      [5, undefined],
      [10, undefined],
    ]);
  });

  it('reads every German number word up to a hundred', () => {
    expect(['eins', 'zwolf', 'siebzehn', 'einundzwanzig', 'neunundneunzig', 'hundert'].map(germanNumber)).toEqual([
      1, 12, 17, 21, 99, 100,
    ]);
  });

  it('reads every number with English separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (value) => {
        const text = String(value).replace(/\B(?=(\d{3})+$)/g, ',');
        expect(numbers(`It is ${text} in all.`)).toEqual([[value, undefined]]);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    '2025-03-03',
    'March 3, 2025',
    '3 March 2025',
    '3rd of March, 2025',
    'Mar. 3rd, 2025',
    '03 Mar 2025',
    '3.3.2025',
    '3. März 2025',
    '3 mars 2025',
    '2025/03/03',
  ])('reads %j', (text) => {
    expect(dates(`It is on ${text}.`)).toEqual(['2025-03-03']);
  });

  it.each([
    ['12/25/2025', '2025-12-25'],
    ['25/12/2025', '2025-12-25'],
    ['am siebzehnten Mai 2025', '2025-05-17'],
    ["Nov. 9, '26", '2026-11-09'],
    ['March 3', '--03-03'],
  ])('reads %j', (text, key) => {
    expect(dates(text)).toEqual([key]);
  });

  it.each(['03/04/2025', '2025-13-01', '31.2.2025', 'you may 3 times', 'the mars 2 probe'])(
    'reads no date in %j',
    (text) => {
      expect(dates(text)).toEqual([]);
    },
  );
});

describe('words', () => {
  it('expands contractions and keeps apart what hangs together', () => {
    expect(words("Don't they've can't it's Priya's n'est")).toEqual(
      'do not they have can not it is priya ne est'.split(' '),
    );
    expect(words('src/billing/invoice.ts')).toEqual(['src', 'billing', 'invoice', 'ts']);
    expect(words('call eval() now')).toEqual(['call', 'eval', 'now']);
  });

  it('reads times of day', () => {
    const times = (text: string) => tokenize(text).tokens.flatMap(({ kind, key }) => (kind === 'time' ? [key] : []));
    expect([...times('22:00'), ...times('10 pm'), ...times('10:30 a.m.'), ...times('12 am')]).toEqual([
      '2200',
      '2200',
      '1030',
      '0000',
    ]);
  });
});
