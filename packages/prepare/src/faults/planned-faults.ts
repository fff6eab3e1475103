import { itemKey, type Matcher, type Process, type RequestMatcher } from '@obey/process';
import type { Answer, PreparedTask } from '@obey/schema';
import { type Names, walkItems } from './item-walk.js';
import { answerMeets, requestRoutes } from './request-routes.js';
import { reachableAnswers } from './route-answers.js';

/** A fault that the sealed instance can fire: a `try`, and the item whose request can be answered so. */
export interface PlannedFault {
  /** Id of the `try` node. */
  readonly node: string;
  /** Keys of the loop values joined by `/`. */
  readonly item: string;
}

type Instance = Pick<PreparedTask, 'services' | 'facts' | 'parameters'>;

/** Every fault that the world can fire, by `try` and item: some call of a route that fits its `on` is answered as `where` says. */
export async function plannedFaults(process: Process, prepared: Instance): Promise<PlannedFault[]> {
  const faults = new Map<string, PlannedFault>();
  for await (const { node, item, names } of walkItems(process, prepared)) {
    if (node.type !== 'try') continue;
    const fault = { node: node.id, item: itemKey(item) };
    const key = JSON.stringify(fault);
    if (!faults.has(key) && canFire(node.on, names, prepared)) faults.set(key, fault);
  }
  return [...faults.values()];
}

function canFire(matcher: Matcher, names: Names, prepared: Instance): boolean {
  if (matcher.type === 'anyOf') return matcher.of.some((part) => canFire(part, names, prepared));
  if (matcher.type === 'allOf') return matcher.of.every((part) => canFire(part, names, prepared));
  return matcher.type === 'requested' && faultyAnswers(matcher, names, prepared).length > 0;
}

/** The answers that a request matcher takes for a fault, of the routes that it names for one item. */
function faultyAnswers(matcher: RequestMatcher, names: Names, prepared: Instance): Answer[] {
  return requestRoutes(matcher, names, prepared).flatMap((matched) =>
    reachableAnswers(matched.route).filter((answer) => answerMeets(matcher.where, matched, answer, names)),
  );
}
