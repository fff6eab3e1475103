import { EvaluationError } from './evaluation-error.js';
import { createJsonataEvaluator } from './jsonata-evaluator.js';
import { toPlain } from './values.js';

/** What JSONata itself makes of an expression. */
export async function oracle(
  source: string,
  scope: Record<string, unknown>,
): Promise<{ value: unknown } | { failed: string }> {
  try {
    return { value: toPlain(await createJsonataEvaluator(source).evaluate(scope)) };
  } catch (thrown) {
    return { failed: failureCode(thrown) };
  }
}

export function failureCode(thrown: unknown): string {
  if (thrown instanceof EvaluationError) return thrown.code;
  const code: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'code') : undefined;
  return typeof code === 'string' ? code : String(thrown);
}
