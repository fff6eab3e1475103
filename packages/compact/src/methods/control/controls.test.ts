import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireArtifact } from '../../artifact/parse-artifact.js';
import { renderArtifact } from '../../artifact/render-artifact.js';
import type { Artifact } from '../../model/artifact.js';
import type { ScorerVersion } from '../../model/scorer.js';
import type { Transcript } from '../../model/transcript.js';
import { ScriptedProvider } from '../../providers/mock/scripted-provider.js';
import { resolveMethod } from '../resolve-method.js';
import { conversation } from '../testing/conversations.js';
import { linesOf } from './fill-artifact.js';

async function keep(
  key: string,
  transcript: Transcript,
  profile: ScorerVersion,
  previous?: Artifact,
): Promise<Artifact> {
  const provider = new ScriptedProvider();
  const method = await resolveMethod(`built-in:${key}`, { profile, folder: '.' });
  expect(method.control).toBe(true);
  const artifact = await method
    .create({ provider, model: 'm' })
    .compact(transcript, previous === undefined ? {} : { previous });
  expect(provider.calls).toEqual([]);
  return artifact;
}

/** The next cycle as obey-1 runs it: the artifact in one turn, and a new pair. */
function nextCycle(artifact: Artifact, cycle: number): Transcript {
  return conversation([`Summary of what was said:\n${renderArtifact(artifact)}\n\nnew ${cycle}`, `answer ${cycle}`]);
}

const twelve = conversation(Array.from({ length: 12 }, (_, index) => `line ${index}`));

describe('controls of CompactBench', () => {
  it('keep all, nothing, or the last ten turns', async () => {
    const oracle = await keep('oracle', twelve, '2.0.0');
    expect(oracle.summaryText.split('\n')).toHaveLength(12);
    expect(oracle.summaryText.startsWith('user: line 0\nassistant: line 1\n')).toBe(true);
    expect(oracle.selectedSourceTurnIds).toHaveLength(12);
    const last = await keep('truncate-last-n', twelve, '2.0.0');
    expect(last.summaryText.split('\n')).toEqual(oracle.summaryText.split('\n').slice(-10));
    expect(last.selectedSourceTurnIds).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const none = await keep('null', twelve, '2.0.0');
    expect(renderArtifact(none)).toBe('(no summary or structured state)');
    expect(none.selectedSourceTurnIds).toEqual([]);
    const long = await keep('oracle', conversation(['x'.repeat(9_000)]), '2.0.0');
    expect(long.summaryText).toHaveLength(8_000);
  });
});

describe('controls of obey-1', () => {
  it('let the oracle lose nothing of a conversation that is longer than a summary', async () => {
    const contents = Array.from({ length: 300 }, (_, index) => `turn ${index}: ${'word '.repeat(30)}end${index}.`);
    const artifact = await keep('oracle', conversation(contents), 'obey-1');
    const text = linesOf(artifact).join('\n');
    for (const content of contents) expect(text).toContain(content);
    expect(artifact.warnings).toEqual([]);
  });

  it('go on from their own artifact where a cycle sees no more than that', async () => {
    let oracle = await keep('oracle', twelve, 'obey-1');
    let last = await keep('truncate-last-n', twelve, 'obey-1');
    for (const cycle of [1, 2]) {
      oracle = await keep('oracle', nextCycle(oracle, cycle), 'obey-1', oracle);
      last = await keep('truncate-last-n', nextCycle(last, cycle), 'obey-1', last);
    }
    expect(oracle.summaryText).toContain('user: line 0\n');
    expect(oracle.summaryText).not.toContain('SUMMARY:');
    expect(oracle.summaryText.endsWith('assistant: answer 1\nassistant: answer 2')).toBe(true);
    expect(last.summaryText.split('\n')).toHaveLength(10);
    expect(last.summaryText).not.toContain('line 2\n');
  });

  it('give an artifact within its limits, whatever is said', async () => {
    const content = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.constantFrom('😀'.repeat(700), 'a '.repeat(3_000), '\ud800\n\n', ''),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('oracle', 'truncate-last-n', 'null'),
        fc.array(content, { maxLength: 12 }),
        async (key, contents) => {
          const artifact = await keep(key, conversation(contents), 'obey-1');
          expect(requireArtifact(artifact)).toEqual(artifact);
        },
      ),
      { numRuns: 50 },
    );
  });
});
