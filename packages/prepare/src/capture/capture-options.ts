/** How politely pages are fetched, and by whom. */
export interface CaptureOptions {
  /** The capture's folder; its parent is made when it is not there. */
  readonly folder: string;
  /** When it was made, as it stands in the manifest, for example `2026-03-01T09:30:00Z`. */
  readonly fetchedAt: string;
  /** Least milliseconds between the end of one request to a host and the next; a longer Crawl-delay is kept. */
  readonly delayMs: number;
  /** Milliseconds for one page. */
  readonly timeoutMs: number;
  /** Longest Crawl-delay or Retry-After that is waited for, in milliseconds; a longer one is an error. */
  readonly longestWaitMs: number;
  /** Told of each page that is there, fetched or kept from an earlier attempt. */
  readonly onPage?: (page: { readonly url: string; readonly bytes: number; readonly kept: boolean }) => void;
  /** The platform's own by default. */
  readonly fetch?: typeof globalThis.fetch;
  /** Waits so many milliseconds; a timer by default. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** What the crawler calls itself: the token that robots.txt names, and where to read about it. */
export const crawlerName = 'ObeyCapture';
