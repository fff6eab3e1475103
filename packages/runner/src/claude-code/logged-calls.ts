import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const blockSchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  name: z.string().optional(),
  tool_use_id: z.string().optional(),
  is_error: z.boolean().optional(),
});
const recordSchema = z.looseObject({
  type: z.string().optional(),
  subtype: z.string().optional(),
  parent_tool_use_id: z.string().nullish(),
  message: z.looseObject({ content: z.unknown() }).optional(),
  hook: z
    .looseObject({ hook_event_name: z.string(), tool_use_id: z.string().optional(), tool_name: z.string().optional() })
    .optional(),
});
const resultSchema = z.looseObject({
  is_error: z.boolean().optional(),
  subtype: z.string().optional(),
  terminal_reason: z.string().optional(),
  api_error_status: z.number().nullish(),
  result: z.string().optional(),
});
const retrySchema = z.looseObject({
  error: z.string().optional().catch(undefined),
  error_status: z.number().optional().catch(undefined),
});
export type ResultRecord = z.infer<typeof resultSchema>;

/** What a log says about tool calls, in the order in which it says so. */
export interface LoggedCalls {
  /** Name of the tool and whether a subagent made it, by call id. */
  readonly calls: Map<string, { name: string; sub: boolean }>;
  /** Whether it failed, by call id. */
  readonly results: Map<string, boolean>;
  readonly hooks: { before: Set<string>; after: Set<string> };
  readonly ends: ResultRecord[];
  /** The request that was being repeated when the log ends. */
  readonly retrying: { readonly error?: string | undefined; readonly error_status?: number | undefined } | undefined;
  readonly lines: number;
  readonly unreadable: number;
  /** The last line is one of the unreadable. */
  readonly torn: boolean;
}

/** Reads the calls out of a stream-json output, a transcript or our hook records. */
export async function loggedCalls(path: string): Promise<LoggedCalls> {
  const found = {
    calls: new Map<string, { name: string; sub: boolean }>(),
    results: new Map<string, boolean>(),
    hooks: { before: new Set<string>(), after: new Set<string>() },
    ends: [] as ResultRecord[],
    retrying: undefined as LoggedCalls['retrying'],
    lines: 0,
    unreadable: 0,
    torn: false,
  };
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue;
    found.lines += 1;
    const record = parse(line);
    found.torn = record === null;
    if (record === null) {
      found.unreadable += 1;
      continue;
    }
    found.retrying = record.subtype === 'api_retry' ? retrySchema.parse(record) : undefined;
    if (record.type === 'result') found.ends.push(resultSchema.parse(record));
    const id = record.hook?.tool_use_id;
    if (id !== undefined) {
      const { before, after } = found.hooks;
      (record.hook?.hook_event_name === 'PreToolUse' ? before : after).add(id);
    }
    for (const block of blocksOf(record.message?.content)) {
      if (block.type === 'tool_use' && block.id !== undefined) {
        found.calls.set(block.id, { name: block.name ?? '', sub: typeof record.parent_tool_use_id === 'string' });
      }
      if (block.type === 'tool_result' && block.tool_use_id !== undefined) {
        found.results.set(block.tool_use_id, block.is_error === true);
      }
    }
  }
  return found;
}

function parse(line: string): z.infer<typeof recordSchema> | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function blocksOf(content: unknown): z.infer<typeof blockSchema>[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((block) => {
    const parsed = blockSchema.safeParse(block);
    return parsed.success ? [parsed.data] : [];
  });
}
