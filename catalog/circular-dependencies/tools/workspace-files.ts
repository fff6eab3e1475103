import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rememberFacts } from '@obey/prepare';
import type { Erased } from './erase-types.js';
import { type KnownModule, textKey } from './known-module.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The text of every TypeScript file below src/ and tests/, by its path. */
export function workspaceFiles(): Record<string, string> {
  const names = ['src', 'tests'].flatMap(filesBelow).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
}

/** Spares the parser every text that is as it was given, and says what it is without its types. */
export function recallKnown(files: Readonly<Record<string, string>>): Map<string, Erased | Error> {
  const known = (readValue('tools/known.json') ?? {}) as Readonly<Record<string, KnownModule>>;
  const erased = new Map<string, Erased | Error>();
  for (const text of Object.values(files)) {
    const found = known[textKey(text)];
    if (found === undefined) continue;
    rememberFacts(text, found.facts);
    erased.set(text, found.erased);
  }
  return erased;
}

/** The value of a JSON file; undefined when there is none. */
export function readValue(name: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(name);
      return entry.isFile() && name.endsWith('.ts') ? [name] : [];
    });
  } catch {
    return [];
  }
}
