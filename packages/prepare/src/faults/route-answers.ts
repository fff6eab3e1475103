import type { Answer, Route } from '@obey/schema';
import { isNth } from '../world/select-answer.js';

/** Every answer that some call of a route can get: an `after` may hold or not, an `nth` holds at its calls. */
export function reachableAnswers(route: Route): Answer[] {
  const reachable = new Set<Answer>();
  for (const nth of tellingCalls(route)) {
    for (const answer of route.answers) {
      if (!isNth(answer.when?.nth, nth)) continue;
      reachable.add(answer);
      if (answer.when?.after === undefined) break;
    }
  }
  return route.answers.filter((answer) => reachable.has(answer));
}

/** Calls at which the choice of an answer can change: each bound that an `nth` names, and the one after it. */
function tellingCalls(route: Route): Set<number> {
  const bounds = route.answers.flatMap(({ when }) => when?.nth ?? []);
  return new Set([1, ...bounds.flatMap((bound) => [bound, bound + 1])]);
}
