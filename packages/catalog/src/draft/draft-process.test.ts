import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTaskFolder } from '../create/write-task-folder.js';
import { loadTask } from '../load-task.js';
import { validateTask } from '../validate-task.js';
import { draftProcess } from './draft-process.js';
import { sampleProse } from './sample-prose.fixture.js';
import { taskFromDraft } from './task-from-draft.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'obey-draft-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('a task drafted from prose', () => {
  it.each(Object.keys(sampleProse) as (keyof typeof sampleProse)[])('is valid: %s', async (name) => {
    const prose = sampleProse[name];
    const { files, left } = await taskFromDraft(draftProcess(prose), { id: name, title: name, prose });
    expect(left).toEqual([]);
    const folder = path.join(directory, name);
    await writeTaskFolder(folder, files);
    expect(await validateTask(await loadTask(folder))).toEqual([]);
  });
});
