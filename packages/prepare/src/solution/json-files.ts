import type { Abilities } from '@obey/process';

/** A value as the text of a JSON file. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The content of a JSON file of the workspace, for a handler that wrote it before; undefined when there is none, as when
 * a deviation left it out, or when it is no JSON. The caller's type is a promise about its own file, not a check.
 */
export async function readJson<T>(abilities: Pick<Abilities, 'read'>, path: string): Promise<T | undefined> {
  const text = await abilities.read(path).catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
