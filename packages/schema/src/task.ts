import { z } from 'zod';
import { captureSchema, downloadSchema } from './capture.js';
import { dimensionSchema } from './dimension.js';
import { jsonSchema } from './json.js';
import { procedureSchema, processSchema } from './process.js';

const text = z.string().min(1);
const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected a kebab-case name');
const positive = z.number().positive();

const value = z.union([z.number(), z.string(), z.boolean()]);

const parameterSchema = z
  .strictObject({
    type: z.enum(['integer', 'number', 'string', 'boolean']),
    says: text.optional(),
    easy: value,
    medium: value,
    hard: value,
    elite: value,
  })
  .describe('A parameter with its value at each level.');

const factSchema = z.strictObject({
  key: text.optional().describe('Field that identifies one element, for lists that are looped over.'),
  says: text.optional(),
});

const serviceSchema = z.strictObject({
  latencyMs: z.tuple([z.number().min(0), z.number().min(0)]).describe('Least and most, at pace 1.'),
  says: text.optional(),
});

const correctnessSchema = z.strictObject({
  id: kebab,
  of: text.describe('The step whose output it checks.'),
  check: text.describe('An expression over values and facts, or a name in check.ts.'),
  tolerance: z.number().min(0).optional(),
  weight: positive.optional(),
});

const questionSchema = z.strictObject({
  id: kebab,
  of: text,
  ask: text,
  scale: z.int().min(2).max(10),
  weight: z.number().positive().max(0.1),
});

export const evaluationSchema = z.strictObject({
  weights: z.partialRecord(dimensionSchema, positive).optional(),
  correctness: z.array(correctnessSchema).default([]),
  questions: z.array(questionSchema).default([]),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** Where in a trial the main agent's context is to be compacted, by harnesses that can be made to. */
export const forcedCompactionSchema = z
  .strictObject({
    after: text.optional().describe('Once, when this step is done: one that writes a file of a fixed path.'),
    tokens: z.int().min(1000).optional().describe('Whenever the context has grown to about so many tokens.'),
  })
  .refine(({ after, tokens }) => (after === undefined) !== (tokens === undefined), 'expected `after` or `tokens`')
  .describe('Forces the context to be compacted where the harness can.');
export type ForcedCompaction = z.infer<typeof forcedCompactionSchema>;

/** `task.yaml` as written. */
export const taskSchema = z.strictObject({
  id: kebab,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version like 1.0.0'),
  title: text,
  suite: z.array(kebab).default([]).describe('Suites that it belongs to.'),
  domain: kebab,
  skills: z.array(kebab).default([]),
  tags: z.array(kebab).default([]),
  licence: text.default('CC0-1.0'),
  parameters: z.record(text, parameterSchema).default({}),
  facts: z.record(text, factSchema).default({}).describe('What prepare.ts knows and the process may name.'),
  limits: z.strictObject({ minutes: positive, outputBytes: z.int().positive().optional() }),
  network: z.enum(['none', 'world', 'open']),
  compaction: forcedCompactionSchema.optional(),
  services: z.record(kebab, serviceSchema).default({}),
  captures: z
    .record(kebab, captureSchema)
    .default({})
    .describe('Pages of the web, kept in captures/ of this folder by `obey prepare <task> --capture`.'),
  downloads: z
    .record(kebab, downloadSchema)
    .default({})
    .describe('Public files, kept in a cache by `obey prepare <task> --capture`.'),
  ignore: z
    .array(text)
    .default([])
    .describe('Workspace paths that are not recorded, besides node_modules and .git objects.'),
  prompt: text.default('prompt.md'),
  instructions: z
    .record(text, text)
    .default({})
    .describe('Workspace path → file of this folder: what the candidate is told there besides its prompt.'),
  process: processSchema,
  procedures: z.record(text, procedureSchema).default({}),
  evaluation: evaluationSchema.default({ correctness: [], questions: [] }),
});
export type Task = z.infer<typeof taskSchema>;
export type TaskSource = z.input<typeof taskSchema>;

/** Parameter values of one level. */
export const parameterValuesSchema = z.record(z.string(), jsonSchema);
export type ParameterValues = z.infer<typeof parameterValuesSchema>;
