import { ObeyError } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../expression/parse-expression.js';
import { createTemplate } from './create-template.js';
import { splitTemplate } from './split-template.js';

const at = { line: 1, column: 1 };

function template(source: string, wildcard = false) {
  const split = splitTemplate(source);
  if (!Array.isArray(split)) throw new Error(split.message);
  const parts = split.map((part) => {
    if (part.type === 'text') return part.text;
    const expression = parseExpression(part.source);
    return { ...expression, evaluateSync: expression.evaluateSync ?? (() => undefined) };
  });
  return createTemplate({ source, at, parts, wildcard });
}

describe('splitTemplate', () => {
  it('splits at holes, in which braces and quotes nest', () => {
    expect(splitTemplate('a/{b.c}/{ d & "}" }.txt')).toEqual([
      { type: 'text', text: 'a/' },
      { type: 'hole', source: 'b.c', offset: 3 },
      { type: 'text', text: '/' },
      { type: 'hole', source: 'd & "}"', offset: 10 },
      { type: 'text', text: '.txt' },
    ]);
    expect(splitTemplate('{ {"a": 1}.a }')).toEqual([{ type: 'hole', source: '{"a": 1}.a', offset: 2 }]);
  });

  it('takes doubled braces as they are', () => {
    expect(splitTemplate('{{x}} {y}')).toEqual([
      { type: 'text', text: '{x} ' },
      { type: 'hole', source: 'y', offset: 7 },
    ]);
  });

  it.each([
    ['a{b', 'a `{` without its `}`', 1],
    ['ab}', 'a `}` without its `{`', 2],
    ['a{ }', 'an empty hole `{}`', 1],
  ])('refuses %s', (source, message, offset) => {
    expect(splitTemplate(source)).toEqual({ message, offset });
  });
});

describe('createTemplate', () => {
  it('fills its holes', () => {
    const { fill, names, holes } = template('work/{state.slug}-{n}.{$state.done}.json');
    expect(fill({ state: { slug: 'ohio', done: true }, n: 3 })).toBe('work/ohio-3.true.json');
    expect([[...names], holes]).toEqual([
      ['state', 'n'],
      ['state.slug', 'n', '$state.done'],
    ]);
  });

  it.each([
    [{}, '{state.slug} in `a/{state.slug}` is nothing where text or a number was due'],
    [{ state: { slug: '' } }, '{state.slug} in `a/{state.slug}` is nothing where text or a number was due'],
    [{ state: { slug: ['x', 'y'] } }, '{state.slug} in `a/{state.slug}` is a list where text or a number was due'],
    [{ state: { slug: {} } }, '{state.slug} in `a/{state.slug}` is an object where text or a number was due'],
  ])('refuses a hole without text: %j', (scope, message) => {
    const error = (() => {
      try {
        template('a/{state.slug}').fill(scope);
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    })();
    expect(ObeyError.isInstance(error) && [error.code, error.message]).toEqual(['expression-failed', message]);
  });

  it('reads a text backwards; no hole spans a slash', () => {
    const { capture } = template('work/{state.slug}.json');
    expect(capture('work/ohio.json')).toEqual({ 'state.slug': 'ohio' });
    for (const other of ['work/a/b.json', 'work/.json', 'xwork/ohio.json', 'work/ohio.json.tmp', 'work/ohio_json']) {
      expect(capture(other)).toBeNull();
    }
  });

  it('wants one value where one hole stands twice', () => {
    const { capture } = template('{a}/{b}/{a}.txt');
    expect(capture('x/y/x.txt')).toEqual({ a: 'x', b: 'y' });
    expect(capture('x/y/z.txt')).toBeNull();
  });

  it('lets `*` stand for any text in commands only', () => {
    expect(template('npm test * -- {id}', true).capture('npm test -w a/b -- 7')).toEqual({ id: '7' });
    expect(template('a*b').capture('axb')).toBeNull();
    expect(template('a*b').capture('a*b')).toEqual({});
  });

  it('captures what it filled, whatever stands in the text and the values', () => {
    const piece = fc.string({ maxLength: 6 }).map((text) => text.replaceAll(/[{}]/g, '#'));
    const value = fc.stringMatching(/^[^/]{1,8}$/);
    fc.assert(
      fc.property(piece, value, piece, (before, a, after) => {
        const { fill, capture } = template(`${before}{x}/${after}{y}`);
        const filled = fill({ x: a, y: 'end' });
        expect(capture(filled)).not.toBeNull();
        const captured = capture(filled) ?? {};
        expect(fill({ x: captured.x, y: captured.y })).toBe(filled);
      }),
    );
  });
});
