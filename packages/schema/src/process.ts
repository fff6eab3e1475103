import { z } from 'zod';

const text = z.string().min(1);
const where = text.optional().describe('An expression over the event; see the process language.');

/** What counts as evidence that an act happened. One matcher per object, `where` beside it; `anyOf` and `allOf` combine. */
export type MatcherSource =
  | { wrote: string; where?: string | undefined }
  | { edited: string; where?: string | undefined }
  | { deleted: string; where?: string | undefined }
  | { read: string; where?: string | undefined }
  | { requested: string; service?: string | undefined; where?: string | undefined }
  | { ran: string; where?: string | undefined }
  | { called: string; with?: Record<string, string> | undefined; where?: string | undefined }
  | { delegated: string; where?: string | undefined }
  | { replied: true; where?: string | undefined }
  | { anyOf: MatcherSource[] }
  | { allOf: MatcherSource[] };

export const matcherSchema: z.ZodType<MatcherSource> = z.lazy(() =>
  z.union([
    z.strictObject({ wrote: text.describe('Workspace path; {holes} are filled from the loop variables.'), where }),
    z.strictObject({ edited: text, where }),
    z.strictObject({ deleted: text, where }),
    z.strictObject({ read: text, where }),
    z.strictObject({ requested: text.describe('METHOD /path on a world service.'), service: text.optional(), where }),
    z.strictObject({ ran: text.describe('A command line; * stands for any text.'), where }),
    z.strictObject({
      called: text.describe('A tool by name.'),
      with: z.record(z.string(), z.string()).optional(),
      where,
    }),
    z.strictObject({ delegated: text.describe('A subagent by type; * for any.'), where }),
    z.strictObject({ replied: z.literal(true), where }),
    z.strictObject({ anyOf: z.array(matcherSchema).min(1) }),
    z.strictObject({ allOf: z.array(matcherSchema).min(1) }),
  ]),
);

export const proofSchema = z.strictObject({
  token: text.describe('Field of the output that must carry the token which only this item’s page shows.'),
  fields: z.array(text).default([]).describe('Fields of the output that must equal what that page served.'),
});

export const aggregateSchema = z.strictObject({
  of: z.array(text).min(1).describe('The steps whose values are combined.'),
  expect: text.describe('An expression giving the expected output; `values` is a list of { item, value }.'),
  tolerance: z.number().min(0).default(0).describe('Absolute and inclusive, for numbers.'),
  uses: text.optional().describe('Field of the output that lists the inputs it used.'),
});

export const modes = ['parallel', 'sequential', 'any'] as const;
export const granularities = ['request', 'call', 'agent', 'artifact'] as const;

export interface StepSource {
  step: string;
  says?: string | undefined;
  started?: MatcherSource | undefined;
  done: MatcherSource;
  yields?: string | undefined;
  proof?: z.input<typeof proofSchema> | undefined;
  optional?: boolean | undefined;
  reads?: string[] | undefined;
  aggregate?: z.input<typeof aggregateSchema> | undefined;
  atMost?: number | undefined;
}

export interface RetrySource {
  max: number;
  where?: string | undefined;
}

export type NodeSource =
  | StepSource
  | {
      forEach: string;
      key?: string | undefined;
      mode?: (typeof modes)[number] | undefined;
      unit?: (typeof granularities)[number] | undefined;
      maxWords?: number | undefined;
      while?: string | undefined;
      do: NodeSource[];
    }
  | { parallel: NodeSource[][] }
  | { if: string; then: NodeSource[]; else?: NodeSource[] | undefined }
  | { repeat: { while: string; max: number; as?: string | undefined }; do: NodeSource[] }
  | {
      try: NodeSource[];
      catch: {
        on: MatcherSource;
        retry?: RetrySource | undefined;
        do?: NodeSource[] | undefined;
        otherwise?: NodeSource[] | undefined;
      };
    }
  | { call: string; with?: Record<string, string> | undefined };

const camelCase = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'expected a camelCase name');
const block = z.lazy(() => z.array(nodeSchema).min(1));

export const stepSchema: z.ZodType<StepSource> = z.lazy(() =>
  z.strictObject({
    step: camelCase.describe('An id: camelCase, unique in the process.'),
    says: text.optional().describe('What the candidate is asked to do, one sentence.'),
    started: matcherSchema.optional().describe('When the work on it begins.'),
    done: matcherSchema.describe('The evidence that it happened.'),
    yields: text.optional().describe('Its value for later conditions: a workspace path, `response.body`, or `reply`.'),
    proof: proofSchema.optional(),
    optional: z.boolean().optional(),
    reads: z.array(text).optional().describe('Workspace paths that must have been read before.'),
    aggregate: aggregateSchema.optional(),
    atMost: z.int().min(0).optional().describe('Occurrences beyond it are a finding; 0: it may never be done.'),
  }),
);

/** One node of a process as written in YAML. */
export const nodeSchema: z.ZodType<NodeSource> = z.lazy(() =>
  z.union([
    stepSchema,
    z.strictObject({
      forEach: z.string().regex(/^[a-z][a-zA-Z0-9]*\s+in\s+\S/, 'expected `variable in list`'),
      key: text.optional().describe('Field that identifies an item, where the fact declares none.'),
      mode: z.enum(modes).optional(),
      unit: z.enum(granularities).optional(),
      maxWords: z.int().min(1).optional().describe('Size bound of one unit of work, in words.'),
      while: text.optional().describe('Before each item: whether to go on, on what the items before it yielded.'),
      do: block,
    }),
    z.strictObject({ parallel: z.array(block).min(2) }),
    // biome-ignore lint/suspicious/noThenProperty: the language's own word; its value is a list
    z.strictObject({ if: text, then: block, else: block.optional() }),
    z.strictObject({
      repeat: z.strictObject({ while: text, max: z.int().min(1), as: camelCase.optional() }),
      do: block,
    }),
    z.strictObject({
      try: block,
      catch: z.strictObject({
        on: matcherSchema,
        retry: z.strictObject({ max: z.int().min(1), where }).optional(),
        do: block.optional(),
        otherwise: block.optional(),
      }),
    }),
    z.strictObject({ call: camelCase, with: z.record(camelCase, text).optional() }),
  ]),
);

export const procedureSchema = z.strictObject({ params: z.array(camelCase), do: block });

export const processSchema = z.array(nodeSchema).min(1);
export type ProcessSource = NodeSource[];
export type ProcedureSource = { params: string[]; do: NodeSource[] };
