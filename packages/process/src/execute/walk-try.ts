import type { TryNode } from '../ast.js';
import { Attempt } from './attempt.js';
import { isTrue, type ScopeOf } from './fits.js';
import type { Hooks, Recovery } from './hooks.js';
import { stepsIn } from './places.js';
import type { Walk, WalkContext } from './walk.js';

/**
 * Attempts the body of a `try`. After each fault that `retry` admits, at most `max` of them, the `do` branch and one more
 * attempt follow; any other fault leads to `otherwise`, and the item has no value of the body's steps any more.
 */
export async function walkTry(walk: Walk, hooks: Hooks, node: TryNode, context: WalkContext): Promise<void> {
  const scopeOf: ScopeOf = (names) => walk.scope(context, names);
  const { retry } = node;
  let count = 0;
  for (;;) {
    const attempt = new Attempt(node.on, scopeOf, context.attempt);
    await walk.block(node.body, { ...context, attempt });
    const observation = attempt.faults.at(-1);
    if (observation === undefined || !attempt.failed) return;
    count += attempt.faults.length;
    const admitted = retry !== undefined && (retry.where === undefined || isTrue(retry.where, observation, scopeOf));
    const due: Recovery = { next: admitted && count <= retry.max ? 'retry' : 'otherwise', repair: true };
    const { next, repair } = hooks.recover(node, due, { observation, count }, context);
    if (next !== 'retry') {
      for (const { step } of stepsIn(node.body)) walk.values.remove(step, context.item);
      if (next === 'otherwise') await walk.block(node.otherwise, context);
      return;
    }
    if (repair) await walk.block(node.do, context);
  }
}
