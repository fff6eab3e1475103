import type { RequestMatcher } from '@obey/process';
import type { Answer, PreparedTask, Route } from '@obey/schema';
import { type Names, truthy } from './item-walk.js';

/** A route that a request matcher names for one item. */
export interface MatchedRoute {
  readonly service: string;
  readonly route: Route;
}

/** The routes of a world that a request matcher names for one item. */
export function requestRoutes(
  matcher: RequestMatcher,
  names: Names,
  { services }: Pick<PreparedTask, 'services'>,
): MatchedRoute[] {
  const path = matcher.path.fill(names);
  return Object.entries(services)
    .filter(([service]) => matcher.service === undefined || matcher.service === service)
    .flatMap(([service, { routes }]) =>
      routes
        .filter((route) => route.method === matcher.method && route.path === path)
        .map((route) => ({ service, route })),
    );
}

/** Whether an answer of a route meets a condition, such as a `where`, over the request that it would be logged as. */
export function answerMeets(
  where: RequestMatcher['where'],
  { service, route }: MatchedRoute,
  answer: Answer,
  names: Names,
): boolean {
  if (where === undefined) return answer.status >= 400;
  const { status, body, fault, proof } = answer;
  const { method, path } = route;
  const bytes = Buffer.byteLength(body);
  const event = { kind: 'request', service, method, path, status, bytes, fault, proof, body: parsedBody(body) };
  return truthy(where.evaluateSync?.({ ...names, ...event }));
}

/** A body as conditions see it: JSON where it is JSON, else its text. */
export function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
