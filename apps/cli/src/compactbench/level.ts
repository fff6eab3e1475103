import type { Level } from '@obey/schema';

/** A level in any case. @throws ObeyError */
export async function readLevel(text: string): Promise<Level> {
  const { levelSchema, levels, ObeyError } = await import('@obey/schema');
  const parsed = levelSchema.safeParse(text.toLowerCase());
  if (parsed.success) return parsed.data;
  throw new ObeyError('usage', `unknown difficulty \`${text}\``, { hint: `it is one of ${levels.join(', ')}` });
}
