import { z } from 'zod';
import { itemTypes } from '../../model/case.js';
import { acts } from './language/language.js';
import { overrideTimings, shapes } from './obey-template.js';

const identifier = z.string().regex(/^[A-Za-z_]\w*$/, 'expected a letter or _, then letters, digits or _');
const key = z.string().regex(/^[A-Za-z_][\w-]*$/, 'expected a letter or _, then letters, digits, _ or -');
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'expected three numbers like 1.0.0');
const text = z.string().min(1, 'expected a text that is not empty');
const count = z.int().min(0, 'expected a number from 0').max(2_000, 'expected a number up to 2000');

function perLevel<Value extends z.ZodType>(value: Value) {
  const one = value.optional();
  return z.strictObject({ easy: one, medium: one, hard: one, elite: one });
}

/** Mappings whose keys are data; the reader of YAML gives them as `Map`, which JSON Schema does not know. */
function mapOf<Value>(inner: z.ZodType<Value>) {
  const { $schema: _, ...additionalProperties } = z.toJSONSchema(inner);
  return z
    .custom<ReadonlyMap<string, Value>>((value) => value instanceof Map, 'expected a mapping')
    .superRefine((map, context) => {
      for (const [name, value] of map) {
        const read = inner.safeParse(value);
        if (!read.success) context.addIssue({ code: 'custom', path: [name], message: 'expected text' });
      }
    })
    .meta({ type: 'object', additionalProperties });
}

const variable = z.strictObject({
  name: identifier,
  generator: text,
  of: z.array(z.string().regex(/^-?[A-Za-z_]\w*$/, 'expected the name of a variable, or - and one')).optional(),
});

const actTurn = z.strictObject({
  act: z.enum(acts),
  matter: text.optional(),
  value: text.optional(),
  instead: text.optional(),
  overrides: z.boolean().optional(),
  superseded: z.boolean().optional(),
  as: z.enum(shapes).optional(),
  name: text.optional(),
});

/** A turn is an act, or the block of all turns without signal. */
const turn = actTurn.partial({ act: true }).extend({
  role: z.literal('distractor_block').optional(),
  count: z.literal('{{difficulty.distractor_turns}}').optional(),
});

const groundTruth = z.strictObject({
  immutable_facts: z.array(text).optional(),
  locked_decisions: z.array(text).optional(),
  forbidden_behaviors: z.array(text).optional(),
  unresolved_items: z.array(text).optional(),
  deferred_items: z.array(text).optional(),
  entity_map: mapOf(z.string()).optional(),
});

const item = z.strictObject({ key: identifier, type: z.enum(itemTypes), prompt: text, expected: mapOf(z.unknown()) });

const continuation = z.strictObject({
  variables: z.array(variable).default([]),
  turns: z.array(actTurn).min(1, 'expected at least one act'),
  ground_truth: groundTruth.prefault({}),
  evaluation_items: z.array(item).default([]),
});

/** The object `template` of a file whose root says `dialect: obey-1`: closed at every level. */
export const obeyTemplateSchema = z.strictObject({
  key,
  family: identifier,
  version,
  field: text,
  subject: z.strictObject({ project: identifier, lead: identifier }),
  difficulty_policy: z.strictObject({
    distractor_turns: perLevel(count.min(6, 'expected a number from 6')),
    paraphrase_depth: perLevel(count.max(3, 'expected a number up to 3')).prefault({}),
    override_timing: perLevel(z.enum(overrideTimings)).prefault({}),
    distance: perLevel(count).prefault({}),
    near_names: perLevel(count.max(8, 'expected a number up to 8')).prefault({}),
    continuation_turns: perLevel(count.min(4, 'expected a number from 4')),
  }),
  variables: z.array(variable).default([]),
  transcript: z.strictObject({ turns: z.array(turn) }),
  ground_truth: groundTruth,
  evaluation_items: z.array(item).min(1, 'expected at least one item'),
  continuation: z.array(continuation).min(1, 'expected at least one entry'),
});

/** Where the mappings of such a template hold keys of the author's own. */
export const obeyTemplateMaps = [
  ['ground_truth', 'entity_map'],
  ['evaluation_items', '*', 'expected'],
  ['continuation', '*', 'ground_truth', 'entity_map'],
  ['continuation', '*', 'evaluation_items', '*', 'expected'],
];
