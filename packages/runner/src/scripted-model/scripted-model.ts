import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { ObeyError } from '@obey/schema';
import { Lane } from './lane.js';
import { sendStream, sendWhole } from './messages-answer.js';
import { messagesRequestSchema, readTurnRequest } from './messages-request.js';

const pingMs = 5_000;

/** Opens a lane for a subagent; its prompt must carry `laneMarker(lane.id)`. */
export type OpenLane = (work: (lane: Lane) => Promise<void>, closing: string) => Lane;

export interface ScriptedModel {
  /** For ANTHROPIC_BASE_URL. */
  readonly url: string;
  /** The outcome of the main lane's work. */
  readonly outcome: Promise<{ failure?: unknown }>;
  stop(): Promise<void>;
}

/**
 * A model on loopback that speaks the Anthropic Messages API and knows what it wants: `work` is the thought of the main
 * agent, and what it calls through its lane becomes tool calls of the client.
 */
export async function startScriptedModel(work: (lane: Lane, open: OpenLane) => Promise<void>): Promise<ScriptedModel> {
  const lanes = new Map<string, Lane>();
  const open: OpenLane = (branch, closing) => {
    const lane = new Lane(`a${lanes.size}`, branch, closing);
    lanes.set(lane.id, lane);
    return lane;
  };
  const main = new Lane('main', (lane) => work(lane, open), 'Done.');
  lanes.set(main.id, main);

  const server = createServer((request, response) => {
    answer(request, response, lanes).catch((error: unknown) => refuse(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    outcome: main.outcome,
    async stop() {
      const reason = new ObeyError('interrupted', 'the session ended before the work was done');
      for (const lane of lanes.values()) lane.close(reason);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, lanes: ReadonlyMap<string, Lane>) {
  const path = new URL(request.url ?? '/', 'http://loopback').pathname;
  const body = await text(request);
  if (request.method === 'HEAD') return void response.end();
  if (path.endsWith('/count_tokens')) return void json(response, 200, { input_tokens: 100 });
  if (request.method !== 'POST' || !path.endsWith('/v1/messages')) {
    return void json(response, 404, { type: 'error', error: { type: 'not_found_error', message: `no ${path}` } });
  }
  const parsed = messagesRequestSchema.parse(JSON.parse(body));
  const due = readTurnRequest(parsed);
  const lane = lanes.get(due.lane) ?? lanes.get('main');
  // Without tools it is not the agent's loop that asks, but a side question such as a title.
  const aside = Promise.resolve({ texts: ['An errand'], calls: [] });
  const isAside = due.tools.size === 0 || lane === undefined;
  if (!isAside) lane.tools = due.tools;
  const turn = isAside ? aside : lane.turn(due.turn, due.results);
  const id = `msg_${isAside ? 'aside' : lane.id}_${due.turn}`;
  if (parsed.stream) await sendStream(response, { id, model: parsed.model, turn }, pingMs);
  else sendWhole(response, { id, model: parsed.model, turn: await turn });
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  json(response, 400, { type: 'error', error: { type: 'invalid_request_error', message } });
}
