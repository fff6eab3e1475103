import { loadTask } from '@obey/catalog';
import { expect, it } from 'vitest';
import { folderOf } from './run-task.fixture.js';

const channels = ['channel-memory', 'channel-skill', 'channel-subagent'];
const [base, ...others] = await Promise.all(['channel-prompt', ...channels].map((name) => loadTask(folderOf(name))));

const processIn = (source: string): string => source.slice(source.indexOf('\nprocess:\n'));
/** From its first paragraph on, which every channel begins with. */
const toldIn = (text: string): string =>
  /\*\*Read the list\.[\s\S]*?those with a release first\.\n/.exec(text)?.[0] ?? '';

it('tells one process in the same words through every channel', () => {
  const told = toldIn(base?.prompt ?? '');
  expect(told.length).toBeGreaterThan(1_000);
  for (const { task, prompt, instructions, source } of others) {
    expect(processIn(source)).toBe(processIn(base?.source ?? ''));
    expect(toldIn(prompt)).toBe('');
    const texts = Object.values(instructions).map(toldIn);
    expect({ task: task.id, texts }).toEqual({ task: task.id, texts: texts.map(() => told) });
    expect(texts.length).toBeGreaterThan(0);
  }
});
