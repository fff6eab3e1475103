import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ObeyError } from '@obey/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInCatalog } from './built-in-catalog.js';
import { listTasks } from './list-tasks.js';
import { loadTask } from './load-task.js';
import { loadTaskModules } from './load-task-modules.js';
import { findTaskFolder, resolveTask } from './resolve-task.js';

let root: string;
const manifest = (id: string, more = '') => `
id: ${id}
version: 1.0.0
title: ${id}
domain: general
limits: { minutes: 1 }
network: none
process: [{ step: only, done: { wrote: only.txt } }]
${more}`;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'obey-catalog-'));
  for (const id of ['zebra', 'alpha']) {
    await mkdir(path.join(root, id));
    await writeFile(path.join(root, id, 'task.yaml'), manifest(id));
    await writeFile(path.join(root, id, 'prompt.md'), 'Write only.txt.');
    await writeFile(path.join(root, id, 'prepare.ts'), 'throw new Error("listing must not run this")');
  }
  await mkdir(path.join(root, 'no-task'));
  await mkdir(path.join(root, 'node_modules', 'stray'), { recursive: true });
  await writeFile(path.join(root, 'node_modules', 'task.yaml'), 'stray');
  await writeFile(path.join(root, 'task.yaml'), 'stray');
});
afterAll(() => rm(root, { recursive: true }));

const line = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'no error',
    (error: ObeyError) => `${error.code} ${error.line}`,
  );

describe('listTasks', () => {
  it('lists the folders with a task.yaml by id, and runs nothing', async () => {
    const tasks = await listTasks(root);
    expect(tasks.map(({ id }) => id)).toEqual(['alpha', 'zebra']);
    expect(tasks[0]).toMatchObject({
      folder: path.join(root, 'alpha'),
      steps: 1,
      dimensions: ['completeness'],
      minutes: 1,
    });
  });

  it('says where a task is wrong, and lists the others when asked to go on', async () => {
    const broken = path.join(root, 'broken');
    await mkdir(broken);
    await writeFile(path.join(broken, 'task.yaml'), manifest('broken', 'tag: [x]'));
    try {
      expect(await line(listTasks(root))).toContain('task-invalid');
      const problems: string[] = [];
      const tasks = await listTasks(root, { onProblem: (error) => problems.push(error.line) });
      expect(tasks).toHaveLength(2);
      expect(problems).toEqual([
        expect.stringMatching(/broken\/task\.yaml:9:1: unknown key `tag`; did you mean `tags`\?$/),
      ]);
    } finally {
      await rm(broken, { recursive: true });
    }
  });

  it('says when there is no such directory', async () => {
    expect(await line(listTasks(path.join(root, 'none')))).toMatch(/^not-found .*there is no such directory of tasks$/);
  });
});

describe('resolveTask', () => {
  it('finds a task by name in its catalog, and by folder anywhere', async () => {
    expect(await findTaskFolder('zebra', root)).toBe(path.join(root, 'zebra'));
    expect((await resolveTask('alpha', root)).task.id).toBe('alpha');
    expect((await resolveTask(path.join(root, 'alpha'))).builtIn).toBe(false);
    const relative = path.relative(process.cwd(), path.join(root, 'alpha'));
    expect((await resolveTask(relative)).folder).toBe(path.join(root, 'alpha'));
  });

  it('suggests the nearest name', async () => {
    expect(await line(resolveTask('zebar', root))).toBe('not-found there is no task `zebar`; did you mean `zebra`?');
    expect(await line(resolveTask('unlike', root))).toContain(
      'built in are alpha, zebra; a task of your own is named by its folder',
    );
    expect(await line(resolveTask(path.join(root, 'no-task')))).toMatch(
      /no-task: there is no task\.yaml in this folder$/,
    );
  });
});

it('loads every built-in task, its modules too', async () => {
  for (const { folder, id } of await listTasks()) {
    expect(path.dirname(folder)).toBe(path.resolve(builtInCatalog()));
    const loaded = await loadTask(folder);
    expect([loaded.task.id, loaded.builtIn]).toEqual([id, true]);
    const { solve } = await loadTaskModules(loaded);
    expect(Object.keys(solve).toSorted()).toEqual([...loaded.process.steps.keys()].toSorted());
  }
});
