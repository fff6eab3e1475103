import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Prepare, StatefulServices, TaskData } from '@obey/prepare';
import type { Handler, Handlers } from '@obey/process';
import { nearest, ObeyError, type Task } from '@obey/schema';
import type { Check } from './check.js';

/** The code of a task. */
export interface TaskModules {
  readonly prepare: Prepare;
  readonly solve: Handlers;
  /** Empty when the task has no check.ts. */
  readonly checks: Readonly<Record<string, Check>>;
  /** Empty when the task has no world.ts. */
  readonly services: StatefulServices;
  /** What task.yaml declares under `captures` and `downloads`; absent when it declares none. */
  readonly data?: TaskData;
}

/** What is needed of a task to load its modules; without `task`, real data is left out, as for judging. */
export interface ModulesSource {
  readonly folder: string;
  readonly task?: Pick<Task, 'id' | 'captures' | 'downloads'>;
}

const extensions = ['ts', 'mts', 'js', 'mjs'];

/**
 * Runs a task's modules: prepare and solve, and check and world where there are any, each as TypeScript or JavaScript. What they import
 * from `@obey/schema`, `process`, `trace` and `prepare` is the very instance that runs here, wherever the folder lies.
 *
 * @throws ObeyError `task-invalid` when a module is missing, does not load, or lacks its export; see `loadTaskData` for real data
 */
export async function loadTaskModules({ folder, task }: ModulesSource): Promise<TaskModules> {
  const load = await moduleLoader(folder);
  const prepare = await load('prepare');
  const solve = await load('solve');
  const check = await load('check', { optional: true });
  const world = await load('world', { optional: true });
  const data = await dataOf(folder, task);
  return {
    ...(data === undefined ? {} : { data }),
    prepare: exported(prepare, 'prepare', isFunction, 'a function') as Prepare,
    solve: exported(solve, 'solve', isRecordOfFunctions, 'an object of handlers') as Record<string, Handler>,
    checks:
      check === undefined
        ? {}
        : (exported(check, 'checks', isRecordOfFunctions, 'an object of checks') as Record<string, Check>),
    services:
      world === undefined
        ? {}
        : (exported(
            world,
            'services',
            isRecordOfServices,
            'an object of services with `start` and `answer`',
          ) as StatefulServices),
  };
}

async function dataOf(folder: string, task: ModulesSource['task']): Promise<TaskData | undefined> {
  if (task === undefined) return undefined;
  const declared = Object.keys(task.captures).length + Object.keys(task.downloads).length;
  if (declared === 0) return undefined;
  const { downloadCache, loadTaskData } = await import('@obey/prepare');
  return loadTaskData(task, { folder, cacheDirectory: downloadCache(process.env, process.platform) });
}

interface LoadedModule {
  readonly file: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

type Load = {
  (name: string): Promise<LoadedModule>;
  (name: string, options: { optional: true }): Promise<LoadedModule | undefined>;
};

async function moduleLoader(folder: string): Promise<Load> {
  const [{ createJiti }, schema, process, trace, prepare] = await Promise.all([
    import('jiti'),
    import('@obey/schema'),
    import('@obey/process'),
    import('@obey/trace'),
    import('@obey/prepare'),
  ]);
  const jiti = createJiti(path.join(folder, 'task.yaml'), {
    fsCache: false,
    moduleCache: true,
    interopDefault: false,
    virtualModules: {
      '@obey/schema': schema,
      '@obey/process': process,
      '@obey/trace': trace,
      '@obey/prepare': prepare,
    },
  });
  const load = async (name: string, options?: { optional: true }): Promise<LoadedModule | undefined> => {
    const file = extensions.map((extension) => path.join(folder, `${name}.${extension}`)).find(existsSync);
    if (file === undefined) {
      if (options?.optional === true) return undefined;
      throw new ObeyError('task-invalid', `the task has no ${name}.ts`, { at: { file: folder } });
    }
    try {
      return { file, exports: await jiti.import<Record<string, unknown>>(file) };
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ObeyError('task-invalid', `the module does not load: ${reason}`, { cause, at: { file } });
    }
  };
  return load as Load;
}

function exported(module: LoadedModule, name: string, fits: (value: unknown) => boolean, expected: string): unknown {
  const value = module.exports[name];
  if (fits(value)) return value;
  const at = { file: module.file };
  if (value !== undefined) throw new ObeyError('task-invalid', `its export \`${name}\` is not ${expected}`, { at });
  const names = Object.keys(module.exports);
  const close = nearest(name, names);
  throw new ObeyError('task-invalid', `it does not export \`${name}\`, ${expected}`, {
    at,
    hint:
      close === undefined
        ? `write \`export const ${name} = …\`; it exports ${names.join(', ') || 'nothing'}`
        : `it exports \`${close}\`; is that meant?`,
  });
}

const isFunction = (value: unknown): boolean => typeof value === 'function';

const isRecordOfFunctions = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isFunction);

const isRecordOfServices = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isService);

const isService = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['start', 'answer'].every((name) => isFunction(Reflect.get(value, name)));
