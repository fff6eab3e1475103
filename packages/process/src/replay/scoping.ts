import type { Expression, Item, Scope } from '../ast.js';
import type { Point } from './point.js';
import type { Instance, ReplayRun } from './replay-run.js';
import { valueAt } from './values-in-time.js';

/** The instances that a step's name stands for where `item` is bound: one, or all that agree with it. */
export function operandsOf(run: ReplayRun, step: string, item: Item): readonly Instance[] {
  const found = run.instances.get(step, item);
  if (found === undefined) return [];
  return Array.isArray(found) ? (found as Instance[]) : [found as Instance];
}

/** The scope of an expression whose steps are seen as a consumer at `at` saw them; `amend` may replace a value. */
export function scopeAt(
  run: ReplayRun,
  expression: Expression,
  frame: { readonly item: Item; readonly scope: Scope },
  at: Point | undefined,
  amend: (instance: Instance, value: unknown) => unknown = (_, value) => value,
): Scope {
  if (expression.steps.size === 0) return frame.scope;
  const scope: Record<string, unknown> = {};
  for (const name of expression.names) {
    if (!expression.steps.has(name)) {
      scope[name] = frame.scope[name];
      continue;
    }
    const found = run.instances.get(name, frame.item) as Instance | readonly Instance[] | undefined;
    const seen = (instance: Instance) => (instance.left ? undefined : amend(instance, valueAt(run, instance, at)));
    if (isList(found)) scope[name] = found.map(seen).filter((value) => value !== undefined);
    else if (found !== undefined) scope[name] = seen(found);
  }
  return scope;
}

function isList(found: Instance | readonly Instance[] | undefined): found is readonly Instance[] {
  return Array.isArray(found);
}
