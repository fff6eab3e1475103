import { isTarget, type RequestMatcher, splitTarget } from '@obey/process';
import type { Answer, PreparedTask, Route } from '@obey/schema';
import { type Names, truthy } from './item-walk.js';

/** A route that a request matcher names for one item. */
export interface MatchedRoute {
  readonly service: string;
  readonly route: Route;
}

/** The routes of a world that answer what a request matcher names for one item; any query's, where it leaves that open. */
export function requestRoutes(
  matcher: RequestMatcher,
  names: Names,
  { services }: Pick<PreparedTask, 'services'>,
): MatchedRoute[] {
  const path = matcher.path.fill(names);
  return Object.entries(services)
    .filter(([service]) => matcher.service === undefined || matcher.service === service)
    .flatMap(([service, { routes }]) => answering(path, matcher.method, routes).map((route) => ({ service, route })));
}

function answering(asked: string, method: string, routes: readonly Route[]): readonly Route[] {
  const { path, query } = splitTarget(asked);
  const there = routesByPath(routes).get(`${method} ${path}`) ?? [];
  if (query === undefined) return there;
  const own = there.filter((route) => route.path !== path && isTarget(asked, splitTarget(route.path)));
  return own.length > 0 ? own : there.filter((route) => route.path === path);
}

const indexes = new WeakMap<readonly Route[], ReadonlyMap<string, readonly Route[]>>();

/** The routes of a service by method and path, whatever their query; made once, since every item asks. */
function routesByPath(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const known = indexes.get(routes);
  if (known !== undefined) return known;
  const index = new Map<string, Route[]>();
  for (const route of routes) {
    const key = `${route.method} ${splitTarget(route.path).path}`;
    const list = index.get(key);
    if (list === undefined) index.set(key, [route]);
    else list.push(route);
  }
  indexes.set(routes, index);
  return index;
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
  const { method } = route;
  const { path, query } = splitTarget(route.path);
  const bytes = Buffer.byteLength(body);
  const parsed = parsedBody(body);
  const event = { kind: 'request', service, method, path, query, status, bytes, fault, proof, body: parsed };
  return truthy(where.evaluateSync?.({ ...names, ...event, request: {}, response: { status, body: parsed } }));
}

/** A body as conditions see it: JSON where it is JSON, else its text. */
export function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
