import type { Expression } from '../ast.js';
import { analyzeExpression } from '../expression/analyze-expression.js';
import type { AstNode } from '../expression/ast-node.js';
import { toBoolean } from '../expression/values.js';
import type { BuildContext } from './build-context.js';
import type { Frame, KnownCondition } from './frame.js';
import type { YamlPath } from './yaml-file.js';

/** Reports a condition that is settled before the trial begins, or by an `if` around it; gives what its branches know. */
export function checkCondition(
  source: string,
  { steps, evaluateSync }: Expression,
  path: YamlPath,
  frame: Frame,
  context: BuildContext,
): Omit<KnownCondition, 'holds'> | undefined {
  const analysis = analyzeExpression(source, () => true);
  if (!('ast' in analysis)) return undefined;
  if (analysis.names.size === 0) {
    const value = evaluateSync === undefined ? undefined : truth(evaluateSync);
    const always = value === undefined ? 'the same in every trial' : `always ${value}`;
    const branch = value === true ? '; `else` is never reached' : value === false ? '; `then` is never reached' : '';
    context.report(path, `\`${source}\` is ${always}${branch}`, { hint: 'name a fact, a parameter or a step in it' });
    return undefined;
  }
  const { inner, negated } = positive(analysis.ast);
  const text = shape(inner);
  for (const known of frame.conditions) {
    const outer = positive(known.ast);
    if (shape(outer.inner) !== text) continue;
    const value = known.holds !== (outer.negated !== negated);
    const branch = value ? 'else' : 'then';
    const message = `\`${source}\` is always ${value} here, because an \`if\` around it asks the same; \`${branch}\` is never reached`;
    context.report(path, message, { hint: 'leave the inner `if` out' });
    break;
  }
  return { ast: analysis.ast, steps };
}

/** Reports a `while\` that never holds; one that always does repeats a fixed number of times. */
export function checkLoopCondition(
  { source, names, evaluateSync }: Expression,
  path: YamlPath,
  context: BuildContext,
): void {
  // A condition that was refused evaluates to nothing.
  if (names.size > 0 || evaluateSync === undefined || evaluateSync({}) === undefined) return;
  if (truth(evaluateSync) === false) context.report(path, `\`${source}\` is always false; the body is never reached`);
}

function truth(evaluate: (scope: Record<string, unknown>) => unknown): boolean | undefined {
  try {
    return toBoolean(evaluate({})) === true;
  } catch {
    return undefined;
  }
}

/** Takes `$not(…)` and parentheses off. */
function positive(ast: AstNode): { readonly inner: AstNode; readonly negated: boolean } {
  const [only, ...more] = (ast.type === 'block' ? ast.expressions : ast.arguments) ?? [];
  if (only === undefined || more.length > 0) return { inner: ast, negated: false };
  if (ast.type === 'block') return positive(only);
  if (ast.type !== 'function' || ast.procedure?.value !== 'not') return { inner: ast, negated: false };
  const { inner, negated } = positive(only);
  return { inner, negated: !negated };
}

/** A tree without its positions. */
function shape(ast: AstNode): string {
  return JSON.stringify(ast, (name, value: unknown) => (name === 'position' ? undefined : value));
}
