/** The path of a request line with its escapes decoded (a `%2F` stays one), and its query without the `?`. */
export function requestTarget(target: string): { path: string; query?: string } {
  const local = target.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = local.indexOf('?');
  const raw = mark < 0 ? local : local.slice(0, mark);
  const path = (raw === '' ? '/' : raw).split('/').map(decoded).join('/');
  return mark < 0 || mark === local.length - 1 ? { path } : { path, query: local.slice(mark + 1) };
}

function decoded(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    return text.includes('/') ? segment : text;
  } catch {
    return segment;
  }
}
