import { fileURLToPath } from 'node:url';
import { loadTask, resolveTask } from '@obey/catalog';
import { parseCandidate } from '@obey/schema';
import { expect, it } from 'vitest';
import { departsFrom } from './departs-from.js';
import { runsUncompacted } from './runs-uncompacted.js';

const compacted = await loadTask(fileURLToPath(new URL('./testing/fixtures/compacted', import.meta.url)));
const plain = await resolveTask('smoke-if');

it.each([
  ['reference', true, true],
  ['reference:never', true, true],
  ['reference:lump', false, false],
  // It would wait for a compaction that never comes.
  ['reference:never-after-compaction', false, false],
  ['claude-code:never-after-compaction', true, false],
  ['claude-code:always-after-compaction', true, false],
  // What it could leave out lies before the compaction.
  ['claude-code:skip', true, true],
  ['claude-code:skip-after-compaction', false, false],
  ['claude-code:lump-after-compaction', false, false],
  ['claude-code', true, true],
])('%s departs from a task with a compaction: %s, without: %s', (candidate, withOne, without) => {
  const parsed = parseCandidate(candidate);
  expect([departsFrom(parsed, compacted), departsFrom(parsed, plain)]).toEqual([withOne, without]);
});

it('tells who runs without the compaction that a task asks for', () => {
  const of = (name: string) => [compacted, plain].map(({ task }) => runsUncompacted(parseCandidate(name), task));
  expect([of('reference'), of('command'), of('claude-code')]).toEqual([
    [true, false],
    [true, false],
    [false, false],
  ]);
});
