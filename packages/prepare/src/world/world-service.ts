import type { IncomingMessage, ServerResponse } from 'node:http';
import { canonicalTarget, type RequestTarget } from '@obey/process';
import type { Answer, PreparedTask, RequestEvent, WorldService } from '@obey/schema';
import { latencyMs } from './latency.js';
import { receiveRequest, serviceRequest } from './receive-request.js';
import { requestTarget } from './request-target.js';
import { routeKey, routeTable } from './route-table.js';
import { selectAnswer } from './select-answer.js';
import type { StatefulSession } from './stateful-session.js';
import type { WorldOptions } from './world.js';

type RawRequestEvent = Omit<RequestEvent, 'seq' | 'hash'>;

/** What the services of one world share. */
export interface WorldState extends WorldOptions {
  readonly seed: PreparedTask['seed'];
  /** `METHOD /path?query` of every route that was answered. */
  readonly answered: Set<string>;
  /** One call per request, when its answer is out or its client is gone. */
  readonly log: (event: RawRequestEvent) => void;
  readonly damaged: (what: string) => void;
  /** Told once a service that keeps state could not answer. */
  readonly failed: (what: string) => void;
  /** Services that keep state, by name. */
  readonly sessions: ReadonlyMap<string, StatefulSession>;
}

interface Reply {
  readonly answer: Pick<Answer, 'status' | 'headers' | 'body'> & Partial<Answer>;
  readonly wait: number;
  /** `METHOD /path?query` of the route that this answers; absent where none does. */
  readonly key?: string;
}

const lightlyFramed = new Set([204, 304]);

