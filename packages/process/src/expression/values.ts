import { EvaluationError } from './evaluation-error.js';

/** A list that a path built, as opposed to one that stands in the data: JSONata takes a lone element out of it. */
export type Sequence = unknown[] & { sequence?: true };

export function createSequence(): Sequence {
  const sequence: Sequence = [];
  sequence.sequence = true;
  return sequence;
}

export function isSequence(value: unknown): value is Sequence {
  return Array.isArray(value) && (value as Sequence).sequence === true;
}

/** What an evaluation gives for a list that it built: nothing, the lone element, or the list. */
export function collapse(value: unknown): unknown {
  if (!isSequence(value)) return value;
  return value.length === 0 ? undefined : value.length === 1 ? value[0] : value;
}

/** Whether it is a number; infinite ones are an error wherever JSONata looks at them. */
export function isNumber(value: unknown): value is number {
  if (typeof value !== 'number' || Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) throw new EvaluationError('D1001', value);
  return true;
}

/** JSONata's `$boolean`: undefined stays undefined. */
export function toBoolean(value: unknown): boolean | undefined {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'undefined':
      return undefined;
    case 'string':
      return value.length > 0;
    case 'number':
      return isNumber(value) && value !== 0;
    case 'object':
      if (value === null) return false;
      if (!Array.isArray(value)) return Object.keys(value).length > 0;
      if (value.length === 1) return toBoolean(value[0]) ?? false;
      return value.filter((element) => toBoolean(element)).length > 0;
    default:
      return false;
  }
}

/** JSONata's `$string`. */
export function toText(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new EvaluationError('D3001', value, 'string');
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'number' && isNumber(inner) && !Number.isInteger(inner)) return Number(inner.toPrecision(15));
    return inner;
  });
}

export function isDeepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((element, index) => isDeepEqual(element, right[index]));
  }
  if (Array.isArray(left) || Array.isArray(right)) return false;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every(
    (name) => Object.hasOwn(right, name) && isDeepEqual(Reflect.get(left, name), Reflect.get(right, name)),
  );
}

/** The field `name` of a value, or of every element of a list. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return collapse(fieldOfEach(value, name));
  const found = (value as Record<string, unknown>)[name];
  // Parsed data inherits nothing but what every object has, so that few names need the slower question.
  return found === undefined || !(name in Object.prototype) || Object.hasOwn(value, name) ? found : undefined;
}

function fieldOfEach(list: readonly unknown[], name: string): Sequence {
  const found = createSequence();
  for (const element of list) {
    const value = Array.isArray(element) ? fieldOfEach(element, name) : fieldOf(element, name);
    if (Array.isArray(value)) for (const inner of value) found.push(inner);
    else if (value !== undefined) found.push(value);
  }
  return found;
}

/** A value without any trace of how it was built: plain lists and objects. */
export function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  const plain: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    Object.defineProperty(plain, name, { value: toPlain(inner), enumerable: true, writable: true, configurable: true });
  }
  return plain;
}
