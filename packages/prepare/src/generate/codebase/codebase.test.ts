import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importCount } from '../../measure/import-count.js';
import { moduleGraph } from '../../measure/module-graph.js';
import { elementaryCycles, stronglyConnected } from '../../measure/module-graph-cycles.js';
import { publicApi } from '../../measure/public-api.js';
import { createRandom } from '../../random.js';
import { type CodebaseOptions, generateCodebase } from './codebase.js';

const full = process.env.OBEY_FULL === '1';
const sizes: readonly CodebaseOptions[] = [
  { modules: 40, cycles: { resolvable: 3, api: 1, tests: 1, imports: 1 } },
  { modules: 60, cycles: { resolvable: 4, api: 2, tests: 2, imports: 2 } },
  { modules: 80, cycles: { resolvable: 6, api: 2, tests: 2, imports: 3 } },
  { modules: 100, cycles: { resolvable: 8, api: 3, tests: 3, imports: 3 } },
];
const made = (seed: number) => {
  const options = sizes[seed % sizes.length] as CodebaseOptions;
  return { options, ...generateCodebase(createRandom(seed), options) };
};
const sourcesOf = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('src/')));

describe('generateCodebase', () => {
  it('has as many modules as asked for, unique names, and the planted cycles alone', () => {
    for (let seed = 0; seed < (full ? 1000 : 12); seed += 1) {
      const { files, cycles, options, entry } = made(seed);
      const sources = sourcesOf(files);
      const paths = Object.keys(sources);
      expect(paths).toHaveLength(options.modules);
      expect(new Set(paths.map((one) => path.basename(one))).size).toBe(paths.length);
      for (const [name, text] of Object.entries(files))
        expect({ name, empty: text.trim() === '' }).toEqual({ name, empty: false });
      const graph = moduleGraph(sources);
      expect(graph.missing).toEqual([]);
      const found = elementaryCycles(graph).map((one) => [...one].sort());
      expect(found.sort()).toEqual(cycles.map(({ modules }) => [...modules].sort()).sort());
      expect(stronglyConnected(graph)).toHaveLength(cycles.length);
      expect(new Set(cycles.map(({ id }) => id)).size).toBe(cycles.length);
      for (const [kind, count] of Object.entries(options.cycles)) {
        expect(cycles.filter((cycle) => cycle.kind === kind)).toHaveLength(count);
      }
      expect(cycles.some(({ change }) => change === 0)).toBe(true);
      expect(importCount(graph)).toBeGreaterThan(options.modules);
      expect(Object.values(publicApi(sources, entry))).not.toContain('unknown');
      expect(generateCodebase(createRandom(seed), options).files).toEqual(files);
    }
  }, 240_000);

  it('compiles under tsc --strict', () => {
    const all: Record<string, string> = {};
    for (const seed of full ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] : [4, 7, 11]) {
      for (const [name, text] of Object.entries(made(seed).files)) all[`/base/${seed}/${name}`] = text;
    }
    expect(problemsOf(all)).toEqual([]);
  });

  it('has tests that pass', async () => {
    for (const seed of full ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, 3]) {
      const { exit, output } = await runTests(made(seed).files);
      expect({ seed, exit, output: exit === 0 ? '' : output }).toEqual({ seed, exit: 0, output: '' });
    }
  });

  it('refuses too few modules for its cycles, and too many for its nouns', () => {
    const cycles = { resolvable: 8, api: 3, tests: 3, imports: 3 };
    expect(() => generateCodebase(createRandom(1), { modules: 40, cycles })).toThrow(RangeError);
    expect(() => generateCodebase(createRandom(1), { modules: 400, cycles })).toThrow(RangeError);
  });
});

/** What the compiler says of a set of packages, by its own options and under --strict. */
function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [path.resolve(path.dirname(createRequire(import.meta.url).resolve('@types/node/package.json')), '..')],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => files[name] ?? readFile(name);
  host.fileExists = (name) => name in files || fileExists(name);
  host.directoryExists = undefined as never;
  host.getSourceFile = (name, target, ...rest) => {
    const text = files[name];
    return text === undefined ? getSourceFile(name, target, ...rest) : ts.createSourceFile(name, text, target);
  };
  const roots = Object.keys(files).filter((name) => name.endsWith('.ts'));
  const found = ts.getPreEmitDiagnostics(ts.createProgram(roots, options, host));
  return found.map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}

/** Erases the types with the compiler, since the oldest Node that we run on cannot, and runs `node --test`. */
async function runTests(files: Readonly<Record<string, string>>): Promise<{ exit: number; output: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'obey-codebase-'));
  try {
    const tests: string[] = [];
    for (const [name, text] of Object.entries(files)) {
      if (!name.endsWith('.ts')) continue;
      const compilerOptions = {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
      };
      const { outputText } = ts.transpileModule(text, { compilerOptions });
      const target = path.join(folder, name.replace(/\.ts$/, '.mjs'));
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, outputText.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.mjs'"));
      if (name.startsWith('tests/')) tests.push(target);
    }
    return await new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--test', ...tests],
        { cwd: fileURLToPath(new URL('.', import.meta.url)), env: {} },
        (error, stdout) => {
          resolve({ exit: error === null ? 0 : 1, output: stdout });
        },
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
