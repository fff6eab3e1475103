import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { ObeyError } from '@obey/schema';
import { Lane, type ToolResult, type Turn } from './lane.js';
import { sendStream, sendWhole } from './messages-answer.js';
import { type MessagesRequest, messagesRequestSchema, readTurnRequest, summaryMarker } from './messages-request.js';

const pingMs = 5_000;

/** Opens a lane for a subagent; its prompt must carry `laneMarker(lane.id)`. */
export type OpenLane = (work: (lane: Lane) => Promise<void>, closing: string) => Lane;

export interface ScriptedModelOptions {
  /** Says how large a conversation is, about, so that its client compacts when it has grown; else every one is as small as the first. */
  readonly counts?: boolean;
  /** The main lane goes on from a summary. */
  readonly onCompacted?: () => void;
}

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
export async function startScriptedModel(
  work: (lane: Lane, open: OpenLane) => Promise<void>,
  options: ScriptedModelOptions = {},
): Promise<ScriptedModel> {
  const lanes = new Map<string, Lane>();
  const open: OpenLane = (branch, closing) => {
    const lane = new Lane(`a${lanes.size}`, branch, closing);
    lanes.set(lane.id, lane);
    return lane;
  };
  const main = new Lane('main', (lane) => work(lane, open), 'Done.');
  lanes.set(main.id, main);

  // A summary drops results that were not yet looked at.
  const known = new Map<string, ToolResult>();
  const server = createServer((request, response) => {
    answer(request, response, { lanes, known, options }).catch((error: unknown) => refuse(response, error));
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

interface Serving {
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly known: Map<string, ToolResult>;
  readonly options: ScriptedModelOptions;
}

async function answer(request: IncomingMessage, response: ServerResponse, { lanes, known, options }: Serving) {
  const path = new URL(request.url ?? '/', 'http://loopback').pathname;
  const body = await text(request);
  if (request.method === 'HEAD') return void response.end();
  if (path.endsWith('/count_tokens')) return void json(response, 200, { input_tokens: 100 });
  if (request.method !== 'POST' || !path.endsWith('/v1/messages')) {
    return void json(response, 404, { type: 'error', error: { type: 'not_found_error', message: `no ${path}` } });
  }
  const parsed = messagesRequestSchema.parse(JSON.parse(body));
  const due = readTurnRequest(parsed);
  for (const [id, result] of due.results) known.set(id, result);
  const lane = lanes.get(due.lane) ?? lanes.get('main');
  const said = (words: string): Promise<Turn> => Promise.resolve({ texts: [words], calls: [] });
  const answered = (name: string, turn: Promise<Turn>) =>
    send(response, parsed, {
      id: `msg_${name}_${due.turn}`,
      turn,
      input: options.counts === true ? sizeOf(parsed) : 100,
    });
  if (lane !== undefined && due.summarizes) {
    const summary = `The work is under way. ${summaryMarker(due.lane, due.turn)}`;
    return answered(`${lane.id}_summary`, said(`<summary>${summary}</summary>`));
  }
  // Without tools it is not the agent's loop that asks, but a side question such as a title.
  if (due.tools.size === 0 || lane === undefined) return answered('aside', said('An errand'));
  if (due.compacted && lane.id === 'main') options.onCompacted?.();
  lane.tools = due.tools;
  return answered(lane.id, lane.turn(due.turn, known));
}

interface Answered {
  readonly id: string;
  readonly turn: Promise<Turn>;
  readonly input: number;
}

async function send(response: ServerResponse, { model, stream }: MessagesRequest, { id, turn, input }: Answered) {
  if (stream) await sendStream(response, { id, model, turn, input }, pingMs);
  else sendWhole(response, { id, model, turn: await turn, input });
}

/** Tokens of a conversation, about: a quarter of its characters. */
function sizeOf({ messages }: MessagesRequest): number {
  return Math.ceil(JSON.stringify(messages).length / 4);
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
