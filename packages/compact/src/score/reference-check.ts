import { fromPlain, isJsonObject, type JsonValue } from '../json/json-value.js';
import { pythonRepr } from '../json/python-text.js';
import { normalise } from './normalise.js';
import { ScoringError } from './scoring-error.js';
import { trim } from './whitespace.js';

/** An answer, and what the checks ask of it; the normalised form is made once. */
export interface Answer {
  readonly text: string;
  readonly normalised: string;
}

/** The parameters of a check: an item's `expected`. */
export type CheckSpec = ReadonlyMap<string, unknown>;
type Check = (spec: CheckSpec, answer: Answer) => number;

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  [
    'contains_normalized',
    (spec, answer) => {
      const value = stringOf(spec, 'contains_normalized');
      return value === '' || answer.normalised.includes(normalise(value)) ? 1 : 0;
    },
  ],
  [
    'forbidden_absent',
    (spec, answer) => {
      const value = stringOf(spec, 'forbidden_absent');
      // A blank value normalises to nothing, which every answer contains: it always scores 0.
      return value === '' || !answer.normalised.includes(normalise(value)) ? 1 : 0;
    },
  ],
  ['exact', (spec, answer) => (trim(answer.text) === trim(stringOf(spec, 'exact')) ? 1 : 0)],
  [
    'set_match',
    (spec, answer) => {
      const values = spec.has('values') ? spec.get('values') : [];
      if (!isStringList(values)) throw new ScoringError("'set_match' requires 'values' to be a list of strings");
      const found = values.filter((value) => answer.normalised.includes(normalise(value)));
      return values.length === 0 ? 1 : found.length / values.length;
    },
  ],
]);

/** An answer ready for any number of checks. */
export const answerOf = (text: string): Answer => ({ text, normalised: normalise(text) });

/**
 * Scores one answer by one check of the profiles 1.0.0 and 2.0.0: 0–1.
 * @throws ScoringError where `check` is missing or unknown, or a parameter has a wrong type
 */
export function runReferenceCheck(spec: CheckSpec, answer: Answer): number {
  const name = spec.get('check');
  const check = typeof name === 'string' ? checks.get(name) : undefined;
  if (check !== undefined) return check(spec, answer);
  const shown = fromPlain(name);
  if (isFalsy(shown)) throw new ScoringError("expected spec is missing a 'check' key");
  const known = pythonRepr([...checks.keys()]);
  throw new ScoringError(`unknown check type ${pythonRepr(shown)}. Known: ${known}`);
}

function stringOf(spec: CheckSpec, check: string): string {
  const value = spec.has('value') ? spec.get('value') : '';
  if (typeof value !== 'string') throw new ScoringError(`'${check}' requires 'value' to be a string`);
  return value;
}

const isStringList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** What is false in Python: null, false, nought and whatever is empty. */
const isFalsy = (value: JsonValue): boolean =>
  value === null ||
  value === false ||
  value === '' ||
  value === 0n ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0) ||
  (isJsonObject(value) && value.size === 0);
