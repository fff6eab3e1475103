/** What an access log would say of a request to `url`, given the base address of each service. */
export function toRequest(
  url: string,
  method: string | undefined,
  services: Readonly<Record<string, string>>,
): { service: string | undefined; method: string; path: string; query: string } {
  const { origin, pathname, search } = new URL(url);
  const service = Object.entries(services).find(([, base]) => new URL(base).origin === origin)?.[0];
  return { service, method: (method ?? 'GET').toUpperCase(), path: decodeURI(pathname), query: search.slice(1) };
}
