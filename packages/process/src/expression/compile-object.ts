import type { AstPair } from './ast-node.js';
import type { Compilation } from './compilation.js';
import type { Evaluate } from './evaluate.js';
import { EvaluationError } from './evaluation-error.js';

const reserved = new Set(['_jsonata_lambda', '_jsonata_function']);

/** An object constructor at the root of an expression, where nothing is grouped: fields without a value are left out. */
export function compileObject(pairs: readonly AstPair[], compilation: Compilation): Evaluate | undefined {
  const fields: { key: Evaluate; value: Evaluate }[] = [];
  for (const [keyNode, valueNode] of pairs) {
    const key = compilation.compile(keyNode, true, compilation);
    const value = compilation.compile(valueNode, true, compilation);
    if (key === undefined || value === undefined) return undefined;
    fields.push({ key, value });
  }
  return (input, scope) => {
    const values = new Map<string, Evaluate>();
    for (const { key, value } of fields) {
      const name = key(input, scope);
      if (name === undefined) continue;
      if (typeof name !== 'string') throw new EvaluationError('T1003', name);
      if (reserved.has(name)) throw new EvaluationError('D1013', name);
      if (values.has(name)) throw new EvaluationError('D1009', name);
      values.set(name, value);
    }
    const result: Record<string, unknown> = {};
    for (const [name, evaluate] of values) {
      const value = evaluate(input, scope);
      if (value === undefined) continue;
      // An assignment to `__proto__` would be lost.
      Object.defineProperty(result, name, { value, enumerable: true, writable: true, configurable: true });
    }
    return result;
  };
}
