import { analyzeExpression } from '../expression/analyze-expression.js';
import { type AstNode, leftOf, pairsOf } from '../expression/ast-node.js';
import { phrasePath } from './phrase-path.js';
import { code, listed, type Wording } from './wording.js';

/** Any part of an expression that has no words of its own. */
class Wordless extends Error {}

/** An expression as a condition in words; as code where it says more than words can. */
export function phraseCondition(source: string, wording: Wording): string {
  return phrase(source, (ast) => condition(ast, wording), `${code(source)} holds`);
}

/** An expression as a value in words; as code where it says more than words can. */
export function phraseValue(source: string, wording: Wording): string {
  return phrase(source, (ast) => value(ast, wording), code(source));
}

/** The fields of an object that an expression builds, each with its value in words; undefined for other expressions. */
export function phraseFields(source: string, wording: Wording): { name: string; value: string }[] | undefined {
  const analysis = analyzeExpression(source, () => true);
  if (!('ast' in analysis) || analysis.ast.type !== 'unary' || analysis.ast.value !== '{') return undefined;
  try {
    return pairsOf(analysis.ast).map(([key, inner]) => {
      if (key.type !== 'string') throw new Wordless();
      return { name: String(key.value), value: value(inner, wording) };
    });
  } catch (thrown) {
    if (thrown instanceof Wordless) return undefined;
    throw thrown;
  }
}

function phrase(source: string, toWords: (ast: AstNode) => string, otherwise: string): string {
  const analysis = analyzeExpression(source, () => true);
  if (!('ast' in analysis)) return otherwise;
  try {
    return toWords(analysis.ast);
  } catch (thrown) {
    if (thrown instanceof Wordless) return otherwise;
    throw thrown;
  }
}

const relations: Readonly<Record<string, string>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
  in: 'is one of',
};

function condition(ast: AstNode, wording: Wording): string {
  const inner = unwrap(ast);
  if (inner.type === 'binary') {
    const operator = String(inner.value);
    const left = leftOf(inner);
    const right = inner.rhs;
    if (left === undefined || right === undefined) throw new Wordless();
    if (operator === 'and' || operator === 'or') {
      return `${condition(left, wording)}, ${operator} ${condition(right, wording)}`;
    }
    const relation = relations[operator];
    if (relation === undefined) throw new Wordless();
    return `${value(left, wording)} ${relation} ${isShare(left) ? share(right, wording) : value(right, wording)}`;
  }
  if (inner.type === 'function') {
    const name = String(inner.procedure?.value);
    const [first, second] = inner.arguments ?? [];
    if (first !== undefined && second === undefined && name === 'exists') return `there is ${value(first, wording)}`;
    if (first !== undefined && second === undefined && name === 'not') return negated(first, wording);
    if (first !== undefined && second !== undefined && name === 'contains') {
      return `${value(first, wording)} contains ${value(second, wording)}`;
    }
    throw new Wordless();
  }
  return `${value(inner, wording)} is true`;
}

function negated(ast: AstNode, wording: Wording): string {
  const inner = unwrap(ast);
  const [only, ...more] = inner.arguments ?? [];
  if (inner.type === 'function' && inner.procedure?.value === 'exists' && only !== undefined && more.length === 0) {
    return `there is no ${value(only, wording).replace(/^the /, '')}`;
  }
  return inner.type === 'binary' || inner.type === 'function'
    ? `it is not the case that ${condition(inner, wording)}`
    : `${value(inner, wording)} is not true`;
}

const arithmetic: Readonly<Record<string, string>> = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by' };
const measures: Readonly<Record<string, string>> = {
  count: 'the number of',
  sum: 'the sum of',
  average: 'the average of',
  median: 'the median of',
  min: 'the least of',
  max: 'the greatest of',
  mode: 'the most common of',
  distinct: 'the different values of',
  round: 'the rounded value of',
  length: 'the length of',
};

function value(ast: AstNode, wording: Wording): string {
  const inner = unwrap(ast);
  switch (inner.type) {
    case 'number':
    case 'value':
      return String(inner.value);
    case 'string':
      return JSON.stringify(inner.value);
    case 'binary': {
      const word = arithmetic[String(inner.value)];
      const left = leftOf(inner);
      if (word === undefined || left === undefined || inner.rhs === undefined) throw new Wordless();
      if (isShare(inner)) return `${value(left, wording)}, as a share of ${value(inner.rhs, wording)},`;
      return `${value(left, wording)} ${word} ${value(inner.rhs, wording)}`;
    }
    case 'function':
      return call(inner, wording);
    case 'unary':
      if (inner.value !== '[') throw new Wordless();
      return listed(
        (inner.expressions ?? []).map((element) => value(element, wording)),
        'or',
      );
    default: {
      const words = phrasePath(inner, wording, (filter) => condition(filter, { ...wording, inside: true }));
      if (words === undefined) throw new Wordless();
      return words;
    }
  }
}

function call(ast: AstNode, wording: Wording): string {
  const name = String(ast.procedure?.value);
  const [first, second] = ast.arguments ?? [];
  if (first === undefined) throw new Wordless();
  const inner = unwrap(first);
  if (name === 'abs' && inner.type === 'binary' && inner.value === '-' && inner.rhs !== undefined) {
    const left = leftOf(inner);
    if (left !== undefined) return `the difference between ${value(left, wording)} and ${value(inner.rhs, wording)}`;
  }
  if (name === 'lookup' && second !== undefined)
    return `the entry for ${value(second, wording)} in ${value(first, wording)}`;
  const measure = measures[name];
  if (measure === undefined || second !== undefined) throw new Wordless();
  return `${measure} ${value(first, wording)}`;
}

/** A difference divided by something: people say it in per cent. */
function isShare(ast: AstNode): boolean {
  const left = leftOf(ast);
  return ast.type === 'binary' && ast.value === '/' && left !== undefined && unwrap(left).type !== 'number';
}

function share(ast: AstNode, wording: Wording): string {
  const words = value(ast, wording);
  if (ast.type !== 'number') return words;
  return `${Number((Number(ast.value) * 100).toPrecision(12))} % (${words})`;
}

function unwrap(ast: AstNode): AstNode {
  const [only, ...more] = ast.type === 'block' ? (ast.expressions ?? []) : [];
  return only !== undefined && more.length === 0 ? unwrap(only) : ast;
}
