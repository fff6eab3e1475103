import { type NodeInstance, parsedBody, requestRoutes, selectAnswer } from '@obey/prepare';
import type { Item, Matcher, RequestMatcher, StepNode } from '@obey/process';
import type { Instance } from './instance.js';

interface Served {
  readonly item: Item;
  readonly value: unknown;
}

/** The value that a step's name has where an item is bound, as far as the world's answers alone tell; else undefined. */
export type ServedValues = (step: string, item: Item) => unknown;

/**
 * What an obedient run would yield: an answer's body where a step yields that, and the fields that its page serves where it
 * writes them down with proof.
 */
export function servedValues({ nodes, prepared }: Instance): ServedValues {
  const served = new Map<string, Served[]>();
  for (const instance of nodes) {
    if (instance.node.type !== 'step') continue;
    const value = yieldOf(instance.node, instance, prepared);
    served.set(instance.node.step, [...(served.get(instance.node.step) ?? []), { item: instance.item, value }]);
  }
  return (step, item) => {
    const fitting = (served.get(step) ?? []).filter((other) => agree(other.item, item));
    const bound = fitting.every((other) =>
      other.item.every(({ kind }) => item.some((binding) => binding.kind === kind)),
    );
    if (bound) return fitting.at(-1)?.value;
    const values = fitting.map(({ value }) => value).filter((value) => value !== undefined);
    return values.length === 0 ? undefined : values;
  };
}

function yieldOf(step: StepNode, { names }: NodeInstance, prepared: Instance['prepared']): unknown {
  const [matched] = [step.started, step.done]
    .flatMap((matcher) => (matcher === undefined ? [] : requestsOf(matcher)))
    .flatMap((matcher) => requestRoutes(matcher, names, prepared));
  if (matched === undefined) return undefined;
  const calls = Array.from({ length: matched.route.answers.length * 4 }, (_, index) => index + 1);
  const answer = calls
    .map((call) => selectAnswer(matched.route, call, () => false))
    .find((one) => one !== undefined && one.status < 400);
  if (answer === undefined) return undefined;
  if (step.yields?.type === 'response') return parsedBody(answer.body);
  return step.yields?.type === 'file' && step.proof !== undefined ? answer.proof?.fields : undefined;
}

/** Whether two items have the same key for every list that both are from. */
function agree(a: Item, b: Item): boolean {
  return a.every(({ kind, key }) => b.every((other) => other.kind !== kind || other.key === key));
}

function requestsOf(matcher: Matcher): RequestMatcher[] {
  if (matcher.type === 'requested') return [matcher];
  return matcher.type === 'anyOf' || matcher.type === 'allOf' ? matcher.of.flatMap(requestsOf) : [];
}
