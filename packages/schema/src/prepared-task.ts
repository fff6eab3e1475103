import { z } from 'zod';
import { jsonSchema } from './json.js';
import { levelSchema } from './level.js';
import { parameterValuesSchema } from './task.js';

/** What a page proves to whoever reads it: recorded with each answer, never sent. */
export const pageProofSchema = z.strictObject({
  /** Key of the item, as in findings: keys of the loop values joined by `/`. */
  item: z.string(),
  /** The token that this answer shows and no other item's does. */
  token: z.string().optional(),
  /** The values that this answer serves, under the names that the process uses. */
  fields: z.record(z.string(), jsonSchema).default({}),
});
export type PageProof = z.infer<typeof pageProofSchema>;

/**
 * One answer of a route. The first of a route's answers whose `when` holds is served.
 * `nth` counts the calls of this route from 1 (a number, or from–to inclusive); `after` holds once `METHOD /path` of the same world was answered.
 */
export const answerSchema = z.strictObject({
  when: z
    .strictObject({
      nth: z.union([z.int().min(1), z.tuple([z.int().min(1), z.int().min(1)])]).optional(),
      after: z.string().optional(),
    })
    .optional(),
  status: z.int().min(100).max(599).default(200),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
  /** Name of the planted fault, when this answer is one. */
  fault: z.string().optional(),
  proof: pageProofSchema.optional(),
  /** Latency in ms at pace 1, in place of the service's range. */
  latencyMs: z.number().min(0).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** An answer of a service that keeps state: it decides itself when it gives which, so there is no `when`. */
export const statefulAnswerSchema = answerSchema.omit({ when: true });
export type AnswerInput = z.input<typeof statefulAnswerSchema>;

export const routeSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  path: z.string().startsWith('/'),
  answers: z.array(answerSchema).min(1),
});
export type Route = z.infer<typeof routeSchema>;

export const worldServiceSchema = z.strictObject({
  latencyMs: z.tuple([z.number(), z.number()]),
  routes: z.array(routeSchema),
});
export type WorldService = z.infer<typeof worldServiceSchema>;

export const factsSchema = z.record(z.string(), jsonSchema);
export type Facts = z.infer<typeof factsSchema>;

/** What `prepare.ts` returns. */
export const preparationSchema = z.strictObject({
  files: z.record(z.string(), z.string()).default({}),
  services: z.record(z.string(), z.strictObject({ routes: z.array(routeSchema) })).default({}),
  facts: factsSchema.default({}),
});
export type Preparation = z.input<typeof preparationSchema>;

/** One instance of a task: a pure function of task, seed, level and the trial's secret. */
export const preparedTaskSchema = z.strictObject({
  task: z.string(),
  version: z.string(),
  seed: z.int().min(0),
  level: levelSchema,
  parameters: parameterValuesSchema,
  /** The prompt with parameters filled in; `{{services.<name>}}` is filled when the world has started. */
  prompt: z.string(),
  /** Input files: workspace path → text. */
  files: z.record(z.string(), z.string()),
  services: z.record(z.string(), worldServiceSchema),
  facts: factsSchema,
});
export type PreparedTask = z.infer<typeof preparedTaskSchema>;

/** What the judge needs and the candidate must never see; written only after the candidate's last process is dead. */
export const sealedSchema = z.strictObject({
  parameters: parameterValuesSchema,
  facts: factsSchema,
  services: z.record(z.string(), worldServiceSchema),
  /** The trial's secret, in hex. */
  secret: z.string(),
});
export type Sealed = z.infer<typeof sealedSchema>;
