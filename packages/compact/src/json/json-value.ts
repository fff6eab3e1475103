/**
 * A JSON value that lost nothing: whole numbers are bigints, numbers with a point or an exponent are doubles,
 * and objects are maps, so that keys such as `10` keep their place.
 */
export type JsonValue = null | boolean | string | bigint | number | readonly JsonValue[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** An object as a map; `Array.isArray` and `Map` are the two containers there are. */
export const isJsonObject = (value: JsonValue | undefined): value is JsonObject => value instanceof Map;

/** The same value in plain objects and numbers, as schemas take it: a bigint stays one only where a double would round it. */
export function toPlain(value: JsonValue): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isJsonObject(value)) return value;
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of value) plain[key] = toPlain(inner);
  return plain;
}

/**
 * A plain value as JSON: safe whole numbers become integers, all others doubles; what JSON cannot say
 * (functions, undefined, symbols) is left out of objects and null in lists, as `JSON.stringify` does.
 */
export function fromPlain(value: unknown): JsonValue {
  return jsonOf(value) ?? null;
}

function jsonOf(value: unknown): JsonValue | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'bigint')
    return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
  }
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return value.map(fromPlain);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const object = new Map<string, JsonValue>();
  for (const [key, inner] of entries) {
    const json = jsonOf(inner);
    if (json !== undefined) object.set(String(key), json);
  }
  return object;
}
