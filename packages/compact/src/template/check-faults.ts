import { extractReferences } from './references.js';

/** What is wrong with the specification of a check; `key` is the parameter it is about. */
export interface CheckFault {
  readonly rule: 'refused-check' | 'worthless-check' | 'unbound-reference';
  readonly key?: string;
  readonly message: string;
}

type Parameters = ReadonlyMap<string, unknown>;

/** Lists why a scorer would refuse a check or could learn nothing from it, before a run is spent on finding out. */
export function checkFaults(expected: Parameters): CheckFault[] {
  const check = expected.get('check');
  const examine = typeof check === 'string' ? checks.get(check) : undefined;
  if (examine !== undefined) return [...examine(expected), ...nestedReferences(expected)];
  const key = expected.has('check') ? { key: 'check' } : {};
  const found = typeof check === 'string' ? JSON.stringify(check) : 'none';
  return [refused(key, `expected one of the checks ${[...checks.keys()].join(', ')}, found ${found}`)];
}

const checks: ReadonlyMap<string, (expected: Parameters) => CheckFault[]> = new Map([
  ['contains_normalized', (expected) => textFaults(expected, 'an empty value is found in every answer')],
  ['forbidden_absent', forbiddenFaults],
  ['exact', (expected) => textFaults(expected, 'only an empty answer equals an empty value')],
  ['set_match', setFaults],
  ['numeric_within', numberFaults],
  ['entity_consistent', entityFaults],
]);

function textFaults(expected: Parameters, emptied: string): CheckFault[] {
  const value = expected.get('value') ?? '';
  if (typeof value !== 'string') return [refused({ key: 'value' }, `expected text, found ${kindOf(value)}`)];
  const key = expected.has('value') ? { key: 'value' } : {};
  return value.trim() === '' ? [{ rule: 'worthless-check', ...key, message: emptied }] : [];
}

function forbiddenFaults(expected: Parameters): CheckFault[] {
  const blank = expected.get('value');
  const always = typeof blank === 'string' && blank !== '' && blank.trim() === '';
  return textFaults(expected, always ? 'a blank value is found in every answer' : 'an empty value forbids nothing');
}

function setFaults(expected: Parameters): CheckFault[] {
  const values = expected.get('values') ?? [];
  if (!Array.isArray(values)) return [refused({ key: 'values' }, `expected a list of texts, found ${kindOf(values)}`)];
  const other = values.find((value) => typeof value !== 'string');
  if (other !== undefined) return [refused({ key: 'values' }, `expected texts only, found ${kindOf(other)}`)];
  const key = expected.has('values') ? { key: 'values' } : {};
  const free = values.some((value) => value.trim() === '');
  if (values.length === 0) return [{ rule: 'worthless-check', ...key, message: 'every answer holds all of no values' }];
  return free ? [{ rule: 'worthless-check', ...key, message: 'an empty value is found in every answer' }] : [];
}

function numberFaults(expected: Parameters): CheckFault[] {
  const faults: CheckFault[] = [];
  const value = expected.get('value');
  const readable = typeof value === 'number' || typeof value === 'string';
  if (!readable) faults.push(refused({ key: 'value' }, `expected a number, found ${kindOf(value)}`));
  const limits = ['tolerance', 'rel_tolerance'].filter((name) => expected.has(name));
  if (limits.length !== 1) faults.push(refused({}, 'expected one of tolerance and rel_tolerance'));
  for (const key of limits) {
    const limit = expected.get(key);
    const fits = typeof limit === 'number' && limit >= 0;
    if (!fits) faults.push(refused({ key }, `expected a number from 0 on, found ${kindOf(limit)}`));
  }
  return faults;
}

function entityFaults(expected: Parameters): CheckFault[] {
  return ['entity', 'attribute'].flatMap((key) => {
    const value = expected.get(key);
    const fits = typeof value === 'string' && value.trim() !== '';
    return fits ? [] : [refused({ key }, `expected a text that is not empty, found ${kindOf(value)}`)];
  });
}

/** CompactBench puts values into the texts of `expected` itself only, not into those deeper within. */
function nestedReferences(expected: Parameters): CheckFault[] {
  return [...expected].flatMap(([key, value]) => {
    const [name] = typeof value === 'object' ? referencesWithin(value) : [];
    if (name === undefined) return [];
    return [{ rule: 'unbound-reference', key, message: `{{${name}}} stays as it is within a list or mapping` }];
  });
}

function referencesWithin(value: unknown): string[] {
  if (typeof value === 'string') return extractReferences(value);
  if (Array.isArray(value)) return value.flatMap(referencesWithin);
  return value instanceof Map ? [...value.values()].flatMap(referencesWithin) : [];
}

function refused(place: { readonly key?: string }, message: string): CheckFault {
  return { rule: 'refused-check', ...place, message };
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  return value instanceof Map ? 'a mapping' : String(value);
}
