import fc from 'fast-check';

const names = ['a', 'b', 'list', 'rows', 'nested'] as const;
const fields = ['a', 'b', 'c', 'key', 'n'] as const;

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 6 }) },
  { weight: 2, arbitrary: fc.constantFrom(0.05, -0.5, 1.5, 2.5, 1e21, 0.1 + 0.2) },
  { weight: 3, arbitrary: fc.constantFrom('', 'x', 'y', 'many', '7', '-1.5', '0x1f', 'Ünï𝄞') },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant(null) },
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 4 }),
  ),
}));

/** Rows with a key, some without, some repeated: what filters are for. */
const rows = fc.array(fc.record({ key: scalar, n: fc.oneof(scalar, fc.integer()), a: value }, { requiredKeys: [] }), {
  maxLength: 14,
});

/** Values by name; names may be missing, and lists may stand where single values were due. */
export const jsonScope: fc.Arbitrary<Record<string, unknown>> = fc
  .record({ a: value, b: value, list: fc.array(scalar, { maxLength: 5 }), rows, nested: value }, { requiredKeys: [] })
  .map((scope) => JSON.parse(JSON.stringify(scope)) as Record<string, unknown>);

const literal = fc.oneof(
  fc.constantFrom('0', '1', '2', '-1', '0.05', '500', '"x"', '"y"', '"many"', '""', 'true', 'false', 'null'),
  fc.constantFrom('"key"', '"n"', '"a"'),
);
const oneArgument = [
  'abs',
  'exists',
  'count',
  'sum',
  'average',
  'min',
  'max',
  'not',
  'string',
  'number',
  'length',
  'lowercase',
  'uppercase',
  'round',
  'floor',
  'ceil',
  'boolean',
  'distinct',
  'mode',
  'median',
];
const twoArguments = ['lookup', 'contains', 'round'];
const operators = ['=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'and', 'or', '&', 'in'];

// A type and not an interface: only types are assignable to records.
type Parts = { inner: string; root: string };

/** Sources in which the root is the scope (`root`) or the element of a list (`inner`). */
const grammar = fc.letrec<Parts>((tie) => ({
  inner: expressionOf(tie('inner'), tie('inner'), fc.oneof(fc.constantFrom(...fields, '$'), variable())),
  root: expressionOf(tie('root'), tie('inner'), fc.oneof(fc.constantFrom(...names), variable())),
}));

function variable() {
  return fc.constantFrom(...names).map((name) => `$${name}`);
}

function expressionOf(
  self: fc.Arbitrary<string>,
  inner: fc.Arbitrary<string>,
  start: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const filter = fc.oneof(
    fc.constantFrom(
      '[0]',
      '[-1]',
      '[1]',
      '[$ > 1]',
      '[key = $b]',
      '["x" = key]',
      '[key = $a.b]',
      '[n = 1]',
      '[a.b = $list]',
    ),
    inner.map((source) => `[${source}]`),
  );
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...fields) },
    { weight: 1, arbitrary: inner.map((source) => `(${source})`) },
  );
  const path = fc
    .tuple(
      start,
      fc.option(filter, { nil: '' }),
      fc.array(fc.tuple(step, fc.option(filter, { nil: '', freq: 3 })), { maxLength: 3 }),
    )
    .map(([first, firstFilter, rest]) => first + firstFilter + rest.map(([name, own]) => `.${name}${own}`).join(''));
  return fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 2, arbitrary: literal },
    { weight: 5, arbitrary: path },
    {
      weight: 5,
      arbitrary: fc
        .tuple(self, fc.constantFrom(...operators), self)
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    },
    { weight: 1, arbitrary: self.map((source) => `-(${source})`) },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...oneArgument), self).map(([name, a]) => `$${name}(${a})`) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom(...twoArguments), self, self).map(([name, a, b]) => `$${name}(${a}, ${b})`),
    },
    { weight: 1, arbitrary: fc.tuple(self, self, self).map(([a, b, c]) => `(${a} ? ${b} : ${c})`) },
    { weight: 1, arbitrary: fc.tuple(self, self).map(([a, b]) => `(${a} ? ${b})`) },
    { weight: 1, arbitrary: fc.array(self, { maxLength: 3 }).map((parts) => `[${parts.join(', ')}]`) },
  );
}

export const expressionSource: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: grammar.root },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom('"p"', '"q"', 'a', '$string(b)'), grammar.root), { maxLength: 3 })
      .map((pairs) => `{${pairs.map(([key, source]) => `${key}: ${source}`).join(', ')}}`),
  },
);
