import { describe, expect, it } from 'vitest';
import { caseNamespace, deriveCaseSeed } from '../generate/derive-seed.js';
import { generateCase } from '../generate/generate-case.js';
import { toPlain } from '../json/json-value.js';
import type { Case } from '../model/case.js';
import { loadSuite } from '../template/load-suite.js';
import { closeTo } from '../testing/close-to.js';
import { hasShared, sharedPath } from '../testing/shared-data.js';
import { plainVectors, vectorFile } from '../testing/vectors.js';
import { assumedCallModel, builtInCallModel, type CallModel } from './call-model.js';
import { type EstimatedCase, estimateReport, estimateRun } from './estimate-run.js';
import { freeDailyTokens, priceOf, pricesOf } from './price-catalogue.js';
import { referenceEstimate, referenceReport } from './reference-estimate.js';

interface Vector {
  readonly suite: string;
  readonly difficulty: Case['difficulty'];
  readonly case_count: number;
  readonly drift_cycles: number;
  readonly provider_key: string;
  readonly model: string;
  readonly report: string;
  readonly total_cases: number;
  readonly total_calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number | null;
  readonly daily_limit: number | null;
}

function casesOf(suiteKey: string, level: Case['difficulty'], count: number, seedGroup = 'default'): Case[] {
  const suite = loadSuite(sharedPath(`reference-templates/${suiteKey}`));
  return suite.files.flatMap(({ template }) =>
    Array.from({ length: count }, (_, slot) =>
      generateCase(template, deriveCaseSeed(caseNamespace(suite, template), seedGroup, slot), level),
    ),
  );
}

describe.skipIf(!hasShared)('the reference’s estimate, by the vectors', () => {
  const vectors = plainVectors<Vector>('estimate.json');
  it.each(
    vectors.map((vector) => {
      const { suite, difficulty, case_count, drift_cycles, provider_key, model } = vector;
      return [`${suite} ${difficulty} ${case_count} ${drift_cycles} ${provider_key}/${model}`, vector] as const;
    }),
  )('%s', (_, vector) => {
    const { provider_key: provider, model, report, suite, difficulty, case_count, drift_cycles, ...expected } = vector;
    const cases = casesOf(suite, difficulty, case_count);
    const estimate = referenceEstimate({ cases, driftCycles: drift_cycles, provider, model });
    expect(estimate).toEqual(closeTo(expected));
    expect(referenceReport(estimate, provider, model)).toBe(report);
  });

  it('has its prices and free tiers', () => {
    const file = vectorFile('estimate.json');
    expect(pricesOf).toBe(file.get('catalogue_updated'));
    for (const [provider, model, input, output] of toPlain(file.get('model_costs_usd_per_mtok') ?? null) as [
      string,
      string,
      number,
      number,
    ][]) {
      expect(priceOf(provider, model)).toEqual({ input, output });
    }
    for (const [provider, model, tokens] of toPlain(file.get('free_tier_daily_tokens') ?? null) as [
      string,
      string,
      number,
    ][]) {
      expect(freeDailyTokens(provider, model)).toBe(tokens);
    }
  });
});

const known = (key: string): CallModel => builtInCallModel(key) ?? assumedCallModel;
const onMock = { provider: 'mock', model: 'mock-deterministic', carries: 'transcript' } as const;

/** As cases of the reference are played: each later cycle begins with a turn of the user that awaits an answer. */
function played(cases: readonly Case[], driftCycles: number): EstimatedCase[] {
  const turn = { id: 0, role: 'user', content: 'Go on.', tags: [] } as const;
  return cases.map((asked) => ({
    cycles: Array.from({ length: driftCycles + 1 }, (_, cycle) => ({
      turns: cycle === 0 ? asked.transcript.turns : [turn],
      awaitsReply: cycle > 0,
      asked,
    })),
  }));
}

describe.skipIf(!hasShared)('our estimate', () => {
  // What runs of CompactBench took: weakness_measurements.json.
  it('counts the calls that the reference’s runs made, where the reference projects 216', () => {
    const measured = vectorFile('weakness_measurements.json').get('measurements') as ReadonlyMap<string, never>;
    const calls = toPlain(measured.get('calls_estimated_vs_actual_elite_practice_1_case_2_drift') ?? null);
    for (const [level, actual] of Object.entries(calls as Record<string, Record<string, number>>)) {
      const { estimated_calls, ...methods } = actual;
      const cases = casesOf('elite_practice', level as Case['difficulty'], 1);
      expect(referenceEstimate({ ...onMock, cases, driftCycles: 2 }).total_calls).toBe(estimated_calls);
      for (const [key, made] of Object.entries(methods)) {
        expect([
          level,
          key,
          estimateRun({ ...onMock, cases: played(cases, 2), method: known(key) }).calls.total,
        ]).toEqual([level, key, made]);
      }
    }
  });

  it('counts the calls of the runs among the vectors', () => {
    const starter = casesOf('starter', 'medium', 1);
    expect(estimateRun({ ...onMock, cases: played(starter, 2), method: known('naive-summary') }).calls.total).toBe(53);
    const hierarchical = { ...onMock, cases: played(starter, 0), method: known('hierarchical-summary') };
    expect(estimateRun(hierarchical).calls.total).toBe(19);
    const elite = casesOf('elite_practice', 'elite', 1);
    expect(estimateRun({ ...onMock, cases: played(elite, 1), method: known('naive-summary') }).calls.total).toBe(164);
  });

  it('knows that an artifact carried over is one turn', () => {
    const cases = casesOf('elite_practice', 'elite', 1).slice(0, 1);
    const turns: number[] = [];
    const method: CallModel = (size, tokens) => {
      turns.push(size.turns.length);
      return assumedCallModel(size, tokens);
    };
    const { calls } = estimateRun({ ...onMock, cases: played(cases, 2), method, carries: 'artifact' });
    expect(turns).toEqual([cases[0]?.transcript.turns.length, 3, 3]);
    expect(calls.continuation).toBe(2);
  });

  it('reports calls, tokens and cost', () => {
    const cases = casesOf('starter', 'medium', 5);
    const run = {
      ...onMock,
      cases: played(cases, 2),
      provider: 'groq',
      model: 'llama-3.3-70b-versatile',
      method: known('null'),
    };
    const estimate = estimateRun(run);
    expect(estimate.calls.compaction).toBe(0);
    expect(estimateReport(estimate, run)).toMatch(
      /^cases +20 in 60 cycles\ncalls +205: 0 to compact, 40 to go on, 165 to ask\ntokens +~\d/,
    );
    expect(estimateReport(estimate, run)).toContain('at prices of 2026-04-18\nfree tier');
    const unknown = { ...run, provider: 'openai', model: 'x' };
    const report = estimateReport(estimateRun(unknown), unknown, 'nobody knows');
    expect(report).toMatch(/^cases.*\ncalls +~205: ~0 to compact/);
    expect(report).toContain('unknown: no price of openai/x\n               nobody knows');
    const mocked = { ...run, ...onMock };
    expect(estimateReport(estimateRun(mocked), mocked)).toContain('none: a mock asks nobody');
  });
});
