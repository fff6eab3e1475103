import { z } from 'zod';

export const markKinds = ['request', 'tool', 'agent', 'file', 'message', 'compaction'] as const;

/** One event on the timeline, or several of a kind that are too close together to tell apart. */
export const markSchema = z.strictObject({
  /** The first event's `seq`. */
  seq: z.int(),
  count: z.int().min(1),
  /** Milliseconds since the trial began. */
  start: z.number(),
  end: z.number(),
  kind: z.enum(markKinds),
  failed: z.boolean(),
  cited: z.boolean(),
  text: z.string(),
  /** From 0: marks of a lane that overlap stand in rows below one another. */
  row: z.int().min(0),
});
export type Mark = z.infer<typeof markSchema>;

export const laneSchema = z.strictObject({
  actor: z.string(),
  /** The actor as a person would call it: a subagent by its type and the beginning of its id. */
  name: z.string(),
  /** Null for what belongs to no item. */
  item: z.string().nullable(),
  rows: z.int().min(1),
  marks: z.array(markSchema),
});
export type Lane = z.infer<typeof laneSchema>;

export const timelineSchema = z.strictObject({
  /** From the first mark to the end of the trace, in milliseconds since the trial began. */
  startMs: z.number(),
  endMs: z.number(),
  /** By actor, then by when their work began. */
  lanes: z.array(laneSchema),
  /** Events of the kinds that a timeline shows. */
  events: z.int(),
  /** How many of them are not drawn. */
  hidden: z.int(),
  hiddenLanes: z.int(),
  /** Most requests (or tool calls, when there is no request) open at once among those drawn. */
  peak: z.strictObject({ of: z.enum(['request', 'tool']), count: z.int() }).nullable(),
});
export type Timeline = z.infer<typeof timelineSchema>;
