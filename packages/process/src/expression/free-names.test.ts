import { expect, it } from 'vitest';
import { analyzeExpression } from './analyze-expression.js';

it.each<[source: string, names: string[], functions?: string[]]>([
  ['a.b.c', ['a']],
  ['a[b = c].d', ['a']],
  ['a[b = $c.d]', ['a', 'c']],
  ['a.(b + $c)', ['a', 'c']],
  ['a & $a', ['a']],
  ['$map(a, function($v, $i) { $v.x + $i + $w })', ['a', 'w'], ['map']],
  ['($x := a; $y := $x.b; $y + c)', ['a', 'c']],
  ['($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(a))', ['a']],
  ['($x := 1; $x) + $x', ['x']],
  ['a{key: $sum(n)}', ['a'], ['sum']],
  ['a^(>n, <$m.k)', ['a', 'm']],
  ['{ "x": a, b: $c }', ['a', 'b', 'c']],
  ['[a, [b]]', ['a', 'b']],
  ['a ? b : c', ['a', 'b', 'c']],
  ['a ~> $map($string)', ['a'], ['map', 'string']],
  ['a@$x.b[c = $x.d]', ['a']],
  ['a#$i[$i < 3]', ['a']],
  ['a ~> |b|{"c": d, "e": $f}|', ['a', 'f']],
  ['$contains(a, /b/)', ['a'], ['contains']],
  ['`a b`.c + "d"', ['a b']],
  ['$filter(a, $f)', ['a', 'f'], ['filter']],
])('names in %s', (source, names, functions = []) => {
  const analysis = analyzeExpression(source, () => false);
  if (!('ast' in analysis)) throw new Error(analysis.message);
  expect([...analysis.names.keys()].sort()).toEqual([...names].sort());
  expect([...analysis.functions.keys()].sort()).toEqual([...functions].sort());
  expect(analysis.problems).toEqual([]);
  for (const [name, offsets] of analysis.names) {
    for (const offset of offsets) expect(source.slice(offset).replace(/^[$`]/, '')).toMatch(new RegExp(`^${name}`));
  }
});
