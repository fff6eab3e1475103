import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Level } from '@obey/schema';
import { build } from 'tsup';

/** What a run in a process of its own is told. */
export interface ChildRun {
  /** The folder of the suite. */
  readonly suite: string;
  readonly output: string;
  readonly existing: 'refuse' | 'resume';
  readonly caseCount: number;
  readonly level: Level;
  /** Bytes that the disk takes at a time; by default as many as come. */
  readonly piece?: number;
}

export interface ChildProgram {
  readonly start: (run: ChildRun) => StartedRun;
  readonly remove: () => Promise<void>;
}

export interface StartedRun {
  readonly child: ChildProcess;
  /** How it ended, once it has: its code, `SIGKILL` where it was killed, and what it wrote to standard error. */
  readonly ended: Promise<{ readonly code: number | string; readonly said: string }>;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const compact = here('../../../');
const schema = here('../../../../schema/');

/** The runner's sources as a program for Node, in a folder from which its packages are found. */
export async function childProgram(): Promise<ChildProgram> {
  const folder = await mkdtemp(join(compact, 'node_modules', '.run-in-child-'));
  const found = await dependenciesOf(compact);
  const bundled = (await dependenciesOf(schema)).filter((name) => !found.includes(name));
  await build({
    config: false,
    entry: { program: here('./run-in-child.ts') },
    format: 'esm',
    target: 'node20',
    platform: 'node',
    outDir: folder,
    clean: false,
    dts: false,
    silent: true,
    skipNodeModulesBundle: true,
    noExternal: [/^@obey\//, ...bundled],
    esbuildOptions: (options) => {
      options.alias = { '@obey/schema': join(schema, 'src/index.ts') };
    },
  });
  return {
    start: (run) =>
      started(
        spawn(process.execPath, [join(folder, 'program.js'), JSON.stringify(run)], {
          stdio: ['ignore', 'ignore', 'pipe'],
        }),
      ),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function dependenciesOf(folder: string): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { dependencies: object };
  return Object.keys(manifest.dependencies);
}

function started(child: ChildProcess): StartedRun {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code: (code ?? signal) as number | string, said }));
  return { child, ended };
}
