import { ObeyError } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../ast.js';
import { parseExpression } from './parse-expression.js';

const at = { line: 3, column: 7 };
const run = (source: string, scope: Scope = {}) => parseExpression(source, { at }).evaluate(scope);

describe('expressions', () => {
  it.each<[source: string, scope: Scope, value: unknown]>([
    [
      '$abs(collect.population - $lookup(census, state.slug)) / $lookup(census, state.slug) > 0.05',
      { collect: { population: 106 }, census: { ohio: 100 }, state: { slug: 'ohio' } },
      true,
    ],
    [
      '$average(values[item.state.region = $region.id].value.population)',
      {
        region: { id: 'w' },
        values: [
          { item: { state: { region: 'w' } }, value: { population: 2 } },
          { item: { state: { region: 'e' } }, value: { population: 9 } },
        ],
      },
      2,
    ],
    ['$exists(run[elapsedSeconds > 10])', { run: [{ elapsedSeconds: 3 }, { elapsedSeconds: 12 }] }, true],
    ['$exists(run[elapsedSeconds > 10])', { run: { elapsedSeconds: 3 } }, false],
    ['$count(one)', { one: { lone: 1 } }, 1],
    ['status in [429, 503]', { status: 503 }, true],
    ['missing.deep[0].more', {}, undefined],
    ['$median([3, 1, 2, 10])', {}, 2.5],
    ['$mode(["b", "a", "a", "b"])', {}, 'b'],
    ['$mode(list.kind)', { list: [{ kind: 'x' }, { kind: 'y' }, { kind: 'y' }] }, 'y'],
    ['$median(none)', {}, undefined],
    // Outside the compiled subset
    ['$map(list, function($v) { $v.n * 2 })', { list: [{ n: 1 }, { n: 2 }] }, [2, 4]],
    ['list^(>n).n', { list: [{ n: 1 }, { n: 2 }] }, [2, 1]],
    [
      'list{kind: $sum(n)}',
      {
        list: [
          { kind: 'a', n: 1 },
          { kind: 'a', n: 2 },
        ],
      },
      { a: 3 },
    ],
    ['$mode($map(list, function($v) { $v.n }))', { list: [{ n: 7 }, { n: 7 }] }, 7],
    ['($total := $sum(list); $total > 2)', { list: [1, 2] }, true],
    ['$join(list ~> $map($uppercase), "-")', { list: ['a', 'b'] }, 'A-B'],
  ])('%s', async (source, scope, value) => {
    expect(await run(source, scope)).toEqual(value);
  });

  it.each<[source: string, scope: Scope, message: string]>([
    ['a - 1', { a: 'many' }, '`a - 1` failed: the left side of `-` is the text "many" where a number was due'],
    ['1 + a', { a: [1, 2] }, '`1 + a` failed: the right side of `+` is a list of 2 where a number was due'],
    ['a > 1', { a: 'x' }, '`a > 1` failed: `>` compares the text "x" with 1; both must be numbers or both text'],
    ['a > 1', { a: null }, '`a > 1` failed: `>` compares null, which is neither a number nor text'],
    ['$sum(a)', { a: ['1'] }, '`$sum(a)` failed: `$sum` does not take a list of 1'],
    ['-a', { a: true }, '`-a` failed: true cannot be negated: a number was due'],
    ['$number(a)', { a: 'x' }, '`$number(a)` failed: the text "x" cannot be read as a number'],
    ['{a: 1}', { a: 5 }, '`{a: 1}` failed: the name of an object’s field is 5 where text was due'],
    [
      '$map(a, function($v) { $v - 1 })',
      { a: ['x'] },
      '`$map(a, function($v) { $v - 1 })` failed: the left side of `-` is the text "x" where a number was due',
    ],
    ['($f := function($n) { 1 + $f($n) }; $f(a))', { a: 1 }, '`($f := function($n) { 1 + $f($n) }; $f(a))` failed: '],
  ])('%s fails on %j', async (source, scope, message) => {
    const error: unknown = await run(source, scope).catch((thrown: unknown) => thrown);
    expect(ObeyError.isInstance(error) && error.code).toBe('expression-failed');
    expect(ObeyError.isInstance(error) && error.message.startsWith(message)).toBe(true);
    expect(ObeyError.isInstance(error) && error.at).toEqual(at);
  });

  it('evaluates synchronously in the subset, and only there', () => {
    expect(parseExpression('a.b > 1 and $count(c) = 2').evaluateSync?.({ a: { b: 2 }, c: [1, 2] })).toBe(true);
    expect(parseExpression('$map(a, function($v) { $v })').evaluateSync).toBeUndefined();
    expect(() => parseExpression('a > 1').evaluateSync?.({ a: 'x' })).toThrow('`a > 1` failed');
  });

  it('reads only its names, own or inherited, and never changes them', async () => {
    const asked: (string | symbol)[] = [];
    const values: Scope = Object.create({ list: [], other: 1 });
    const scope = new Proxy(values, {
      get: (target, name) => {
        asked.push(name);
        return Reflect.get(target, name);
      },
    });
    expect(await parseExpression('list{kind: n}').evaluate(scope)).toEqual({});
    expect([values.list, asked]).toEqual([[], ['list']]);
  });

  it('gives plain lists', async () => {
    const scope = { a: [{ b: 1 }, { b: 2 }] };
    for (const source of ['a.b', '{"x": a.b}', '$map(a, function($v) { $v.b })']) {
      const value = await run(source, scope);
      expect(Object.keys(value as object)).toEqual(Object.keys(JSON.parse(JSON.stringify(value)) as object));
      expect(JSON.stringify(value)).toContain('[1,2]'.slice(1, 3));
    }
  });

  it('tells which names are steps', () => {
    const { names, steps } = parseExpression('collect.n > limit', { names: ['limit'], steps: ['collect', 'other'] });
    expect([[...names], [...steps]]).toEqual([['collect', 'limit'], ['collect']]);
  });
});

