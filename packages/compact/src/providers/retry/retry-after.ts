/**
 * How long a provider asks to wait, in ms: `retry-after-ms`, else `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), else Google's
 * `retryDelay` in the body. A date that has passed is 0. Undefined where nothing readable is said.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, body: string, now: number): number | undefined {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]));
  const milliseconds = byName.get('retry-after-ms') ?? '';
  if (decimal.test(milliseconds)) return Math.ceil(Number(milliseconds));
  const after = byName.get('retry-after') ?? '';
  if (decimal.test(after)) return Math.ceil(Number(after) * 1_000);
  // Every form of HTTP date holds a time of day; without this Date.parse would take almost any number for a year.
  const date = /\d\d:\d\d:\d\d/.test(after) ? Date.parse(after) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const delay = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/.exec(body)?.[1];
  return delay === undefined ? undefined : Math.ceil(Number(delay) * 1_000);
}

const decimal = /^\d+(?:\.\d+)?$/;
