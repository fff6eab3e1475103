import { type Json, ObeyError } from '@obey/schema';
import type { Abilities } from '../abilities.js';
import type { StepNode } from '../ast.js';
import { itemKey } from '../items/item-key.js';
import { itemVariables } from '../items/item-variables.js';
import type { Observation } from './observation.js';
import { observe } from './observe.js';
import { visibleValues } from './visible-values.js';
import type { StepChanges, Walk, WalkContext } from './walk.js';
import { yieldedContent } from './yielded-content.js';

/** Calls the handler of a step, keeps what it observed, and sets the value that the step yields. @throws ObeyError `solve-failed` */
export async function performStep(
  walk: Walk,
  node: StepNode,
  outer: WalkContext,
  changes: StepChanges,
  wrap: (abilities: Abilities, context: WalkContext) => Abilities,
): Promise<void> {
  const handler = walk.handlers[node.step];
  if (handler === undefined) return;
  const seen: Observation[] = [];
  const context = { ...outer, seen };
  const abilities = observe(context.abilities, walk.services, (observation) => walk.note(observation, context));
  try {
    await handler({
      item: { ...itemVariables(context.item), ...context.counters } satisfies Readonly<Record<string, Json>>,
      abilities: wrap(abilities, context),
      values: visibleValues(walk.process, changes.values ?? walk.values, context.item),
      parameters: walk.parameters,
      services: walk.services,
    });
  } catch (cause) {
    const where = context.item.length === 0 ? '' : ` of \`${itemKey(context.item)}\``;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ObeyError('solve-failed', `the handler of step \`${node.step}\`${where} failed: ${reason}`, { cause });
  }
  if (node.yields === undefined || context.attempt?.interrupted === true) return;
  const content = await yieldedContent(walk, node, context, seen);
  if (content !== undefined) walk.yielded(node, content, context);
}
