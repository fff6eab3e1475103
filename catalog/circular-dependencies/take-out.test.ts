import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Codebase,
  createRandom,
  elementaryCycles,
  generateCodebase,
  importCount,
  moduleGraph,
  publicApi,
} from '@obey/prepare';
import { describe, expect, it } from 'vitest';
import { takeOut } from './take-out.js';
import { measureTree } from './tools/measure-tree.js';
import { cycleId, sourcesIn } from './tree.js';
import { workspaceTools } from './workspace-tools.js';

const full = process.env.OBEY_FULL === '1';
const cycles = { resolvable: 8, api: 3, tests: 3, imports: 3 };
const made = (seed: number): Codebase => generateCodebase(createRandom(seed), { modules: 100, cycles });

/** The files after one cycle has been taken out. */
function without({ files, entry }: Codebase, ring: readonly string[]): Record<string, string> {
  const texts = Object.fromEntries(ring.map((name) => [name, files[name] ?? '']));
  return { ...files, ...takeOut(texts, files[entry] ?? '') };
}

describe('taking a cycle out as the package has it', () => {
  it('gives what each kind stands for, in imports and in the public API', () => {
    for (let seed = 0; seed < (full ? 300 : 2); seed += 1) {
      const base = made(seed);
      const before = sourcesIn(base.files);
      const ids = base.cycles.map(({ id }) => id);
      for (const { id, modules, kind, change } of base.cycles) {
        const after = sourcesIn(without(base, modules));
        const graph = moduleGraph(after);
        expect(elementaryCycles(graph).map(cycleId).sort()).toEqual(ids.filter((other) => other !== id));
        expect({ id, change: importCount(graph) - importCount(moduleGraph(before)) }).toEqual({ id, change });
        const isSame = JSON.stringify(publicApi(after, base.entry)) === JSON.stringify(publicApi(before, base.entry));
        expect({ id, kind, isSame }).toEqual({ id, kind, isSame: kind !== 'api' });
        expect(change < 0).toBe(kind !== 'imports');
      }
    }
  });

  it('breaks a test in one kind alone, and the tools measure as the metrics do', async () => {
    for (const seed of full ? [0, 1, 2, 3] : [0]) {
      const base = made(seed);
      const folder = await mkdtemp(path.join(tmpdir(), 'obey-circular-'));
      try {
        await writeAll(folder, { ...base.files, ...workspaceTools(base.files) });
        const one = (kind: string) => base.cycles.filter((cycle) => cycle.kind === kind).slice(0, full ? 9 : 1);
        for (const { id, modules, kind } of [...one('resolvable'), ...one('api'), ...one('tests'), ...one('imports')]) {
          const changed = without(base, modules);
          await writeAll(folder, Object.fromEntries(modules.map((name) => [name, changed[name] ?? ''])));
          const measured = await run(folder, id);
          expect({ id, kind, tests: measured.tests }).toEqual({ id, kind, tests: kind === 'tests' ? 1 : 0 });
          expect(measured).toMatchObject(measureTree(changed, id));
          await writeAll(folder, Object.fromEntries(modules.map((name) => [name, base.files[name] ?? ''])));
        }
        expect(await run(folder, 'none')).toMatchObject({ tests: 0, failed: [], ...measureTree(base.files, 'none') });
        await writeAll(folder, { 'src/shared/days.ts': 'export const = 1;\n' });
        expect(await run(folder, 'none')).toMatchObject({ tests: 1, problem: expect.stringContaining('SyntaxError') });
      } finally {
        await rm(folder, { recursive: true });
      }
    }
  });
});

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

function run(folder: string, id: string): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['tools/measure.mjs', id, 'after'], { cwd: folder, env: {} }, (_error, stdout) => {
      resolve(JSON.parse(stdout));
    });
  });
}
