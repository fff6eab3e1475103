import { type TraceEvent, toolKinds, traceSources } from '@obey/schema';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const real: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const int: Check = (value) => Number.isSafeInteger(value);
const count: Check = (value) => int(value) && (value as number) >= 0;
const json: Check = () => true;
const list: Check = (value) => Array.isArray(value) && value.every(text);
const only =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const raw: Check = (value) =>
  isObject(value) && Object.keys(value).length === 3 && text(value.file) && int(value.from) && int(value.to);

const proof: Check = (value) => {
  if (!isObject(value) || !text(value.item) || !isObject(value.fields)) return false;
  const keys = Object.keys(value).length;
  return value.token === undefined ? keys === 2 : keys === 3 && text(value.token);
};

interface Field {
  readonly required: boolean;
  readonly check: Check;
}

interface Shape {
  readonly required: number;
  readonly fields: ReadonlyMap<string, Field>;
}

const fieldsOf = (checks: Record<string, Check>, required: boolean): [string, Field][] =>
  Object.entries(checks).map(([key, check]) => [key, { required, check }]);

const shape = (required: Record<string, Check>, optional: Record<string, Check>): Shape => {
  const source = only(...traceSources);
  const needed = { kind: text, seq: count, start: real, end: real, source, actor: text, ...required };
  const allowed = { parent: text, batch: text, raw, hash: text, ...optional };
  return {
    required: Object.keys(needed).length,
    fields: new Map([...fieldsOf(needed, true), ...fieldsOf(allowed, false)]),
  };
};

/** The kinds that come in great numbers; the others go through the schema. */
const shapes = new Map<unknown, Shape>([
  [
    'request',
    shape(
      { service: text, method: text, path: text, status: int, bytes: int },
      { query: text, body: text, requestBody: text, fault: text, proof },
    ),
  ],
  [
    'file',
    shape(
      { path: text, change: only('created', 'modified', 'deleted', 'renamed') },
      { from: text, sha256: text, bytes: int, partial: flag },
    ),
  ],
  [
    'tool',
    shape(
      { id: text, name: text, what: only(...toolKinds), input: json },
      {
        output: text,
        failed: flag,
        exit: int,
        denied: flag,
        issued: real,
        reads: list,
        writes: list,
        content: text,
      },
    ),
  ],
  ['agent', shape({ id: text }, { type: text, prompt: text })],
  ['message', shape({ role: only('user', 'assistant', 'system'), text }, {})],
  ['usage', shape({ input: int, output: int }, { cached: int, cost: real })],
]);

/**
 * Whether a value that came out of `JSON.parse` is an event just as the schema would return it. It never says yes where
 * the schema would refuse or change something; where it says no, the schema decides. Many times faster than the schema.
 */
export const isPlainEvent = (value: unknown): value is TraceEvent => {
  if (!isObject(value)) return false;
  const known = shapes.get(value.kind);
  if (known === undefined) return false;
  let required = 0;
  for (const key in value) {
    const field = known.fields.get(key);
    if (field === undefined || !field.check(value[key])) return false;
    if (field.required) required += 1;
  }
  return required === known.required;
};
