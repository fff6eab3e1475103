import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a server of chat completions is asked. */
export interface ChatRequest {
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** What it answers: a reply's text, or a refusal. */
export type ChatAnswer = string | { readonly status: number; readonly message: string };

/** A model on loopback that speaks OpenAI's chat completions, `delay` ms late. */
export async function startChatServer(answer: (request: ChatRequest) => ChatAnswer, delay = 0) {
  const asked: ChatRequest[] = [];
  const server = createServer(async (request, response) => {
    const seen = { authorization: request.headers.authorization, body: JSON.parse(await text(request)) };
    asked.push(seen);
    const said = answer(seen);
    if (delay > 0) await sleep(delay);
    response.writeHead(typeof said === 'string' ? 200 : said.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(typeof said === 'string' ? completion(said) : { error: { message: said.message } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`,
    asked,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const completion = (content: string) => ({
  id: 'reply-1',
  object: 'chat.completion',
  created: 1_760_000_000,
  model: 'the-model-of-may',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 },
});
