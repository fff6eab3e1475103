import { ObeyError } from '@obey/schema';
import { parseJson } from '../json/parse-json.js';
import type { Case } from '../model/case.js';
import { caseSchema } from './case-schema.js';
import { fromJson } from './from-json.js';
import { plainObjects } from './plain-objects.js';

const maps = [
  ['ground_truth', 'entity_map'],
  ['evaluation_items', '*', 'expected'],
];

/**
 * Reads a case from any of its text forms; `writeCase` gives the same bytes again.
 *
 * @throws ObeyError `case-invalid`: no JSON, or not a case, with the path of the first member that is wrong
 */
export function parseCase(text: string, file?: string): Case {
  const at = file === undefined ? {} : { at: { file } };
  const json = parseJson(text.replace(/^\ufeff/, ''));
  if (!json.ok) throw new ObeyError('case-invalid', `no JSON: ${json.fault.message}`, { ...at, hint });
  const parsed = caseSchema.safeParse(plainObjects(fromJson(json.value), maps));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String).join('.') || 'the case';
  const message = `${path}: ${issue?.message ?? 'is not what a case has'}`;
  throw new ObeyError('case-invalid', message, { ...at, hint, cause: parsed.error });
}

const hint = 'a case is what `obey compact generate` writes';
