import { z } from 'zod';
import { parseCallId, type ToolResult } from './lane.js';

const block = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  id: z.string().optional(),
  tool_use_id: z.string().optional(),
  is_error: z.boolean().optional(),
  content: z.unknown().optional(),
});
const message = z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(block)]) });

/** The fields that we use of a request to `POST /v1/messages`. */
export const messagesRequestSchema = z.looseObject({
  model: z.string().default('scripted'),
  stream: z.boolean().default(false),
  messages: z.array(message).min(1),
  tools: z.array(z.looseObject({ name: z.string().optional() })).default([]),
});
export type MessagesRequest = z.infer<typeof messagesRequestSchema>;

/** What an agent asks of the scripted model. */
export interface TurnRequest {
  /** Its lane, `main` unless its first message names another. */
  readonly lane: string;
  /** Number of the turn that is due, from 0. */
  readonly turn: number;
  readonly tools: ReadonlySet<string>;
  readonly results: ReadonlyMap<string, ToolResult>;
  /** It asks for a summary of the conversation, to go on from that alone. */
  readonly summarizes: boolean;
  /** It goes on from such a summary. */
  readonly compacted: boolean;
}

/** How a subagent's prompt says which lane it is. */
export function laneMarker(lane: string): string {
  return `[lane ${lane}]`;
}

/** What a summary must hold, since the conversation then begins with it: its lane and the turn that is due. */
export function summaryMarker(lane: string, turn: number): string {
  return `${laneMarker(lane)} [turn ${turn}]`;
}

const summaryMarkers = /\[lane ([a-z0-9]+)\] \[turn (\d+)\]/g;
/** What a client asks when it compacts. */
const asksForSummary = /\bcreate a (?:detailed|comprehensive|concise) summary of\b/i;

/** Reads a request by what stands in it alone: lane by the first message, turn by our latest call id or a summary. */
export function readTurnRequest(request: MessagesRequest): TurnRequest {
  const first = request.messages.find(({ role }) => role === 'user');
  const summary = request.messages
    .filter(({ role }) => role === 'user')
    .flatMap(({ content }) => [...plainText(content).matchAll(summaryMarkers)])
    .at(-1);
  const lane = summary?.[1] ?? /\[lane ([a-z0-9]+)\]/.exec(plainText(first?.content))?.[1] ?? 'main';
  let turn = Number(summary?.[2] ?? 0);
  const results = new Map<string, ToolResult>();
  for (const { content } of request.messages) {
    if (typeof content === 'string') continue;
    for (const part of content) {
      const call = part.type === 'tool_use' && part.id !== undefined ? parseCallId(part.id) : null;
      if (call?.lane === lane) turn = Math.max(turn, call.turn + 1);
      if (part.type === 'tool_result' && part.tool_use_id !== undefined) {
        results.set(part.tool_use_id, { text: plainText(part.content), failed: part.is_error === true });
      }
    }
  }
  const last = request.messages.findLast(({ role }) => role === 'user');
  return {
    lane,
    turn,
    tools: new Set(request.tools.flatMap(({ name }) => name ?? [])),
    results,
    // A conversation without an answer has nothing to sum up: that is a task in similar words.
    summarizes:
      request.messages.some(({ role }) => role === 'assistant') && asksForSummary.test(plainText(last?.content)),
    compacted: summary !== undefined,
  };
}

function plainText(content: unknown): string {
  const parsed = z.union([z.string(), z.array(block)]).safeParse(content);
  if (!parsed.success) return '';
  if (typeof parsed.data === 'string') return parsed.data;
  return parsed.data.flatMap(({ text }) => text ?? []).join('\n');
}
