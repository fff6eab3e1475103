import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as prepareEntry from '@obey/prepare';
import * as schemaEntry from '@obey/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTaskModules } from './load-task-modules.js';

let root: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'obey-modules-'));
});
afterAll(() => rm(root, { recursive: true }));

async function folderWith(files: Record<string, string>): Promise<string> {
  count += 1;
  const folder = path.join(root, `task-${count}`);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

const failure = async (files: Record<string, string>): Promise<string> => {
  const folder = await folderWith(files);
  return loadTaskModules({ folder }).then(
    () => 'no error',
    (error: { code: string; line: string }) => `${error.code} ${error.line.replace(folder, '<task>')}`,
  );
};
const prepare = 'export const prepare = () => ({});';
const solve = 'export const solve = {};';

describe('loadTaskModules', () => {
  it('loads TypeScript from a folder of the user’s own, with the very packages that run here', async () => {
    const folder = await folderWith({
      'prepare.ts': `
        import { createRandom, type Prepare } from '@obey/prepare';
        import * as schema from '@obey/schema';
        import { shared } from './lib/shared';
        export const prepare: Prepare<{ size: number }> = ({ parameters, random }) => ({
          facts: { same: createRandom === (globalThis as any).obeyTest, list: [random.integer(1, 6), shared] as number[] },
        });
        export const entry = schema.ObeyError;
        export enum Colour { Red = 1 }`,
      'solve.ts': `
        import { shared } from './lib/shared.js';
        export const solve = { load: async ({ abilities }: { abilities: any }) => { await abilities.say(String(shared)); } };`,
      'check.ts': 'export const checks: Record<string, () => []> = {};',
      'lib/shared.ts': 'export const shared: number = 42;',
    });
    const { prepare, solve, checks } = await loadTaskModules({ folder });
    Object.assign(globalThis, { obeyTest: prepareEntry.createRandom });
    const made = prepare({
      seed: 1,
      level: 'easy',
      parameters: {},
      secret: '',
      token: () => '',
      random: prepareEntry.createRandom(1),
    });
    expect(made.facts).toEqual({ same: true, list: [expect.any(Number), 42] });
    const said: string[] = [];
    await solve.load?.({ abilities: { say: async (text: string) => said.push(text) } } as never);
    expect(said).toEqual(['42']);
    expect(checks).toEqual({});
  });

  it('loads JavaScript modules, and errors of ours are the same class', async () => {
    const folder = await folderWith({
      'prepare.mjs': `import { ObeyError } from '@obey/schema';
        export const prepare = () => { throw new ObeyError('prepare-failed', 'told'); };`,
      'solve.js': 'export const solve = { a: async () => {} };',
      'check.mjs': `import { itemKey } from '@obey/process';
        export const checks = { key: () => [{ item: itemKey([]), passed: true, detail: '' }] };`,
    });
    const modules = await loadTaskModules({ folder });
    expect(() => modules.prepare({} as never)).toThrow(schemaEntry.ObeyError);
    expect(modules.checks.key?.({} as never)).toEqual([{ item: '', passed: true, detail: '' }]);
  });

  it('loads the services that keep state, where there is a world.ts', async () => {
    const world = 'export const services = { desk: { start: () => 1, answer: (state) => ({ state, answer: {} }) } };';
    const folder = await folderWith({ 'prepare.ts': prepare, 'solve.ts': solve, 'world.ts': world });
    const { services } = await loadTaskModules({ folder });
    expect(services.desk?.start({ facts: {}, parameters: {}, token: String })).toBe(1);
    const without = await folderWith({ 'prepare.ts': prepare, 'solve.ts': solve });
    expect((await loadTaskModules({ folder: without })).services).toEqual({});
    const half = 'export const services = { desk: { start: () => 1 } };';
    expect(await failure({ 'prepare.ts': prepare, 'solve.ts': solve, 'world.ts': half })).toContain(
      'its export `services` is not an object of services with `start` and `answer`',
    );
  });

  it('loads a module anew for each folder and keeps no cache on disk', async () => {
    const first = await folderWith({
      'prepare.ts': prepare,
      'solve.ts': 'export const solve = { one: async () => {} };',
    });
    const second = await folderWith({
      'prepare.ts': prepare,
      'solve.ts': 'export const solve = { two: async () => {} };',
    });
    expect(Object.keys((await loadTaskModules({ folder: first })).solve)).toEqual(['one']);
    expect(Object.keys((await loadTaskModules({ folder: second })).solve)).toEqual(['two']);
  });

  it('says what is missing or broken, and where', async () => {
    expect(await failure({ 'solve.ts': solve })).toBe('task-invalid <task>: the task has no prepare.ts');
    expect(await failure({ 'prepare.ts': 'export const prepares = 1;', 'solve.ts': solve })).toBe(
      'task-invalid <task>/prepare.ts: it does not export `prepare`, a function; it exports `prepares`; is that meant?',
    );
    expect(await failure({ 'prepare.ts': 'export default 1;', 'solve.ts': solve })).toContain(
      'write `export const prepare = …`; it exports default',
    );
    expect(await failure({ 'prepare.ts': prepare, 'solve.ts': 'export const solve = { load: 1 };' })).toBe(
      'task-invalid <task>/solve.ts: its export `solve` is not an object of handlers',
    );
    expect(await failure({ 'prepare.ts': prepare, 'solve.ts': solve, 'check.ts': '' })).toContain(
      '/check.ts: it does not export `checks`',
    );
    expect(await failure({ 'prepare.ts': 'export const prepare = (', 'solve.ts': solve })).toContain(
      '/prepare.ts: the module does not load: ',
    );
    expect(await failure({ 'prepare.ts': 'throw new Error("on load")', 'solve.ts': solve })).toContain(
      'the module does not load: on load',
    );
    expect(await failure({ 'prepare.ts': `import "./absent.js"; ${prepare}`, 'solve.ts': solve })).toContain(
      'the module does not load: ',
    );
  });
});
