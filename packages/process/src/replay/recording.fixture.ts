import { createHash } from 'node:crypto';
import type { Facts, TraceEvent, Unit } from '@obey/schema';
import { parseProcessYaml } from '../parse/parse-process-yaml.js';
import { splitTarget } from '../template/request-query.js';
import type { Replay, ReplayContext } from './replay-context.js';
import { replayProcess } from './replay-process.js';

type Draft = TraceEvent extends infer Event ? (Event extends unknown ? Partial<Event> : never) : never;

/** A trace written by hand, one event after another, one millisecond apart unless told otherwise. */
export class Recording {
  readonly events: TraceEvent[] = [];
  readonly contents = new Map<string, string>();
  now = 0;

  add(event: Draft & { kind: TraceEvent['kind'] }, lasts = 0): this {
    const base = { seq: this.events.length, start: this.now, end: this.now + lasts, actor: 'main' };
    this.events.push({ ...base, ...event } as TraceEvent);
    this.now += 1;
    return this;
  }

  wrote(path: string, value: unknown = {}): this {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const sha256 = createHash('sha256').update(text).digest('hex');
    this.contents.set(sha256, text);
    return this.add({ kind: 'file', source: 'workspace', path, change: 'modified', sha256, bytes: text.length });
  }

  read(path: string): this {
    return this.add({
      kind: 'tool',
      source: 'harness',
      id: `r${this.events.length}`,
      name: 'Read',
      what: 'read',
      input: { path },
      reads: [path],
    });
  }

  requested(request: string, { status = 200, body, sent, item, fields = {}, lasts = 0 }: RequestOptions = {}): this {
    const [method = 'GET', target = '/'] = request.split(' ');
    const { path, query } = splitTarget(target);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sha256 = this.#keep(text);
    const requestBody = this.#keep(sent);
    return this.add(
      {
        kind: 'request',
        source: 'service',
        service: 'world',
        method,
        path,
        ...(query === undefined ? {} : { query }),
        status,
        bytes: text?.length ?? 0,
        ...(sha256 === undefined ? {} : { body: sha256 }),
        ...(requestBody === undefined ? {} : { requestBody }),
        ...(item === undefined ? {} : { proof: { item, token: tokenOf(item), fields } }),
      } as Draft & { kind: 'request' },
      lasts,
    );
  }

  #keep(text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const sha256 = createHash('sha256').update(text).digest('hex');
    this.contents.set(sha256, text);
    return sha256;
  }

  /** Replays the recording against a process in YAML. */
  async replay(yaml: string, facts: Facts = {}, context: Partial<ReplayContext> = {}): Promise<Replay> {
    const process = parseProcessYaml(yaml, { facts: keysOf(facts), parameters: [] });
    return await replayProcess(process, this.events, {
      facts,
      parameters: {},
      observable: {
        workspace: true,
        service: true,
        harness: true,
        reads: true,
        batches: true,
        intervals: true,
        agents: true,
        replies: true,
      },
      content: (sha256) => this.contents.get(sha256),
      token: tokenOf,
      ...context,
    });
  }
}

interface RequestOptions {
  readonly status?: number;
  readonly body?: unknown;
  /** The request's own body. */
  readonly sent?: string;
  readonly item?: string;
  readonly fields?: Facts;
  readonly lasts?: number;
}

export function tokenOf(item: string): string {
  return `token of ${item}`;
}

/** The units of a replay that cost something, as `dimension code step item credit`. */
export function losses({ units }: Pick<Replay, 'units'>): string[] {
  return units.filter(({ credit, observable }) => credit < 1 && observable).map(lossText);
}

function lossText({ dimension, exercised, code, step, item, credit }: Unit): string {
  return [dimension, exercised ? code : 'unexercised', step, item, Math.round(credit * 100) / 100]
    .join(' ')
    .replace('  ', ' ');
}

function keysOf(facts: Facts): Record<string, { key?: string }> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : undefined;
      const keyed = first !== null && typeof first === 'object' && !Array.isArray(first) && 'id' in first;
      return [name, keyed ? { key: 'id' } : {}];
    }),
  );
}
