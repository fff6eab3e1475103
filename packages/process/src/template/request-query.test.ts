import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../expression/parse-expression.js';
import { createTemplate } from './create-template.js';
import { canonicalTarget, captureTarget, isTarget } from './request-query.js';
import { splitTemplate } from './split-template.js';

function template(source: string) {
  const split = splitTemplate(source);
  if (!Array.isArray(split)) throw new Error(split.message);
  const parts = split.map((part) => {
    if (part.type === 'text') return part.text;
    const expression = parseExpression(part.source);
    return { ...expression, evaluateSync: expression.evaluateSync ?? (() => undefined) };
  });
  return createTemplate({ source, at: { line: 1, column: 1 }, parts });
}

describe('a path with a query', () => {
  it('has one spelling, whatever the order and the escapes of its parameters', () => {
    expect(canonicalTarget('/cities?page=2&country=a%20b')).toBe('/cities?country=a%20b&page=2');
    expect(canonicalTarget('/cities?country=a+b&page=2')).toBe('/cities?country=a%20b&page=2');
    expect(canonicalTarget('/cities?')).toBe('/cities');
    expect(canonicalTarget('/cities?all')).toBe('/cities?all=');
    const pairs = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { maxLength: 5 });
    fc.assert(
      fc.property(pairs, fc.integer(), (list, shift) => {
        const spelt = (some: [string, string][]) =>
          `/x?${some.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`;
        const turned = list.map((_, index) => list[(index + Math.abs(shift % list.length)) % list.length] ?? ['', '']);
        expect(canonicalTarget(spelt(turned as [string, string][]))).toBe(canonicalTarget(spelt(list)));
        expect(canonicalTarget(canonicalTarget(spelt(list)))).toBe(canonicalTarget(spelt(list)));
      }),
    );
  });

  it('demands exactly its parameters, in any order', () => {
    const asked = '/cities?country=a&page=2';
    expect(isTarget(asked, { path: '/cities', query: 'page=2&country=a' })).toBe(true);
    for (const query of [undefined, '', 'country=a', 'country=a&page=1', 'country=a&page=2&page=3', 'page=2'])
      expect(isTarget(asked, { path: '/cities', query }), query).toBe(false);
    expect(isTarget(asked, { path: '/towns', query: 'country=a&page=2' })).toBe(false);
  });

  it('leaves the query open where none is asked', () => {
    expect(isTarget('/cities', { path: '/cities', query: 'page=2' })).toBe(true);
    expect(isTarget('/cities', { path: '/cities' })).toBe(true);
  });

  it('is read backwards in any order', () => {
    const path = template('/cities?country={country.id}&page=2');
    expect(captureTarget(path, { path: '/cities', query: 'page=2&country=al' })).toEqual({ 'country.id': 'al' });
    expect(captureTarget(path, { path: '/cities', query: 'page=3&country=al' })).toBeNull();
    expect(captureTarget(path, { path: '/cities', query: 'country=al' })).toBeNull();
    expect(captureTarget(path, { path: '/cities', query: 'country=al&page=2&more=1' })).toBeNull();
    expect(captureTarget(template('/a/{x}'), { path: '/a/b', query: 'page=3' })).toEqual({ x: 'b' });
  });
});
