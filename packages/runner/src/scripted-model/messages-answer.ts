import type { ServerResponse } from 'node:http';
import type { Turn } from './lane.js';

const usageOf = ({ input }: Pick<Answer, 'input'>) => ({
  input_tokens: input,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  output_tokens: 20,
});

interface Answer {
  readonly id: string;
  readonly model: string;
  readonly turn: Turn;
  /** Tokens that the request is said to have had. */
  readonly input: number;
}

type Block = { type: 'text'; text: string } | { type: 'tool_use'; id: string; name: string; input: unknown };

function blocks(turn: Turn): Block[] {
  return [
    ...turn.texts.map((text): Block => ({ type: 'text', text })),
    ...turn.calls.map(({ id, name, input }): Block => ({ type: 'tool_use', id, name, input })),
  ];
}

function head({ id, model }: Pick<Answer, 'id' | 'model'>): Record<string, unknown> {
  return { id, type: 'message', role: 'assistant', model };
}

function stopReason(turn: Turn): string {
  return turn.calls.length > 0 ? 'tool_use' : 'end_turn';
}

/** The answer as one JSON document. */
export function sendWhole(response: ServerResponse, answer: Answer): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      ...head(answer),
      content: blocks(answer.turn),
      stop_reason: stopReason(answer.turn),
      stop_sequence: null,
      usage: usageOf(answer),
    }),
  );
}

function event(response: ServerResponse, type: string, fields: object): void {
  response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`);
}

/** The answer as server-sent events; pings hold the line open until the turn is there. */
export async function sendStream(
  response: ServerResponse,
  answer: Pick<Answer, 'id' | 'model' | 'input'> & { readonly turn: Promise<Turn> },
  pingMs: number,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const usage = usageOf(answer);
  const message = { ...head(answer), content: [], stop_reason: null, stop_sequence: null };
  event(response, 'message_start', { message: { ...message, usage: { ...usage, output_tokens: 1 } } });
  const ping = setInterval(() => event(response, 'ping', {}), pingMs);
  let turn: Turn;
  try {
    turn = await answer.turn;
  } finally {
    clearInterval(ping);
  }
  blocks(turn).forEach((block, index) => {
    const text = block.type === 'text';
    event(response, 'content_block_start', {
      index,
      content_block: text ? { ...block, text: '' } : { ...block, input: {} },
    });
    event(response, 'content_block_delta', {
      index,
      delta: text
        ? { type: 'text_delta', text: block.text }
        : { type: 'input_json_delta', partial_json: JSON.stringify(block.input) },
    });
    event(response, 'content_block_stop', { index });
  });
  event(response, 'message_delta', {
    delta: { stop_reason: stopReason(turn), stop_sequence: null },
    usage: { output_tokens: usage.output_tokens },
  });
  event(response, 'message_stop', {});
  response.end();
}
