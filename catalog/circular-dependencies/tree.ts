import { createHash } from 'node:crypto';
import type { ModuleGraph } from '@obey/prepare';

/** The TypeScript modules below src/. */
export function sourcesIn(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => /^src\/.*\.ts$/.test(name)));
}

/** Who imports whom, each pair once, in order. */
export function importPairs({ imports }: Pick<ModuleGraph, 'imports'>): (readonly [string, string])[] {
  const pairs = new Map(imports.map(({ from, to }) => [`${from} ${to}`, [from, to] as const]));
  return [...pairs.keys()].sort().flatMap((key) => [pairs.get(key) ?? ['', '']] as const);
}

/** The id of a cycle: file names of its modules without `.ts`, in alphabetical order, joined by `+`. */
export function cycleId(modules: readonly string[]): string {
  return modules
    .map((name) => name.replace(/^.*\//, '').replace(/\.ts$/, ''))
    .sort()
    .join('+');
}

/** A fingerprint of a text for which white space at the ends of lines and of the text counts for nothing. */
export function fingerprint(text: string): string {
  return createHash('sha256')
    .update(text.replaceAll(/[^\S\n]+$/gm, '').trim())
    .digest('hex')
    .slice(0, 12);
}
