import { z } from 'zod';

/** What a judge model says an answer does with a value; `absent` where it does not speak of it. */
export const judgementSchema = z.strictObject({
  class: z.enum(['stated', 'negated', 'prohibited', 'quoted', 'refused', 'hypothetical', 'absent']),
  why: z.string().max(2000).default(''),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** Reads a judge's reply: one JSON object, alone or within prose or a fence. Undefined where there is none that fits. */
export function parseJudgement(reply: string): Judgement | undefined {
  const open = reply.indexOf('{');
  const close = reply.lastIndexOf('}');
  if (open < 0 || close < open) return undefined;
  try {
    const parsed = judgementSchema.safeParse(JSON.parse(reply.slice(open, close + 1)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
