import { z } from 'zod';

const error = z.union([z.string(), z.looseObject({ message: z.string() }).transform(({ message }) => message)]);
const withError = z.looseObject({ error }).transform((body) => body.error);
const refusalSchema = z.union([
  withError,
  z.looseObject({ message: z.string() }).transform(({ message }) => message),
  z.tuple([withError], z.unknown()).transform(([first]) => first),
]);

const longest = 300;

/** What a provider says of why it refused: the message of the error that its body holds, at most 300 characters of it; else nothing. */
export function refusalText(body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return '';
  }
  const text = refusalSchema.safeParse(value).data ?? '';
  // What would steer a terminal, or turn the order of its characters round, is not part of the message.
  const points = [...text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()];
  return points.length <= longest ? points.join('') : `${points.slice(0, longest).join('')}…`;
}
