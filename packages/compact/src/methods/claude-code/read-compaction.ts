import { z } from 'zod';

const recordSchema = z.union([
  z.looseObject({
    type: z.literal('system'),
    subtype: z.literal('compact_boundary'),
    compact_metadata: z
      .looseObject({ preserved_messages: z.looseObject({ uuids: z.array(z.string()) }).optional() })
      .optional(),
  }),
  z.looseObject({ type: z.literal('user'), message: z.looseObject({ content: z.string() }) }),
  z.looseObject({
    type: z.literal('result'),
    is_error: z.boolean().optional(),
    result: z.string().optional(),
    modelUsage: z
      .record(
        z.string(),
        z.looseObject({
          inputTokens: z.number(),
          outputTokens: z.number(),
          cacheReadInputTokens: z.number().optional(),
          cacheCreationInputTokens: z.number().optional(),
        }),
      )
      .optional(),
  }),
  z.looseObject({
    type: z.literal('system'),
    subtype: z.literal('status'),
    compact_result: z.string().optional(),
    compact_error: z.string().optional(),
  }),
]);

/** What Claude Code made of a session. */
export interface ReadCompaction {
  /** Absent when it did not compact. */
  readonly summary?: string;
  /** Ids of the records that it kept word for word. */
  readonly kept: readonly string[];
  /** What it says of the outcome, in case it is a failure. */
  readonly said: string;
  /** Of the models it asked, as they name themselves; those from a cache and into one count. */
  readonly promptTokens: number;
  readonly cachedPromptTokens: number;
  readonly completionTokens: number;
  readonly models: readonly string[];
}

/** Reads the lines of `--output-format stream-json`; what it does not know it passes over. */
export function readCompaction(stdout: string): ReadCompaction {
  let boundary = false;
  let summary: string | undefined;
  let kept: readonly string[] = [];
  let said = '';
  let [promptTokens, cachedPromptTokens, completionTokens] = [0, 0, 0];
  const models = new Set<string>();
  for (const line of stdout.split('\n')) {
    const record = recordSchema.safeParse(parsed(line)).data;
    if (record === undefined) continue;
    if (record.type === 'result') {
      said = record.result || said;
      for (const [model, used] of Object.entries(record.modelUsage ?? {})) {
        const { cacheReadInputTokens: fromCache = 0, cacheCreationInputTokens: intoCache = 0 } = used;
        promptTokens += used.inputTokens + fromCache + intoCache;
        cachedPromptTokens += fromCache;
        completionTokens += used.outputTokens;
        models.add(model);
      }
    } else if (record.type === 'user') {
      if (boundary && summary === undefined) summary = summaryOf(record.message.content);
    } else if (record.subtype === 'compact_boundary') {
      boundary = true;
      kept = record.compact_metadata?.preserved_messages?.uuids ?? [];
    } else said = record.compact_error || said;
  }
  const usage = { promptTokens, cachedPromptTokens, completionTokens, models: [...models] };
  return { ...(summary === undefined ? {} : { summary }), kept, said, ...usage };
}

/** The summary without what Claude Code says around it: the model that answers has neither tools nor a transcript to read. */
function summaryOf(message: string): string {
  const start = /(?:^|\n)Summary:\n/.exec(message);
  const from = start === null ? message : message.slice(start.index + start[0].length);
  const end =
    /\n\n(?:If you need specific details from before compaction|(?:Please c|C)ontinue the conversation from where)/.exec(
      from,
    );
  return (end === null ? from : from.slice(0, end.index)).trim();
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
