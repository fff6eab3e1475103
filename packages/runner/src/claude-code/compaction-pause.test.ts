import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { compactionPause } from './compaction-pause.js';

const ended = { hook_event_name: 'PostToolUse' };

it('stops the main agent once, after the call at whose end the file is there', async () => {
  const file = join(await temporaryFolder(), 'index.md');
  const pause = compactionPause(file);
  expect(pause.stopsAfter(ended)).toBe(false);
  await writeFile(file, 'two\n');
  expect(pause.stopsAfter({ hook_event_name: 'PreToolUse' })).toBe(false);
  expect(pause.stopsAfter({ ...ended, agent_id: 'a1' })).toBe(false);
  expect(pause.stopped).toBe(false);
  expect(pause.stopsAfter(ended)).toBe(true);
  expect(pause.stopped).toBe(true);
  expect(pause.stopsAfter(ended)).toBe(false);
});

it('takes a file that was there from the beginning for done when it has changed', async () => {
  const file = join(await temporaryFolder(), 'index.md');
  await writeFile(file, 'one\n');
  const pause = compactionPause(file);
  expect(pause.stopsAfter(ended)).toBe(false);
  await writeFile(file, 'one, and two\n');
  expect(pause.stopsAfter(ended)).toBe(true);
});

it('takes what is no file for not there', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'parts'), 'not a folder');
  await symlink('round', join(folder, 'round'));
  for (const path of ['parts/index.md', 'round', 'none\0']) {
    expect(compactionPause(join(folder, path)).stopsAfter(ended)).toBe(false);
  }
});
