import { z } from 'zod';

const answerSchema = z.object({
  id: z.string(),
  content: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('text'), text: z.string() }),
      z.object({
        type: z.literal('tool_use'),
        id: z.string(),
        name: z.string(),
        input: z.record(z.string(), z.json()),
      }),
    ]),
  ),
  stop_reason: z.string(),
});
export type ClientAnswer = z.infer<typeof answerSchema>;

export interface ClientMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string | readonly object[];
}

/** Carries a tool call out; gives its result. */
export type Tools = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => Promise<string>>>;

/** One request to the Messages API, streamed or whole. */
export async function ask(
  url: string,
  messages: readonly ClientMessage[],
  options: { readonly stream?: boolean; readonly tools?: readonly string[] } = {},
): Promise<ClientAnswer> {
  const { stream = false, tools = ['Agent', 'Bash'] } = options;
  const response = await fetch(`${url}/v1/messages?beta=true`, {
    method: 'POST',
    body: JSON.stringify({ model: 'm', max_tokens: 10, stream, messages, tools: tools.map((name) => ({ name })) }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  if (!stream) return answerSchema.parse(await response.json());
  return answerSchema.parse(fromEvents(await response.text()));
}

/** An agent's loop as a client has it: asks, carries out the calls of a turn at once, until none is left. */
export async function converse(
  url: string,
  prompt: string,
  tools: Tools,
  turns: ClientAnswer[] = [],
): Promise<ClientAnswer[]> {
  const messages: ClientMessage[] = [{ role: 'user', content: [{ type: 'text', text: prompt }] }];
  for (;;) {
    const answer = await ask(url, messages, { stream: turns.length % 2 === 0, tools: Object.keys(tools) });
    turns.push(answer);
    const calls = answer.content.filter((block) => block.type === 'tool_use');
    if (calls.length === 0) return turns;
    const results = await Promise.all(
      calls.map(async ({ id, name, input }) => {
        const work = tools[name];
        const content = work === undefined ? `no ${name}` : await work(input);
        return { type: 'tool_result', tool_use_id: id, content, is_error: work === undefined };
      }),
    );
    messages.push({ role: 'assistant', content: answer.content }, { role: 'user', content: results.reverse() });
  }
}

const eventSchema = z.looseObject({
  type: z.string(),
  message: z.looseObject({ id: z.string() }).optional(),
  content_block: z.looseObject({ type: z.string() }).optional(),
  delta: z
    .looseObject({
      text: z.string().optional(),
      partial_json: z.string().optional(),
      stop_reason: z.string().optional(),
    })
    .optional(),
});

function fromEvents(stream: string): object {
  const content: Record<string, unknown>[] = [];
  let id = '';
  let stop: string | undefined;
  for (const line of stream.split('\n').filter((text) => text.startsWith('data: '))) {
    const event = eventSchema.parse(JSON.parse(line.slice('data: '.length)));
    const block = content.at(-1);
    if (event.message !== undefined) id = event.message.id;
    if (event.content_block !== undefined) content.push({ ...event.content_block });
    if (event.delta?.text !== undefined && block !== undefined) block.text = `${block.text}${event.delta.text}`;
    if (event.delta?.partial_json !== undefined && block !== undefined)
      block.input = JSON.parse(event.delta.partial_json);
    stop = event.delta?.stop_reason ?? stop;
  }
  return { id, content, stop_reason: stop };
}
