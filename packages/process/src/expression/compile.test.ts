import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.js';
import { createJsonataEvaluator } from './jsonata-evaluator.js';
import { failureCode, oracle } from './oracle.fixture.js';
import { expressionSource, jsonScope } from './random-expression.fixture.js';
import { toPlain } from './values.js';

const runs = process.env.OBEY_FULL === '1' ? 20_000 : 1_500;

/** What the compiled closure gives, in the oracle's form; undefined when the source lies outside the subset. */
function compiled(source: string, scope: Record<string, unknown>) {
  const evaluate = compile(createJsonataEvaluator(source).ast, true);
  if (evaluate === undefined) return undefined;
  try {
    // Filters answer from an index from the second time on.
    for (let time = 0; time < 2; time++) evaluate(scope, scope);
    return { value: toPlain(evaluate(scope, scope)) };
  } catch (thrown) {
    return { failed: failureCode(thrown) };
  }
}

/** JSONata evaluates the parts of a constructor at once, so which of several failures it reports is a race. */
function constructs(source: string): boolean {
  return /"value":"[[{]"/.test(JSON.stringify(createJsonataEvaluator(source).ast));
}

describe('compile', () => {
  it('gives what JSONata gives, values and errors, for random expressions and scopes', async () => {
    let inside = 0;
    let failing = 0;
    await fc.assert(
      fc.asyncProperty(expressionSource, jsonScope, async (source, scope) => {
        const ours = compiled(source, scope);
        if (ours === undefined) return;
        inside += 1;
        const theirs = await oracle(source, scope);
        if ('failed' in theirs) failing += 1;
        const same = constructs(source) && 'failed' in ours && 'failed' in theirs;
        expect({ source, ...(same ? theirs : ours) }).toEqual({ source, ...theirs });
      }),
      { numRuns: runs },
    );
    expect(inside).toBeGreaterThan(runs * 0.9);
    expect(failing).toBeGreaterThan(runs * 0.05);
    expect(failing).toBeLessThan(runs * 0.7);
  });

  it('never changes the scope', async () => {
    fc.assert(
      fc.property(expressionSource, jsonScope, (source, scope) => {
        const before = JSON.stringify(scope);
        compiled(source, scope);
        expect(JSON.stringify(scope)).toBe(before);
      }),
      { numRuns: runs / 4 },
    );
  });
});
