import { z } from 'zod';

const detail = z.looseObject({
  message: z.string().optional(),
  code: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  status: z.string().nullish(),
});
const refusalSchema = z.union([
  z.looseObject({ error: detail }),
  z.looseObject({ error: z.string() }),
  z.array(z.looseObject({ error: detail })).min(1),
  detail,
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
  const read = refusalSchema.safeParse(value).data;
  if (read === undefined) return '';
  const refusal = Array.isArray(read) ? read[0]?.error : 'error' in read ? read.error : read;
  const text = typeof refusal === 'string' ? refusal : (refusal as z.infer<typeof detail> | undefined)?.message;
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  const points = [...line];
  return points.length <= longest ? line : `${points.slice(0, longest).join('')}…`;
}
