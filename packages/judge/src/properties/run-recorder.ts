import { createHash } from 'node:crypto';
import type { FileEvent, RawTraceEvent, RequestEvent, ToolEvent, TraceSource } from '@obey/schema';

type Unnumbered<T> = Omit<T, 'seq' | 'hash'>;

/** Collects the events of a generated run. Every act gives back the moment at which it ended, in ms. */
export class RunRecorder {
  readonly events: RawTraceEvent[] = [];
  readonly contents = new Map<string, string>();
  readonly #showsFetches: boolean;
  #calls = 0;

  /** @param showsFetches whether requests are shown as tool calls too; writes always are */
  constructor(showsFetches: boolean) {
    this.#showsFetches = showsFetches;
  }

  /** Keeps a content and gives its SHA-256. */
  keep(text: string): string {
    const sha = createHash('sha256').update(text).digest('hex');
    this.contents.set(sha, text);
    return sha;
  }

  request(at: number, path: string, length: number, over: Partial<RequestEvent> = {}): number {
    const event: Unnumbered<RequestEvent> = {
      kind: 'request',
      start: at,
      end: at + length,
      source: 'service',
      actor: 'main',
      service: 'world',
      method: 'GET',
      path,
      status: 200,
      bytes: 10,
      ...over,
    };
    this.events.push(event);
    if (!this.#showsFetches) return event.end;
    const url = `http://127.0.0.1:4000${path}`;
    return this.call(at - 0.3, event.end + 0.3, { name: 'Fetch', what: 'fetch', input: { url } });
  }

  call(at: number, end: number, over: Partial<ToolEvent>): number {
    this.#calls += 1;
    const event: Unnumbered<ToolEvent> = {
      kind: 'tool',
      start: at,
      end,
      source: 'harness',
      actor: 'main',
      id: `call${this.#calls}`,
      name: 'Other',
      what: 'other',
      input: {},
      ...over,
    };
    this.events.push(event);
    return end;
  }

  write(at: number, path: string, text: string): number {
    const event: Unnumbered<FileEvent> = {
      kind: 'file',
      start: at,
      end: at,
      source: 'workspace',
      actor: 'main',
      path,
      change: 'created',
      sha256: this.keep(text),
      bytes: text.length,
    };
    this.events.push(event);
    const input = { file_path: path, content: text };
    return this.call(at - 0.3, at + 0.3, { name: 'Write', what: 'write', input, writes: [path] });
  }

  say(at: number, text: string): void {
    this.events.push({
      kind: 'message',
      role: 'assistant',
      text,
      start: at,
      end: at,
      source: 'harness',
      actor: 'main',
    });
  }

  /** The beginning and the end of the run, with a final answer. */
  frame(end: number, lags: Readonly<Partial<Record<TraceSource, number>>> = {}, answer = 'Done.'): void {
    const edge = { kind: 'run', source: 'runner', actor: 'main' } as const;
    this.say(end + 5, answer);
    this.events.push(
      { ...edge, phase: 'start', start: 0, end: 0, lags: { ...lags } },
      { ...edge, phase: 'stop', start: end + 10, end: end + 10, exit: 0 },
    );
  }

  /**
   * Lets recorders be late by up to `lag` ms: a version of a file in its order, and still before any request or tool call that came later,
   * as markers see to it; what a harness logs by the same for all.
   */
  delay(lag: Readonly<{ workspace: number; harness: number }>, share: () => number): void {
    const guards = this.events.filter(({ kind }) => kind === 'request' || kind === 'tool').map(({ start }) => start);
    const harness = lag.harness * share();
    let last = 0;
    for (const event of [...this.events].sort((a, b) => a.end - b.end)) {
      const { source } = event;
      if (source !== 'workspace' && source !== 'harness') continue;
      const next = guards
        .filter((start) => start >= event.start)
        .reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY);
      const most = Math.max(0, Math.min(lag.workspace, next - event.end - 0.5));
      const by = source === 'harness' ? harness : Math.max(last + 0.001 - event.end, most * share());
      event.start += by;
      event.end += by;
      if (source === 'workspace') last = event.end;
    }
  }
}
