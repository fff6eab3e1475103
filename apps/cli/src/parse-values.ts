import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import type { Level } from '@obey/schema';

/** Parses a level. @throws ObeyError `usage` */
export async function parseLevel(text: string): Promise<Level> {
  const { levelSchema, levels, ObeyError } = await import('@obey/schema');
  const parsed = levelSchema.safeParse(text);
  if (!parsed.success) throw new ObeyError('usage', `level \`${text}\` is not one of ${levels.join(', ')}`);
  return parsed.data;
}

/** A seed for who gave none: any would do, so it is drawn, and told, so that it can be given again. */
export const drawSeed = (): number => randomInt(2 ** 31);

/** A task as it was named: a path is meant from where the command was given, a plain word may be a built-in task. */
export const taskName = (name: string, directory: string): string =>
  /[/\\]|^\.+$/.test(name) ? resolve(directory, name) : name;
