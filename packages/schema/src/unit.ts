import { z } from 'zod';
import { dimensionSchema } from './dimension.js';

/** One opportunity to obey that was due on the path this run took. */
export const unitSchema = z.strictObject({
  dimension: dimensionSchema,
  /** The program node that it belongs to; credits average within a group first. */
  group: z.string(),
  step: z.string(),
  /** Keys of the loop values joined by `/`; empty outside loops. */
  item: z.string(),
  weight: z.number().positive(),
  /** 0 to 1. */
  credit: z.number().min(0).max(1),
  /** False when it was due but what it needs is missing. */
  exercised: z.boolean(),
  /** False when the promised sources cannot show it. */
  observable: z.boolean(),
  /** Stable code of the finding that a credit below 1 becomes. */
  code: z.string(),
  due: z.string(),
  seen: z.string(),
  cites: z.array(z.int()),
  /** For decisions: which class was due, and whether its operands were yielded before its branch began (null: no branch event). */
  decision: z.strictObject({ due: z.boolean(), informed: z.boolean().nullable() }).optional(),
  /** For unexercised units: the step (and item) that should have made it possible. */
  because: z.strictObject({ step: z.string(), item: z.string() }).optional(),
});
export type Unit = z.infer<typeof unitSchema>;
