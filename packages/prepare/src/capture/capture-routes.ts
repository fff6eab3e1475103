import type { Preparation } from '@obey/schema';
import type { CapturedText } from './snapshot-folder.js';

type RouteInput = NonNullable<Preparation['services']>[string]['routes'][number];

/**
 * Routes that serve captured pages at the paths (and queries) that they were found at, for a service of the world. With several
 * hosts in a capture, `host` says whose pages; without it all are served, the first of those with the same path.
 */
export function captureRoutes(pages: readonly CapturedText[], host?: string): RouteInput[] {
  const routes = new Map<string, RouteInput>();
  for (const { url, contentType, text } of pages) {
    const address = new URL(url);
    if (host !== undefined && address.host !== host) continue;
    const path = `${decodeURI(address.pathname)}${address.search}`;
    if (routes.has(path)) continue;
    const type = `${contentType.split(';')[0]?.trim()}; charset=utf-8`;
    routes.set(path, { path, answers: [{ headers: { 'content-type': type }, body: text }] });
  }
  return [...routes.values()];
}
