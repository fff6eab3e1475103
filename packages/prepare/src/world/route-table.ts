import { canonicalTarget, type RequestTarget } from '@obey/process';
import type { Route } from '@obey/schema';

/** The routes of one service, by what a request asks for. */
export interface RouteTable {
  /** The route with just this query, else the one of this path that leaves the query open. */
  find(method: string, target: RequestTarget): Route | undefined;
  /** Methods that a path answers to. */
  methods(target: RequestTarget): string[];
}

/** `METHOD /path?query` of a route in one spelling, as an answer's `after` names it. */
export function routeKey({ method, path }: Pick<Route, 'path'> & { readonly method: string }): string {
  return `${method} ${canonicalTarget(path)}`;
}

/** Makes the table of a service's routes. */
export function routeTable(routes: readonly Route[]): RouteTable {
  const known = new Map(routes.map((route) => [routeKey(route), route]));
  const find = (method: string, { path, query = '' }: RequestTarget) =>
    (query === '' ? undefined : known.get(routeKey({ method, path: `${path}?${query}` }))) ??
    known.get(`${method} ${path}`);
  return {
    find,
    methods: (target) => [...new Set(routes.map(({ method }) => method))].filter((method) => find(method, target)),
  };
}
