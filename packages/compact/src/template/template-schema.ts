import { z } from 'zod';
import type { CaseValue } from '../case/case-value.js';
import { laxInteger, turnCount } from './lax-integer.js';

const wordCharacters = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}';
const name = z
  .string()
  .regex(new RegExp(`^[A-Za-z_][${wordCharacters}]*$`, 'u'), 'expected a letter a–z or _, then letters, digits or _');
const hyphenatedName = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z_][${wordCharacters}\\-]*$`, 'u'),
    'expected a letter a–z or _, then letters, digits, _ or -',
  );
const version = z.string().regex(/^\p{Nd}+\.\p{Nd}+\.\p{Nd}+$/u, 'expected three numbers like 1.0.0');
const text = z.string().min(1, 'expected a text that is not empty');
const texts = z.array(z.string()).default([]);

function perLevel<Value extends z.ZodType>(value: Value) {
  const one = value.optional();
  return z.strictObject({ easy: one, medium: one, hard: one, elite: one }).prefault({});
}

const turn = z
  .strictObject({
    role: z.enum(['user', 'assistant', 'system', 'distractor_block']),
    template: z.string().nullable().default(null),
    tags: texts,
    count: turnCount.default(null),
  })
  .superRefine(({ role, template, count }, context) => {
    if (role === 'distractor_block') {
      if (count === null) context.addIssue({ code: 'custom', path: ['count'], message: 'expected a number of turns' });
    } else if (template === null || template === '') {
      context.addIssue({ code: 'custom', path: ['template'], message: 'expected a text that is not empty' });
    }
  })
  .meta({
    if: { properties: { role: { const: 'distractor_block' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['count'], properties: { count: { type: ['integer', 'string'] } } },
    else: { required: ['template'], properties: { template: { type: 'string', minLength: 1 } } },
  });

/** Maps whose keys are data; the reader of YAML gives them as `Map`. */
const entityMap = z
  .custom<ReadonlyMap<string, string>>((value) => value instanceof Map, 'expected a mapping')
  .superRefine((map, context) => {
    for (const [key, value] of map) {
      if (typeof value !== 'string') context.addIssue({ code: 'custom', path: [key], message: 'expected text' });
    }
  })
  .meta({ type: 'object', additionalProperties: { type: 'string' } });
const expected = z
  .custom<ReadonlyMap<string, CaseValue>>((value) => value instanceof Map, 'expected a mapping')
  .meta({ type: 'object' });

/** A template as a file gives it, closed at every level: whatever is not named here is refused. */
export const templateSchema = z.strictObject({
  key: hyphenatedName,
  family: name,
  version,
  difficulty_policy: z.strictObject({
    distractor_turns: perLevel(laxInteger),
    paraphrase_depth: perLevel(laxInteger),
    override_timing: perLevel(z.string()),
  }),
  variables: z.array(z.strictObject({ name, generator: text })).default([]),
  transcript: z.strictObject({ turns: z.array(turn) }),
  ground_truth: z.strictObject({
    immutable_facts: texts,
    locked_decisions: texts,
    forbidden_behaviors: texts,
    unresolved_items: texts,
    deferred_items: texts,
    entity_map: entityMap.default(() => new Map()),
  }),
  evaluation_items: z.array(z.strictObject({ key: name, type: text, prompt: text, expected })),
});

/** Where the mappings of a template hold keys of the author's own. */
export const templateMaps = [
  ['ground_truth', 'entity_map'],
  ['evaluation_items', '*', 'expected'],
];
