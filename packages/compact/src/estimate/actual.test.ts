import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Level } from '@obey/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMethods, resolveMethod } from '../methods/resolve-method.js';
import type { ScorerVersion } from '../model/scorer.js';
import { readArtifact } from '../obey/reader/read-artifact.js';
import { createProvider } from '../providers/create-provider.js';
import { loadAnySuite } from '../run/any-suite.js';
import { planCases } from '../run/plan-cases.js';
import { runCompaction } from '../run/run-compaction.js';
import { carryOf } from '../run/run-settings.js';
import { bundledSuites, suiteFolder } from '../run/suite-folders.js';
import { hasShared, sharedPath } from '../testing/shared-data.js';
import { callModelOf } from './call-model-of.js';
import { estimateRun } from './estimate-run.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-estimate-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Asked {
  readonly scorer: ScorerVersion;
  readonly suite: string;
  readonly level: Level;
  readonly provider: string;
  readonly spec: string;
  readonly caseCount?: number;
}

/** What a run took, and what was told of it before. */
async function both({ scorer, suite, level, provider, spec, caseCount = 1 }: Asked) {
  const carry = carryOf(scorer);
  const settings = { difficulty: level, driftCycles: 2, caseCount, seedGroup: 'default', scorer, carry };
  const resolve = () => resolveMethod(spec, { profile: scorer, folder });
  const { end } = await runCompaction({
    ...{ suite, settings, method: await resolve(), model: 'm', concurrency: 1 },
    provider: createProvider(provider, { environment: {}, reader: readArtifact }),
    output: join(folder, 'results.jsonl'),
    existing: 'replace',
    machine: { newId: () => 'id', timestamp: () => '2026-01-01T00:00:00Z', now: () => 0, versions: {} },
  });
  const cases = planCases(loadAnySuite(suite), settings);
  const { model: method, doubt } = await callModelOf({ spec, cases, carries: carry, provider, resolve });
  const told = estimateRun({ cases, method, carries: carry, provider, model: 'm' });
  return { took: end.token_usage, told, doubt };
}

const off = (told: number, took: number | undefined): number => Math.abs(told / (took ?? Number.NaN) - 1);
const methods = listMethods().filter(({ key }) => key !== 'claude-code');
const levels: readonly Level[] = process.env.OBEY_FULL === '1' ? ['easy', 'medium', 'hard'] : ['easy'];

describe.each(levels)('a run on the mock at %s', (level) => {
  it.each(methods.map(({ key }) => key))('takes the calls and tokens told of it: %s', async (key) => {
    const suite = suiteFolder(bundledSuites(), 'starter');
    const asked = { scorer: 'obey-1', suite, level, spec: `built-in:${key}` } as const;
    const { took, told, doubt } = await both({ ...asked, provider: 'mock' });
    expect(doubt).toBeUndefined();
    expect(told.calls.total).toBe(took?.call_count);
    expect(off(told.inputTokens, took?.prompt_tokens)).toBeLessThan(0.1);
    expect(told.outputTokens).toBe(took?.completion_tokens);
  });

  it.skipIf(!hasShared)('of the reference takes the calls and tokens told of it', async () => {
    for (const { key } of methods) {
      const suite = sharedPath('reference-templates/starter');
      const asked = { scorer: '2.0.0', suite, level, spec: `built-in:${key}` } as const;
      const { took, told } = await both({ ...asked, provider: 'mock' });
      expect([key, told.calls.total]).toEqual([key, took?.call_count]);
      expect(off(told.inputTokens, took?.prompt_tokens)).toBeLessThan(0.1);
    }
  });
});

describe('a run with the reader', () => {
  it.each(['hybrid-ledger', 'hierarchical-summary', 'null'])('takes the calls told of it: %s', async (key) => {
    const suite = suiteFolder(bundledSuites(), 'starter');
    const asked = { scorer: 'obey-1', suite, level: 'easy', spec: `built-in:${key}` } as const;
    const { took, told } = await both({ ...asked, provider: 'mock:reader' });
    expect(told.calls.total).toBe(took?.call_count);
  });
});

describe("a user's method", () => {
  const artifact = `({ schemaVersion: '1.0.0', summaryText: 's', structured_state: { immutable_facts: [], locked_decisions: [],
    deferred_items: [], forbidden_behaviors: [], entity_map: {}, unresolved_items: [] }, selectedSourceTurnIds: [], warnings: [],
    methodMetadata: {} })`;

  it('that makes a call for every four turns is tried, not guessed', async () => {
    const text = `export class Many {
      constructor(context) { this.context = context; }
      async compact({ turns }) {
        for (let at = 0; at < turns.length; at += 4)
          await this.context.provider.complete({ model: 'm', prompt: JSON.stringify(turns.slice(at, at + 4)) });
        return ${artifact};
      }
    }`;
    await writeFile(join(folder, 'many.mjs'), text);
    const suite = suiteFolder(bundledSuites(), 'starter');
    const asked = { scorer: 'obey-1', suite, level: 'medium', provider: 'mock', spec: './many.mjs:Many' } as const;
    const { took, told, doubt } = await both({ ...asked, caseCount: 4 });
    expect(doubt).toMatch(/^Many was tried on a mock/);
    expect(told.calls.compaction).toBeGreaterThan(2 * told.cases * 3);
    expect(off(told.calls.total, took?.call_count)).toBeLessThan(0.1);
    expect(off(told.inputTokens, took?.prompt_tokens)).toBeLessThan(0.1);
  });

  it('that cannot be tried is said to be a guess', async () => {
    await writeFile(
      join(folder, 'fails.mjs'),
      "export class Fails { compact() { throw new Error('not with a mock'); } }",
    );
    const suite = suiteFolder(bundledSuites(), 'starter');
    const settings = { difficulty: 'easy', driftCycles: 0, caseCount: 1, seedGroup: 'd', scorer: 'obey-1' } as const;
    const cases = planCases(loadAnySuite(suite), { ...settings, carry: 'artifact' });
    const resolve = () => resolveMethod('./fails.mjs:Fails', { profile: 'obey-1', folder });
    const { doubt } = await callModelOf({
      spec: './fails.mjs:Fails',
      cases,
      carries: 'artifact',
      provider: 'mock',
      resolve,
    });
    expect(doubt).toMatch(/^Fails cannot be tried on a mock \(.*not with a mock.*one call a compaction was assumed$/);
    const missing = () => resolveMethod('./absent.mjs:C', { profile: 'obey-1', folder });
    await expect(
      callModelOf({ spec: './absent.mjs:C', cases, carries: 'artifact', provider: 'mock', resolve: missing }),
    ).rejects.toThrow('no such file');
  });
});
