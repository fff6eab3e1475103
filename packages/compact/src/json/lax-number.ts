import { z } from 'zod';

/**
 * Whole numbers and doubles as the reference's readers take them: `true` is 1, `"3"` and `3.0` are 3. What a field of ours
 * writes is always plain; only files of other origin need this.
 */
const integerText = /^[+-]?\d+(?:_\d+)*(?:\.0*)?$/;
const floatText = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?$/;

/** Why a value is no whole number, in the names that pydantic gives to errors. */
type IntegerFault = 'int_type' | 'int_from_float' | 'int_parsing' | 'int_parsing_size';

/** A whole number, or the kind of error. */
export function readLaxInteger(value: unknown): bigint | IntegerFault {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'number') {
    if (Number.isInteger(value)) return Math.abs(value) < 2 ** 63 ? BigInt(value) : 'int_parsing_size';
    return Number.isFinite(value) ? 'int_from_float' : 'int_parsing_size';
  }
  if (typeof value !== 'string') return 'int_type';
  const text = value.trim();
  if (!integerText.test(text) || text.length > 4300) return 'int_parsing';
  return BigInt(text.replaceAll('_', '').replace('+', '').replace(/\..*$/, ''));
}

/** A double, or undefined. */
export function readLaxFloat(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return floatText.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}

/** A whole number of any size. */
export const laxBigint = z.unknown().transform((value, context): bigint => {
  const read = readLaxInteger(value);
  if (typeof read === 'bigint') return read;
  context.issues.push({
    code: 'custom',
    message: 'expected a whole number',
    params: { kind: read },
    input: value,
  });
  return z.NEVER;
});

/** A whole number that a double holds exactly. */
export const laxInteger = laxBigint.transform((value, context): number => {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  context.issues.push({ code: 'custom', message: 'expected a whole number below 2^53', input: value });
  return z.NEVER;
});

/** A double. */
export const laxFloat = z.unknown().transform((value, context): number => {
  const read = readLaxFloat(value);
  if (read !== undefined) return read;
  context.issues.push({ code: 'custom', message: 'expected a number', input: value });
  return z.NEVER;
});
