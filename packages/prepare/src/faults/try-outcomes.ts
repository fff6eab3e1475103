import { itemKey, type Matcher, type Process, type RequestMatcher, type TryNode } from '@obey/process';
import type { PreparedTask } from '@obey/schema';
import { selectAnswer } from '../world/select-answer.js';
import { type Names, walkItems } from './item-walk.js';
import { answerMeets, requestRoutes } from './request-routes.js';

/**
 * How a `try` ends for an item that does as the process says: no fault at all, well after a retry, still faulty after the last
 * retry, or at a fault that its `retry` does not admit.
 */
export type TryOutcome = 'well' | 'recovered' | 'exhausted' | 'refused';

export interface TryCase {
  readonly node: TryNode;
  /** Keys of the loop values joined by `/`. */
  readonly item: string;
  readonly outcome: TryOutcome;
}

type Instance = Pick<PreparedTask, 'services' | 'facts' | 'parameters'>;

/** How each `try` over a request ends for each item, before anything that an answer waits for (`after`) has come. */
export async function tryOutcomes(process: Process, prepared: Instance): Promise<TryCase[]> {
  const cases: TryCase[] = [];
  for await (const { node, item, names } of walkItems(process, prepared)) {
    if (node.type !== 'try') continue;
    const outcomes = requestsOf(node.on).map((matcher) => outcomeOf(node, matcher, names, prepared));
    const outcome = outcomes.find((one) => one !== 'well') ?? outcomes[0];
    if (outcome !== undefined) cases.push({ node, item: itemKey(item), outcome });
  }
  return cases;
}

function requestsOf(matcher: Matcher): RequestMatcher[] {
  if (matcher.type === 'requested') return [matcher];
  return matcher.type === 'anyOf' || matcher.type === 'allOf' ? matcher.of.flatMap(requestsOf) : [];
}

function outcomeOf(node: TryNode, matcher: RequestMatcher, names: Names, prepared: Instance): TryOutcome {
  const [matched] = requestRoutes(matcher, names, prepared);
  if (matched === undefined) return 'well';
  const { retry } = node;
  for (let call = 1; ; call += 1) {
    const answer = selectAnswer(matched.route, call, () => false);
    if (answer === undefined || !answerMeets(matcher.where, matched, answer, names))
      return call === 1 ? 'well' : 'recovered';
    const admitted =
      retry !== undefined && (retry.where === undefined || answerMeets(retry.where, matched, answer, names));
    if (!admitted) return 'refused';
    if (call > retry.max) return 'exhausted';
  }
}
