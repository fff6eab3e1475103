import { ObeyError } from '@obey/schema';
import { type CaptureOptions, crawlerName } from './capture-options.js';

export interface Fetched {
  readonly status: number;
  readonly body: Buffer;
  readonly contentType: string;
  /** Where the server sends on to. */
  readonly location: URL | undefined;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfterMs: number | undefined;
}

/** One request, its answer read up to a limit. @throws ObeyError `download-failed` when it is unreachable, too slow or too large */
export async function fetchLimited(
  url: URL,
  maxBytes: number,
  { timeoutMs, signal, fetch = globalThis.fetch }: CaptureOptions,
): Promise<Fetched> {
  signal?.throwIfAborted();
  const late = AbortSignal.timeout(timeoutMs);
  const both = signal === undefined ? late : AbortSignal.any([late, signal]);
  try {
    const response = await fetch(url, {
      signal: both,
      redirect: 'manual',
      headers: { 'user-agent': `${crawlerName}/1.0`, accept: 'text/html, text/*, application/json, application/xml' },
    });
    const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status: response.status,
      body: await read(response, url, maxBytes),
      contentType: response.headers.get('content-type') ?? 'application/octet-stream',
      location: target === null || !URL.canParse(target, url.href) ? undefined : new URL(target, url),
      retryAfterMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined,
    };
  } catch (cause) {
    if (ObeyError.isInstance(cause)) throw cause;
    signal?.throwIfAborted();
    const what = late.aborted ? `took longer than ${timeoutMs} ms` : `could not be reached: ${reason(cause)}`;
    throw new ObeyError('download-failed', `${url.href} ${what}`, { cause, hint: 'check the network and try again' });
  }
}

async function read(response: Response, url: URL, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new ObeyError('download-failed', `${url.href} is larger than its limit of ${maxBytes} bytes`, {
        hint: 'raise the limit in the task if that is right',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The platform's fetch hides why under `cause`. */
function reason(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? inner.message || inner.name : String(inner);
}