/** The handler of one service's requests: it never rejects, and logs each request once. */
export function worldService(
  name: string,
  service: WorldService,
  state: WorldState,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const routes = routeTable(service.routes);
  const calls = new Map<string, number>();
  const stored = new Map<string, Promise<string | undefined>>();
  const session = state.sessions.get(name);

  const store = (body: Buffer, text: string): Promise<string | undefined> => {
    const known = stored.get(text);
    if (known !== undefined) return known;
    const fresh = keep(body, 'answer');
    stored.set(text, fresh);
    return fresh;
  };
  const keep = (body: Buffer, what: string): Promise<string | undefined> =>
    Promise.resolve()
      .then(() => state.store.put(body))
      .catch((error: unknown) => {
        state.damaged(`the ${what} of ${name} could not be kept: ${String(error)}`);
        return undefined;
      });

  /** Decided on arrival, so that the n-th call is the n-th to arrive; undefined where it is for the service's own state to say. */
  const replyTo = (method: string, target: RequestTarget): Reply | undefined => {
    // HEAD shows the headers of the answer that the next GET gets, and uses up no call.
    const asked = method === 'HEAD' ? 'GET' : method;
    const route = routes.find(asked, target);
    const path = route?.path ?? target.path;
    const floor = state.floorMs?.(name, asked, path) ?? 5;
    if (route === undefined && session !== undefined) return undefined;
    if (route === undefined) return { answer: refusal(routes.methods(target)), wait: floor };
    const key = routeKey(route);
    const nth = (calls.get(key) ?? 0) + 1;
    if (method !== 'HEAD') calls.set(key, nth);
    const answer = selectAnswer(route, nth, (other) => state.answered.has(canonicalTarget(other))) ?? refusal([]);
    const full = latencyMs({
      seed: state.seed,
      service: name,
      method: route.method,
      path,
      nth,
      range: service.latencyMs,
      answer,
    });
    return { answer, wait: Math.max(full * state.pace, floor), ...(method === 'HEAD' ? {} : { key }) };
  };

  /** Decided when the request is whole and counts as begun, one after another, so that the log tells the order of states. */
  const stateReply = (method: string, target: RequestTarget, body: Buffer): Reply => {
    const asked = method === 'HEAD' ? 'GET' : method;
    const key = `${asked} ${target.path}`;
    const query = target.query === undefined ? '' : `?${target.query}`;
    const floor = state.floorMs?.(name, asked, target.path + query) ?? 5;
    let answer: Reply['answer'];
    try {
      answer = session?.answer(serviceRequest(method, target, body)) ?? refusal([]);
    } catch (error) {
      state.failed(`${name} could not answer ${method} ${target.path}: ${String(error)}`);
      return { answer: { status: 500, headers: {}, body: 'Internal Server Error\n' }, wait: floor };
    }
    const full = latencyMs({
      ...{ seed: state.seed, service: name, method: asked, path: target.path, range: service.latencyMs, answer },
      nth: session?.requests ?? 0,
    });
    return { answer, wait: Math.max(full * state.pace, floor), ...(method === 'HEAD' ? {} : { key }) };
  };

  const mark = async (): Promise<void> => {
    try {
      await state.beforeAnswer?.();
    } catch (error) {
      state.damaged(`the marker before an answer of ${name} failed: ${String(error)}`);
    }
  };

  return async (request, response) => {
    const method = request.method ?? 'GET';
    const target = requestTarget(request.url ?? '/');
    const { path, query } = target;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    response.on('error', () => gone.abort());
    const arrived = state.clock();
    const atOnce = replyTo(method, target);
    const receiving = receiveRequest(request, state.maxRequestBytes ?? 1_048_576);
    await Promise.race([mark(), over(gone.signal)]);
    if (atOnce === undefined) await receiving;
    const start = Math.max(arrived, state.clock());
    const { problem, body: asked } = await receiving;
    const reply: Reply =
      atOnce ?? (problem === undefined ? stateReply(method, target, asked) : { answer: problem, wait: 0 });
    const answer: Reply['answer'] = problem ?? reply.answer;
    const { wait, key } = reply;
    const text = Buffer.from(answer.body);
    const [body, requestBody] = await Promise.all([
      method === 'HEAD' ? undefined : store(text, answer.body),
      asked.length === 0 ? undefined : keep(asked, 'body of a request'),
      sleep(wait, gone.signal),
    ]);
    const sent = !gone.signal.aborted;
    const end = Math.max(start, state.clock());
    if (sent) {
      if (key !== undefined && problem === undefined) state.answered.add(key);
      send(response, method, answer, text, problem !== undefined);
    }
    const shown = sent && method !== 'HEAD' && !lightlyFramed.has(answer.status);
    state.log({
      kind: 'request',
      source: 'service',
      actor: 'main',
      start,
      end,
      service: name,
      method,
      path,
      ...(query === undefined ? {} : { query }),
      status: answer.status,
      bytes: shown ? text.length : 0,
      ...(shown && body !== undefined ? { body } : {}),
      ...(requestBody === undefined ? {} : { requestBody }),
      ...(key !== undefined && answer.fault !== undefined ? { fault: answer.fault } : {}),
      ...(shown && answer.proof !== undefined ? { proof: answer.proof } : {}),
    });
  };
}

function refusal(methods: readonly string[]): Reply['answer'] {
  return methods.length === 0
    ? { status: 404, headers: {}, body: 'Not Found\n' }
    : { status: 405, headers: { allow: methods.join(', ') }, body: 'Method Not Allowed\n' };
}

function send(response: ServerResponse, method: string, answer: Reply['answer'], body: Buffer, close: boolean): void {
  const headers: Record<string, string> = { ...answer.headers };
  if (!Object.keys(headers).some((name) => name.toLowerCase() === 'content-type') && body.length > 0) {
    headers['content-type'] = guessType(answer.body);
  }
  if (!lightlyFramed.has(answer.status)) headers['content-length'] = String(body.length);
  if (close) headers.connection = 'close';
  response.writeHead(answer.status, headers);
  response.end(method === 'HEAD' || lightlyFramed.has(answer.status) ? undefined : body);
}

function guessType(body: string): string {
  const first = body.trimStart()[0];
  const type = first === '{' || first === '[' ? 'application/json' : first === '<' ? 'text/html' : 'text/plain';
  return `${type}; charset=utf-8`;
}

/** Resolves after `ms`, or as soon as the signal says that nobody waits any more. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    void over(signal).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const over = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
