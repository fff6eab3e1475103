import { ObeyError } from '@obey/schema';
import robotsParser from 'robots-parser';
import { type CaptureOptions, crawlerName } from './capture-options.js';
import { type Fetched, fetchLimited } from './fetch-limited.js';

/** RFC 9309 asks a crawler to read at least this much. */
const robotsBytes = 512_000;

interface Rules {
  isAllowed(url: string): boolean;
  readonly delayMs: number;
}

/** Lets one request at a time through to a host, as its robots.txt allows and not sooner than it asks. */
export class HostGate {
  readonly #options: CaptureOptions;
  readonly #rules = new Map<string, Rules>();
  readonly #free = new Map<string, number>();
  /** Milliseconds that were waited so far, by which time is told. */
  #clock = 0;

  constructor(options: CaptureOptions) {
    this.#options = options;
  }

  /** Fetches a page when its turn has come. @throws ObeyError `download-failed` when robots.txt forbids it, or cannot be read */
  async fetch(url: URL, maxBytes: number): Promise<Fetched> {
    const rules = await this.#rulesOf(url.origin);
    if (!rules.isAllowed(url.href)) {
      throw new ObeyError('download-failed', `${url.href} is not for crawlers: robots.txt of ${url.host} forbids it`, {
        hint: 'take it out of the capture, or ask its owner',
      });
    }
    return this.#inTurn(url, maxBytes, rules.delayMs);
  }

  /** Waits as long as a server asked for, if that is not too long. */
  async pause(ms: number, why: string): Promise<void> {
    if (ms > this.#options.longestWaitMs) {
      throw new ObeyError('download-failed', `${why} asks for ${ms / 1_000} s, more than is waited for`, {
        hint: 'try again later, or ask for fewer pages',
      });
    }
    this.#options.signal?.throwIfAborted();
    const sleep = this.#options.sleep ?? ((time: number) => new Promise<void>((done) => setTimeout(done, time)));
    await sleep(ms);
    this.#clock += ms;
  }

  async #inTurn(url: URL, maxBytes: number, delayMs: number): Promise<Fetched> {
    const due = this.#free.get(url.host);
    if (due !== undefined && due > this.#clock) await this.pause(due - this.#clock, `robots.txt of ${url.host}`);
    try {
      return await fetchLimited(url, maxBytes, this.#options);
    } finally {
      this.#free.set(url.host, this.#clock + delayMs);
    }
  }

  async #rulesOf(origin: string): Promise<Rules> {
    const known = this.#rules.get(origin);
    if (known !== undefined) return known;
    const rules = await this.#readRules(origin);
    this.#rules.set(origin, rules);
    return rules;
  }

  /** No robots.txt allows all; one that the server cannot give forbids all (RFC 9309, 2.3.1). */
  async #readRules(origin: string): Promise<Rules> {
    const { delayMs } = this.#options;
    const url = new URL('/robots.txt', origin);
    let answer = await this.#inTurn(url, robotsBytes, delayMs);
    for (let hops = 0; answer.location !== undefined && hops < 5; hops += 1) {
      answer = await this.#inTurn(answer.location, robotsBytes, delayMs);
    }
    if (answer.status >= 500 || answer.status === 429 || answer.location !== undefined) {
      throw new ObeyError('download-failed', `${url.href} answered ${answer.status}, so nothing there may be fetched`, {
        hint: 'try again later',
      });
    }
    if (answer.status >= 400) return { isAllowed: () => true, delayMs };
    const parsed = robotsParser(url.href, answer.body.toString('utf8'));
    const seconds = parsed.getCrawlDelay(crawlerName) ?? 0;
    return {
      isAllowed: (page) => parsed.isAllowed(page, crawlerName) !== false,
      delayMs: Math.max(delayMs, seconds * 1_000),
    };
  }
}
