import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const sources = path.dirname(fileURLToPath(import.meta.url));
const statement = /^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)';/gms;

/** What a source file loads as soon as it is loaded itself: not types alone, and not by `import()`. */
function loadsAtOnce(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(statement)) {
    if (target.startsWith('.')) loadsAtOnce(path.resolve(path.dirname(file), target.replace(/\.js$/, '.ts')), seen);
    else seen.add(target);
  }
  return seen;
}

it('does not load the process language, or what prepares tasks, until something other than a list is asked for', () => {
  const loaded = [...loadsAtOnce(path.join(sources, 'index.ts'))];
  expect(loaded).toContain('@obey/schema');
  expect(loaded).toContain(path.join(sources, 'list-tasks.ts'));
  const heavy = ['@obey/process', '@obey/prepare', '@obey/trace', 'jiti', 'yaml'];
  expect(loaded.filter((name) => heavy.includes(name))).toEqual([]);
  // It looks at sources that are really there.
  expect(readdirSync(sources)).toContain('index.ts');
});
