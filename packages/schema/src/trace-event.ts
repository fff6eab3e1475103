import { z } from 'zod';
import { jsonSchema } from './json.js';
import { pageProofSchema } from './prepared-task.js';

export const traceSources = ['service', 'workspace', 'harness', 'runner'] as const;
export const traceSourceSchema = z.enum(traceSources);
export type TraceSource = z.infer<typeof traceSourceSchema>;

const base = {
  /** 0, 1, 2, …: the recorder's order; what findings cite. */
  seq: z.int().min(0),
  /** Milliseconds since the trial began, with fraction. */
  start: z.number(),
  /** Equal to `start` for instants. */
  end: z.number(),
  source: traceSourceSchema,
  /** `main`, or a subagent's id. */
  actor: z.string(),
  /** The tool call or subagent that this belongs to. */
  parent: z.string().optional(),
  /** Shared by the tool calls that the model issued in one turn. */
  batch: z.string().optional(),
  /** Where in `raw/` it was read from: bytes `from` to `to`. */
  raw: z.object({ file: z.string(), from: z.int(), to: z.int() }).optional(),
  /** SHA-256 over the previous line's hash and this line without it. */
  hash: z.string().optional(),
};

export const requestEventSchema = z.object({
  ...base,
  kind: z.literal('request'),
  service: z.string(),
  method: z.string(),
  path: z.string(),
  query: z.string().optional(),
  status: z.int(),
  bytes: z.int(),
  /** SHA-256 of the answer's body, kept in files/. */
  body: z.string().optional(),
  /** SHA-256 of the request's own body, kept in files/; absent where it had none. */
  requestBody: z.string().optional(),
  fault: z.string().optional(),
  proof: pageProofSchema.optional(),
});

export const fileEventSchema = z.object({
  ...base,
  kind: z.literal('file'),
  path: z.string(),
  change: z.enum(['created', 'modified', 'deleted', 'renamed']),
  /** The path before a rename. */
  from: z.string().optional(),
  sha256: z.string().optional(),
  bytes: z.int().optional(),
  /** Superseded within 50 ms and does not parse: proves nothing. */
  partial: z.boolean().optional(),
});

export const toolKinds = [
  'shell',
  'read',
  'write',
  'edit',
  'search',
  'fetch',
  'delegate',
  'mcp',
  'plan',
  'other',
] as const;

export const toolEventSchema = z.object({
  ...base,
  kind: z.literal('tool'),
  id: z.string(),
  name: z.string(),
  what: z.enum(toolKinds),
  input: jsonSchema,
  output: z.string().optional(),
  failed: z.boolean().optional(),
  exit: z.int().optional(),
  /** Refused by a permission rule or the user, so never run. */
  denied: z.boolean().optional(),
  /** When the model issued it, where that is known apart from when it ran. */
  issued: z.number().optional(),
  /** Paths that the call names as input: relative to the workspace with `/`, absolute when outside of it. */
  reads: z.array(z.string()).optional(),
  /** Paths that the call writes, likewise. */
  writes: z.array(z.string()).optional(),
  /** SHA-256 of the whole text that it wrote to `writes[0]`, kept in files/. */
  content: z.string().optional(),
});

export const agentEventSchema = z.object({
  ...base,
  kind: z.literal('agent'),
  id: z.string(),
  type: z.string().optional(),
  prompt: z.string().optional(),
});

export const messageEventSchema = z.object({
  ...base,
  kind: z.literal('message'),
  role: z.enum(['user', 'assistant', 'system']),
  text: z.string(),
});

export const usageEventSchema = z.object({
  ...base,
  kind: z.literal('usage'),
  /** Tokens. */
  input: z.int(),
  output: z.int(),
  cached: z.int().optional(),
  /** US dollars, where the harness says so. */
  cost: z.number().optional(),
});

export const compactionEventSchema = z.object({
  ...base,
  kind: z.literal('compaction'),
  /** The harness's own limit, or somebody's command; absent where it is not known. */
  trigger: z.enum(['auto', 'manual']).optional(),
  /** Tokens in the context before and after. */
  before: z.int().optional(),
  after: z.int().optional(),
});

export const runEventSchema = z.object({
  ...base,
  kind: z.literal('run'),
  phase: z.enum(['start', 'stop']),
  signal: z.string().optional(),
  exit: z.int().nullable().optional(),
  /** The limit that ended it. */
  limit: z.enum(['time', 'output']).optional(),
  /** On `start`: measured lag of each source in ms. */
  lags: z.partialRecord(traceSourceSchema, z.number()).optional(),
  /** On `stop`: sources known to be damaged, with what is wrong with each. */
  damaged: z.partialRecord(traceSourceSchema, z.string()).optional(),
});

/** One line of trace.jsonl. Unknown fields are dropped, unknown kinds refused. */
export const traceEventSchema = z.discriminatedUnion('kind', [
  requestEventSchema,
  fileEventSchema,
  toolEventSchema,
  agentEventSchema,
  messageEventSchema,
  usageEventSchema,
  compactionEventSchema,
  runEventSchema,
]);

export type TraceEvent = z.infer<typeof traceEventSchema>;
export type RequestEvent = z.infer<typeof requestEventSchema>;
export type FileEvent = z.infer<typeof fileEventSchema>;
export type ToolEvent = z.infer<typeof toolEventSchema>;
export type AgentEvent = z.infer<typeof agentEventSchema>;
export type MessageEvent = z.infer<typeof messageEventSchema>;
export type UsageEvent = z.infer<typeof usageEventSchema>;
export type CompactionEvent = z.infer<typeof compactionEventSchema>;
export type RunEvent = z.infer<typeof runEventSchema>;

type Unnumbered<T> = T extends unknown ? Omit<T, 'seq' | 'hash'> : never;
/** An event before the merge has numbered and chained it. */
export type RawTraceEvent = Unnumbered<TraceEvent>;
