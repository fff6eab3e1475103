import { exec } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTask, loadTaskModules } from '@obey/catalog';
import { prepareTask, proofToken, startWorld } from '@obey/prepare';
import { type Abilities, type Departure, executeProcess } from '@obey/process';
import type { Level, PreparedTask, RequestEvent } from '@obey/schema';

export const secret = '5f'.repeat(32);

export const folderOf = (task: string): string => path.join(fileURLToPath(new URL('.', import.meta.url)), task);

export interface TaskRun {
  readonly prepared: PreparedTask;
  readonly files: Record<string, string>;
  readonly requests: readonly RequestEvent[];
  readonly departures: readonly Departure[];
  /** Paths in the order in which they were written. */
  readonly written: readonly string[];
}

export interface TaskRunOptions {
  readonly seed: number;
  readonly level: Level;
  readonly deviation?: string;
  readonly variant?: string;
}

/** Prepares a task and carries it out against its world, in a fresh directory, as quickly as the world answers. */
export async function runTask(task: string, { seed, level, deviation, variant }: TaskRunOptions): Promise<TaskRun> {
  const loaded = await loadTask(folderOf(task));
  const modules = await loadTaskModules(loaded);
  const prepared = prepareTask({ ...loaded, ...modules }, { seed, level, secret });
  const directory = await mkdtemp(path.join(tmpdir(), 'obey-task-'));
  for (const [name, text] of Object.entries(prepared.files)) await writeUnder(directory, name, text);
  const world = await startWorld(prepared, {
    pace: 0,
    clock: () => performance.now(),
    store: { put: async () => '' },
    stateful: { services: modules.services, context: { ...prepared, token: (item) => proofToken(secret, item) } },
  });
  const departures: Departure[] = [];
  const written: string[] = [];
  try {
    await executeProcess(loaded.process, {
      handlers: modules.solve,
      abilities: directAbilities(directory, written),
      facts: prepared.facts,
      parameters: prepared.parameters,
      services: world.urls,
      seed,
      deviation,
      variant,
      onDeviate: (departure) => departures.push(departure),
    });
    const files = await readAll(directory);
    const requests = world.events().filter((event): event is RequestEvent => event.kind === 'request');
    return { prepared, files, requests, departures, written };
  } finally {
    await world.stop();
    await rm(directory, { recursive: true });
  }
}

function directAbilities(directory: string, written: string[]): Abilities {
  const abilities: Abilities = {
    read: (name) => readFile(path.join(directory, name), 'utf8'),
    async write(name, content) {
      await writeUnder(directory, name, content);
      written.push(name);
    },
    async rename(from, to) {
      await rename(path.join(directory, from), path.join(directory, to));
      written.push(to);
    },
    remove: (name) => rm(path.join(directory, name)),
    run: (command) =>
      new Promise((resolve) => {
        exec(command, { cwd: directory, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
          resolve({ exit: error === null ? 0 : 1, stdout, stderr });
        });
      }),
    async fetch(url, request) {
      const response = await fetch(url, request);
      return { status: response.status, body: await response.text() };
    },
    async concurrently(branches) {
      await Promise.all(branches.map(({ work }) => work(abilities)));
    },
    delegate: (_label, work) => work(abilities),
    say: async () => undefined,
  };
  return abilities;
}

async function writeUnder(directory: string, name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
  await writeFile(path.join(directory, name), text);
}

async function readAll(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => [path.relative(directory, file), await readFile(file, 'utf8')]),
  );
  return Object.fromEntries(texts);
}
