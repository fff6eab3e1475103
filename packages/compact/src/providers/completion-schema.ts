import { jsonSchema } from '@obey/schema';
import { z } from 'zod';

const count = z.int().min(0);

/** A completion as it is stored. */
export const completionSchema = z.strictObject({
  text: z.string(),
  promptTokens: count,
  completionTokens: count,
  cachedPromptTokens: count,
  model: z.string(),
  finish: z.enum(['complete', 'truncated', 'filtered', 'unknown']),
  raw: z.record(z.string(), jsonSchema),
});
