import type { Answer, Route } from '@obey/schema';

/** The answer to the `nth` call (from 1) of a route: the first whose `when` holds; `answered` says which `METHOD /path` were answered before. */
export function selectAnswer(
  route: Pick<Route, 'answers'>,
  nth: number,
  answered: (key: string) => boolean,
): Answer | undefined {
  return route.answers.find(({ when }) => isNth(when?.nth, nth) && (when?.after === undefined || answered(when.after)));
}

/** Whether the `nth` call is one of those that a `when.nth` names. */
export function isNth(asked: NonNullable<Answer['when']>['nth'], nth: number): boolean {
  if (asked === undefined) return true;
  return typeof asked === 'number' ? asked === nth : asked[0] <= nth && nth <= asked[1];
}