describe('ties', () => {
  it.each<[source: string, scope: Scope, tied: boolean | undefined]>([
    ['$abs(a - b) / b > 0.05', { a: 105, b: 100 }, true],
    ['$abs(a - b) / b > 0.05', { a: 105.1, b: 100 }, false],
    ['a > 0.3', { a: 0.1 + 0.2 }, true],
    ['a / b > 5', { a: 10, b: 2 }, true],
    ['a > 3', { a: 3 }, false],
    ['$count(a) > 0', { a: [] }, false],
    ['a = 0.3', { a: 0.1 + 0.2 }, true],
    ['a = 0.3', { a: 0.3 }, false],
    ['a > 0.3 and b', { a: 0.1 + 0.2, b: false }, false],
    ['a > 0.3 or b', { a: 0.1 + 0.2, b: false }, true],
    ['a > 0.3', { a: 'x' }, false],
    ['$exists(a[n > 0.3])', { a: [{ n: 0.1 + 0.2 }, { n: 0 }] }, true],
    ['$exists(a)', {}, undefined],
  ])('%s with %j', (source, scope, tied) => {
    expect(parseExpression(source).tied?.(scope)).toBe(tied);
  });
});

describe('parseExpression', () => {
  it.each([
    ['a +', undefined, '`a +` is no expression: unexpected end of expression'],
    [
      '$now()',
      undefined,
      '`$now` is refused: a process must mean the same whenever it is read; name a fact or what a step yielded',
    ],
    [
      '$eval(a)',
      undefined,
      '`$eval` is refused: a process must mean the same whenever it is read; name a fact or what a step yielded',
    ],
    ['colect.n', ['collect'], 'unknown name `colect`; did you mean `collect`?'],
    ['zzz', ['collect', 'limit'], 'unknown name `zzz`; known here: collect, limit'],
    ['$sum($sum.a)', ['sum'], '`sum` is a function and a name in scope here; write one of them apart'],
    ['*.a', undefined, 'a wildcard over everything in scope; name the fact or step that is meant'],
  ])('refuses %s', (source, names, message) => {
    const error = (() => {
      try {
        parseExpression(source, { at, file: 'x.yaml', ...(names && { names }) });
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    })();
    expect(ObeyError.isInstance(error) && error.line).toBe(`x.yaml:3:7: ${message}`);
  });
});
