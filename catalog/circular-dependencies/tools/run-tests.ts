import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolveModule } from '@obey/prepare';
import { type Erased, eraseTypes } from './erase-types.js';
import { testsOf } from './node-test.js';

export interface TestRun {
  readonly passed: number;
  /** `file: title: reason` of each test that failed, in order. */
  readonly failed: readonly string[];
}

/**
 * Runs every `tests/*.test.ts` of a set of files, each with fresh modules of its own. Types are erased, so that it works on
 * every Node from 20 on. `erased` holds texts of which that is known, and comes to hold the others.
 */
export async function runTests(
  files: Readonly<Record<string, string>>,
  erased: Map<string, Erased | Error> = new Map(),
): Promise<TestRun> {
  const known = new Set(Object.keys(files));
  const folder = mkdtempSync(path.join(tmpdir(), 'tests-'));
  const failed: string[] = [];
  let passed = 0;
  try {
    const names = [...known].filter((name) => /^tests\/.*\.test\.ts$/.test(name)).sort();
    for (const [index, name] of names.entries()) {
      try {
        const target = write(name, path.join(folder, String(index)), { files, known, erased });
        for (const { title, work } of await testsOf(name, () => import(pathToFileURL(target).href))) {
          try {
            await work();
            passed += 1;
          } catch (error) {
            failed.push(`${name}: ${title}: ${reasonOf(error)}`);
          }
        }
      } catch (error) {
        failed.push(`${name}: ${reasonOf(error)}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { passed, failed };
}

interface Sources {
  readonly files: Readonly<Record<string, string>>;
  readonly known: ReadonlySet<string>;
  readonly erased: Map<string, Erased | Error>;
}

/** Writes a module and all that it reaches as JavaScript, and says where it is. */
function write(name: string, folder: string, sources: Sources): string {
  const seen = new Set<string>();
  const visit = (one: string): void => {
    if (seen.has(one)) return;
    seen.add(one);
    const { parts, specifiers } = eraseOnce(one, sources);
    const target = path.join(folder, one.replace(/\.ts$/, '.mjs'));
    mkdirSync(path.dirname(target), { recursive: true });
    const quoted = specifiers.map((specifier) => JSON.stringify(respecified(one, specifier, sources.known)));
    writeFileSync(target, parts.map((part, index) => `${part}${quoted[index] ?? ''}`).join(''));
    for (const specifier of specifiers) {
      const reached = specifier.startsWith('.') ? resolveModule(one, specifier, sources.known) : undefined;
      if (reached !== undefined) visit(reached);
    }
  };
  visit(name);
  return path.join(folder, name.replace(/\.ts$/, '.mjs'));
}

function eraseOnce(name: string, { files, erased }: Sources): Erased {
  const text = files[name] ?? '';
  const found = erased.get(text) ?? attempt(() => eraseTypes(text));
  erased.set(text, found);
  if (found instanceof Error) throw new SyntaxError(`${name}: ${found.message}`);
  return found;
}

function respecified(from: string, specifier: string, known: ReadonlySet<string>): string {
  if (specifier === 'node:test') return new URL('./node-test.mjs', import.meta.url).href;
  const target = specifier.startsWith('.') ? resolveModule(from, specifier, known) : undefined;
  if (target === undefined) return specifier;
  const relative = path.posix.relative(path.posix.dirname(from), target.replace(/\.ts$/, '.mjs'));
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function attempt(work: () => Erased): Erased | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').filter((line) => line.trim() !== '')[0] ?? '';
}
