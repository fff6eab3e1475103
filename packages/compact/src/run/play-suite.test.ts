import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveMethod } from '../methods/resolve-method.js';
import { createProvider } from '../providers/create-provider.js';
import { openResults, readResultsFile } from '../results/results-file.js';
import { resumeRun } from '../results/resume.js';
import { scorer100 } from '../score/reference-scorer.js';
import { hasShared, sharedFile, sharedPath } from '../testing/shared-data.js';
import { loadAnySuite } from './any-suite.js';
import { planCases } from './plan-cases.js';
import { type PlaySuiteOptions, playSuite, runStart } from './play-suite.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-compact-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settings = {
  difficulty: 'medium',
  driftCycles: 2,
  caseCount: 1,
  seedGroup: 'default',
  scorer: '1.0.0',
  carry: 'transcript',
} as const;

async function options(change: Partial<PlaySuiteOptions> = {}): Promise<PlaySuiteOptions> {
  return {
    settings,
    profile: scorer100,
    method: await resolveMethod('built-in:naive-summary', { profile: '1.0.0', folder }),
    provider: createProvider('mock', { environment: {} }),
    model: 'mock-deterministic',
    concurrency: 4,
    now: () => 0,
    timestamp: () => '2026-04-18T12:00:00Z',
    ...change,
  };
}

/** What of a results file is the same whenever, and whatever the prompts are worded like. */
function lasting(text: string): unknown[] {
  const changing = new Set(['run_id', 'started_at', 'completed_at', 'latency_ms', 'prompt_tokens']);
  return text
    .trimEnd()
    .split('\n')
    .map((line) =>
      JSON.parse(line.replace(/"seed":(\d+)/, '"seed":"$1"'), (key, value) => (changing.has(key) ? '…' : value)),
    );
}

describe.skipIf(!hasShared)('a run of the reference suite (needs ../shared/compact)', () => {
  const suite = () => loadAnySuite(sharedPath('reference-templates/starter'));

  it('writes what CompactBench wrote', async () => {
    const path = join(folder, 'results.jsonl');
    const writer = await openResults(path, 'create');
    const given = await options({ concurrency: 1 });
    const start = { run_id: 'r', started_at: '2026-04-18T12:00:00Z', suite: suite(), provider: 'mock' };
    await writer.append(runStart(start, given));
    await playSuite(planCases(suite(), settings), writer, [], given);
    await writer.close();
    const theirs = lasting(sharedFile('vectors/results/mock_naive_starter.jsonl'));
    const ours = lasting(await readFile(path, 'utf8'));
    expect(ours).toHaveLength(theirs.length);
    expect(ours).toEqual(theirs);
  });

  it('keeps what was finished where a case fails, and goes on from there', async () => {
    const path = join(folder, 'results.jsonl');
    let calls = 0;
    const flaky = createProvider('mock', { environment: {} });
    const given = await options({
      concurrency: 2,
      provider: {
        key: 'mock',
        complete: (request) => {
          calls += 1;
          if (calls === 15) throw new Error('the line went dead');
          return flaky.complete(request);
        },
      },
    });
    const start = runStart(
      { run_id: 'r', started_at: '2026-04-18T12:00:00Z', suite: suite(), provider: 'mock' },
      given,
    );
    const writer = await openResults(path, 'create');
    await writer.append(start);
    await expect(playSuite(planCases(suite(), settings), writer, [], given)).rejects.toThrow(
      /^1 of 4 cases could not be played; .*the line went dead/,
    );
    await writer.close();
    const { done } = resumeRun(await readResultsFile(path), start);
    expect(done).toHaveLength(3);
    const again = await openResults(path, 'append');
    const { cases, end } = await playSuite(planCases(suite(), settings), again, done, given);
    await again.close();
    expect(cases).toHaveLength(4);
    expect(end.overall_score).toBe(0.375);
  });
});
