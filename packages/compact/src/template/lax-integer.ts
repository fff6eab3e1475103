import { z } from 'zod';

/** What Rust trims: Unicode's White_Space. */
const blanks = '[\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*';
const written = new RegExp(`^${blanks}([-+]?[0-9]+(?:_[0-9]+)*)(?:\\.0+)?${blanks}$`);
const sentence = 'expected an integer';

/**
 * An integer, or what counts as one: a whole float, a boolean, a text of decimal digits (`" 2 "`, `"1_0"`, `"2.0"`).
 * At most 2^53 − 1 on either side of zero.
 */
export const laxInteger = z
  .unknown()
  .transform((value, context): number => {
    const read = integerOf(value);
    if (Number.isSafeInteger(read)) return read + 0;
    context.addIssue({
      code: 'custom',
      message: Number.isInteger(read) ? `${sentence} below 2^53` : sentence,
      input: value,
    });
    return z.NEVER;
  })
  .meta({ type: 'integer' });

/** A number of turns: an integer as above, save that a text stays a text. */
export const turnCount = z
  .unknown()
  .transform((value, context): number | string | null => {
    if (value === null || typeof value === 'string') return value;
    const read = integerOf(value);
    if (Number.isSafeInteger(read)) return read + 0;
    context.addIssue({ code: 'custom', message: `${sentence} or a reference`, input: value });
    return z.NEVER;
  })
  .meta({ type: ['integer', 'string', 'null'] });

function integerOf(value: unknown): number {
  if (typeof value === 'string') return Number(written.exec(value)?.[1]?.replace(/_/g, '') ?? Number.NaN);
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? Number(value)
    : Number.NaN;
}
