import { z } from 'zod';

/** Times of the logs: ISO 8601, as milliseconds since 1970; anything else is no time. */
const time = z
  .string()
  .transform((text) => Date.parse(text))
  .refine(Number.isFinite)
  .optional()
  .catch(undefined);
const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const tokens = z.int().min(0).optional().catch(undefined);
const trigger = z.enum(['auto', 'manual']).optional().catch(undefined);
const amount = z.number().min(0).optional().catch(undefined);

/** One block of a message, as far as it matters here. */
export const blockSchema = z.looseObject({
  type: z.string(),
  text,
  id: text,
  name: text,
  input: z.unknown().optional(),
  tool_use_id: text,
  content: z.unknown().optional(),
  is_error: flag,
});
export type Block = z.infer<typeof blockSchema>;

const usageSchema = z.looseObject({
  input_tokens: tokens,
  cache_creation_input_tokens: tokens,
  cache_read_input_tokens: tokens,
  output_tokens: tokens,
});
export type MessageUsage = z.infer<typeof usageSchema>;

const messageSchema = z.looseObject({
  id: text,
  content: z.union([z.string(), z.array(z.unknown())]).catch(''),
  usage: usageSchema.optional().catch(undefined),
});

const compactionSchema = z
  .looseObject({
    trigger,
    preTokens: tokens,
    postTokens: tokens,
    durationMs: amount,
    pre_tokens: tokens,
    post_tokens: tokens,
    duration_ms: amount,
  })
  .optional()
  .catch(undefined);

const modelUsageSchema = z
  .record(
    z.string(),
    z.looseObject({
      inputTokens: tokens,
      outputTokens: tokens,
      cacheReadInputTokens: tokens,
      cacheCreationInputTokens: tokens,
    }),
  )
  .optional()
  .catch(undefined);
export type ModelUsage = z.infer<typeof modelUsageSchema>;

/** What a tool gave back to the harness, besides the text for the model. */
export const toolResultSchema = z.looseObject({
  agentId: text,
  agentType: text,
  status: text,
  durationMs: amount,
  totalDurationMs: amount,
  interrupted: flag,
  backgroundTaskId: text,
  returnCodeInterpretation: text,
  originalFile: z.string().nullish().catch(undefined),
});
export type ToolResult = z.infer<typeof toolResultSchema>;

/** A line of a transcript or of stream-json output: the fields of both, each optional. */
export const recordSchema = z.looseObject({
  type: z.string(),
  subtype: text,
  uuid: text,
  timestamp: time,
  cwd: text,
  message: messageSchema.optional().catch(undefined),
  // Transcript
  sessionId: text,
  isSidechain: flag,
  agentId: text,
  isMeta: flag,
  isCompactSummary: flag,
  origin: z.looseObject({ kind: text }).optional().catch(undefined),
  toolUseResult: z.unknown().optional(),
  toolDenialKind: text,
  compactMetadata: compactionSchema,
  totalCostUSD: amount,
  // Standard output
  session_id: text,
  parent_tool_use_id: z.string().nullish().catch(undefined),
  agent_id: text,
  isSynthetic: flag,
  tool_use_result: z.unknown().optional(),
  tool_result_meta: z
    .array(
      z.looseObject({ id: text, permission_decision: z.looseObject({ decision: text }).optional().catch(undefined) }),
    )
    .optional()
    .catch(undefined),
  compact_metadata: compactionSchema,
  task_id: text,
  task_type: text,
  tool_use_id: text,
  subagent_type: text,
  prompt: text,
  status: text,
  result: text,
  total_cost_usd: amount,
  modelUsage: modelUsageSchema,
  permission_denials: z
    .array(z.looseObject({ tool_name: text, tool_use_id: text, tool_input: z.unknown().optional() }))
    .optional()
    .catch(undefined),
});
export type LogRecord = z.infer<typeof recordSchema>;

/** A line of hook records: when the hook was called, in ms since 1970, and what it was given. */
export const hookRecordSchema = z
  .looseObject({
    at: z.number().optional(),
    ts: z.number().optional(),
    hook: z.looseObject({
      hook_event_name: z.string(),
      session_id: text,
      cwd: text,
      tool_use_id: text,
      tool_name: text,
      tool_input: z.unknown().optional(),
      tool_response: z.unknown().optional(),
      error: text,
      agent_id: text,
      agent_type: text,
      /** Of PreCompact and PostCompact. */
      trigger,
      /** Of SessionStart. */
      source: text,
    }),
  })
  .refine((record) => record.at !== undefined || record.ts !== undefined);
export type HookRecord = z.infer<typeof hookRecordSchema>;

/** `agent-<id>.meta.json` beside a subagent's transcript. */
export const agentMetaSchema = z.looseObject({ agentType: text, toolUseId: text, description: text });
export type AgentMeta = z.infer<typeof agentMetaSchema>;
