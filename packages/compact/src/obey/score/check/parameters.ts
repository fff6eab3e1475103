import { z } from 'zod';
import { fromPlain, toPlain } from '../../../json/json-value.js';
import { ScoringError } from '../../../score/scoring-error.js';

const text = z.string().refine((value) => value.trim() !== '', 'must not be blank');
const texts = z.array(text).default([]);
const number = z.union([z.number(), z.bigint().transform(Number), z.string()]);

const containsSchema = z.object({
  value: text,
  aliases: texts,
  stance: z.enum(['affirmed', 'prohibited', 'any']).optional(),
  rejects: texts,
});
const forbiddenSchema = z.object({ value: text, aliases: texts, instead: texts, rejects: texts });
const setSchema = z.object({
  values: z.array(text).min(1),
  aliases: z.union([z.record(z.string(), z.array(text)), z.array(text).length(0)]).default({}),
  stance: z.enum(['affirmed', 'prohibited', 'any']).optional(),
  rejects: texts,
});
const exactSchema = z.object({ value: text, aliases: texts });
const numericSchema = z.object({
  value: number,
  tolerance: z.number().min(0).optional(),
  rel_tolerance: z.number().min(0).optional(),
  unit: text.optional(),
  rejects: z.array(number).default([]),
});
const entitySchema = z.object({ entity: text, attribute: text, conflicts: texts, aliases: texts, rejects: texts });

const schemas = {
  contains_normalized: containsSchema,
  forbidden_absent: forbiddenSchema,
  set_match: setSchema,
  exact: exactSchema,
  numeric_within: numericSchema,
  entity_consistent: entitySchema,
} as const;

/** The six kinds of check. */
export type CheckName = keyof typeof schemas;
export const checkNames = Object.keys(schemas) as CheckName[];

/** An item's `expected`, read: its check and that check's parameters. */
export type CheckParameters = {
  readonly [Name in CheckName]: { readonly check: Name } & z.output<(typeof schemas)[Name]>;
}[CheckName];

const read = new WeakMap<ReadonlyMap<string, unknown>, CheckParameters>();

/**
 * Reads an item's `expected` for the profile obey-1. Parameters it does not know are left alone.
 * @throws ScoringError in one line where the check is missing or unknown, or a parameter is missing or of a wrong type
 */
export function readParameters(expected: ReadonlyMap<string, unknown>, item = 'item'): CheckParameters {
  const known = read.get(expected);
  if (known !== undefined) return known;
  const check = expected.get('check');
  if (check === undefined || check === null || check === '')
    throw new ScoringError(`${item}: 'expected' has no 'check'`);
  if (typeof check !== 'string' || !Object.hasOwn(schemas, check))
    throw new ScoringError(
      `${item}: unknown check ${JSON.stringify(String(check)).slice(0, 60)}; one of ${checkNames.join(', ')}`,
    );
  const result = schemas[check as CheckName].safeParse(toPlain(fromPlain(expected)));
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue?.path.map(String).join('.') ?? '';
    throw new ScoringError(
      `${item}: ${check} has a wrong '${path === '' ? 'value' : path}': ${issue?.message ?? 'not readable'}`,
    );
  }
  const parameters = { check, ...result.data } as CheckParameters;
  read.set(expected, parameters);
  return parameters;
}
