import { levelSchema } from '@obey/schema';
import { z } from 'zod';
import { itemTypes } from '../model/case.js';

const texts = z.array(z.string());
const lines = texts.default([]);
const textMap = z.custom<ReadonlyMap<string, string>>(
  (value) => value instanceof Map && [...value.values()].every((member) => typeof member === 'string'),
  'expected an object of strings',
);
const valueMap = z.custom<ReadonlyMap<string, unknown>>((value) => value instanceof Map, 'expected an object');

/** A case as its JSON gives it; `entity_map` and `expected` are maps already. Lists that an older writer left out are empty. */
export const caseSchema = z.strictObject({
  case_id: z.string(),
  template_key: z.string(),
  template_version: z.string(),
  seed: z.union([z.bigint(), z.int().transform(BigInt)], 'expected an integer'),
  difficulty: levelSchema,
  transcript: z.strictObject({
    turns: z.array(
      z.strictObject({
        id: z.int().min(0),
        role: z.enum(['user', 'assistant', 'system']),
        content: z.string(),
        tags: texts.default([]),
      }),
    ),
  }),
  ground_truth: z.strictObject({
    immutable_facts: lines,
    locked_decisions: lines,
    forbidden_behaviors: lines,
    unresolved_items: lines,
    deferred_items: lines,
    entity_map: textMap.default(() => new Map()),
  }),
  evaluation_items: z.array(
    z.strictObject({ key: z.string(), item_type: z.enum(itemTypes), prompt: z.string(), expected: valueMap }),
  ),
});
