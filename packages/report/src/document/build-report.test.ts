import type { TraceEvent } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { sampleDocument, sampleResults } from '../testing/sample-document.js';
import { sampleFinding, sampleLeaderboard, sampleResult } from '../testing/sample-run.js';
import { sampleTrace } from '../testing/sample-trace.js';
import { buildReport } from './build-report.js';
import { type ReportTrial, reportDocumentSchema } from './report-document.js';

const single = async (events: TraceEvent[] | null, options: { findings?: ReturnType<typeof sampleFinding>[] } = {}) => {
  const lost = options.findings === undefined ? {} : { completeness: 0 };
  const result = sampleResult({ candidate: 'reference', task: 'us-states', lost, ...options });
  const document = await buildReport({ title: 'one', leaderboard: null, results: [result], traceOf: () => events });
  const [trial] = document.trials;
  if (trial === undefined) throw new Error('no trial');
  return trial;
};

const lanesOf = ({ timeline }: ReportTrial): string[] =>
  (timeline?.lanes ?? []).map(({ actor, item, marks }) => `${actor}/${item ?? '-'} ${marks.length}`);

it('orders candidates by the leaderboard and trials by candidate, task and number', async () => {
  const document = await sampleDocument();
  expect(document.candidates).toEqual(['reference', 'reference:serialize']);
  expect(document.trials.map(({ id, candidate, task }) => [id, candidate, task])).toEqual([
    ['t1', 'reference', 'smoke-if'],
    ['t2', 'reference', 'smoke-try'],
    ['t3', 'reference:serialize', 'smoke-if'],
    ['t4', 'reference:serialize', 'smoke-try'],
  ]);
});

it('fits its schema and is the same for the same input in any order', async () => {
  const document = await sampleDocument();
  expect(reportDocumentSchema.parse(document)).toEqual(document);
  expect(await sampleDocument([...sampleResults()].reverse())).toEqual(document);
});

it('averages the trials of a pair in the heat map and leaves out what is absent', async () => {
  const results = [
    sampleResult({ candidate: 'reference', task: 'a' }),
    sampleResult({ candidate: 'reference', task: 'a', trial: 2, lost: { ordering: 50 } }),
  ];
  for (const { scorecard } of results) if (scorecard !== null) delete scorecard.dimensions.aggregation;
  const leaderboard = sampleLeaderboard(results);
  const { heat } = await buildReport({ title: 'x', leaderboard, results, traceOf: () => null });
  expect(heat).toHaveLength(1);
  expect(heat[0]).toMatchObject({
    candidate: 'reference',
    task: 'a',
    trials: 2,
    earned: { ordering: 75, completeness: 100 },
  });
  expect(heat[0]?.earned).not.toHaveProperty('aggregation');
});

it('keeps a trial that ended without a score, with its reason', async () => {
  const result = sampleResult({ candidate: 'reference', task: 'a' });
  const failed = {
    ...result,
    scorecard: null,
    record: { ...result.record, status: 'infrastructure-error' as const, error: 'no space left' },
  };
  const document = await buildReport({ title: 'x', leaderboard: null, results: [failed], traceOf: () => null });
  expect(document.trials[0]).toMatchObject({ scorecard: null, timeline: null, findings: { total: 0 } });
});

describe('findings', () => {
  it('come costliest first under the numbers that consequences refer to, the rest counted', async () => {
    const findings = Array.from({ length: 80 }, (_, index) => sampleFinding('completeness', index / 32));
    const trial = await single(null, { findings });
    expect(trial.findings.shown).toHaveLength(60);
    expect(trial.findings.shown[0]?.number).toBe(80);
    expect(trial.findings.total).toBe(80);
    expect(trial.findings.hiddenPoints).toBeCloseTo(findings.slice(0, 20).reduce((sum, { points }) => sum + points, 0));
  });

  it('have an event each before any has a second', async () => {
    const events = sampleTrace({ parallel: true });
    const findings = [
      sampleFinding('completeness', 50, undefined, [2, 3, 4, 5, 6]),
      sampleFinding('completeness', 50, undefined, [9]),
    ];
    const result = sampleResult({ candidate: 'reference', task: 'us-states', lost: { completeness: 0 }, findings });
    const { trials } = await buildReport({
      title: 'x',
      leaderboard: null,
      results: [result],
      traceOf: () => events,
      limits: { events: 3 },
    });
    // The first deviation's own event comes before all.
    expect(trials[0]?.events.map(({ seq }) => seq)).toEqual([2, 5, 9]);
  });
});

describe('timeline', () => {
  it('has a lane for each actor and item, with what a service or watcher saw of it', async () => {
    const trial = await single(sampleTrace({ parallel: true, items: ['alder', 'birch', 'cedar', 'dogwood'] }));
    expect(lanesOf(trial)).toEqual(['main/- 5', 'main/alder 3', 'main/birch 3', 'main/cedar 3', 'main/dogwood 4']);
  });

  it('gives an item to the one subagent that worked on it', async () => {
    const trial = await single(sampleTrace({ parallel: true, subagents: true }));
    expect(lanesOf(trial).filter((lane) => lane.startsWith('main'))).toEqual(['main/- 6']);
    expect(lanesOf(trial)).toContain('agent-1/alder 3');
    expect(lanesOf(trial)).toContain('agent-2/juniper 3');
  });

  it('tells parallel from serial work', async () => {
    const parallel = await single(sampleTrace({ parallel: true }));
    const serial = await single(sampleTrace({ parallel: false }));
    expect(parallel.timeline?.peak).toEqual({ of: 'request', count: 10 });
    expect(serial.timeline?.peak).toEqual({ of: 'request', count: 1 });
  });

  it('puts overlapping bars of one lane into rows', async () => {
    const events = sampleTrace({ parallel: true }).map((event): TraceEvent => {
      if (event.kind !== 'request') return event;
      const { proof: _proof, ...rest } = event;
      return { ...rest, path: '/bulk' };
    });
    const trial = await single(events.filter(({ kind }) => kind === 'request'));
    expect(trial.timeline?.lanes).toMatchObject([{ actor: 'main', item: null, rows: 10 }]);
  });

  it('finds items of several keys by their last key', async () => {
    const request = {
      kind: 'request',
      service: 's',
      method: 'GET',
      status: 200,
      bytes: 1,
      source: 'service',
      actor: 'main',
    } as const;
    const proof = { item: 'france/paris', fields: {} };
    const trial = await single([
      { ...request, seq: 0, start: 0, end: 100, path: '/countries/france/cities/paris', proof },
      {
        kind: 'file',
        seq: 1,
        start: 120,
        end: 120,
        path: 'work/paris.json',
        change: 'created',
        source: 'workspace',
        actor: 'main',
      },
    ]);
    expect(lanesOf(trial)).toEqual(['main/france/paris 2']);
  });

  it('stays small for a long trace, and counts what is not drawn', async () => {
    const length = 60_000;
    const cited = [17, 31_415, 59_999];
    function* events(): Iterable<TraceEvent> {
      for (let seq = 0; seq < length; seq += 1) {
        const item = `item-${seq % 300}`;
        const shared = { seq, start: seq * 10, end: seq * 10 + 400, source: 'service', actor: 'main' } as const;
        yield {
          ...shared,
          kind: 'request',
          service: 's',
          method: 'GET',
          path: `/items/${item}`,
          status: 200,
          bytes: 1,
        };
      }
    }
    const result = sampleResult({
      candidate: 'reference',
      task: 'us-states',
      lost: { completeness: 0 },
      findings: [sampleFinding('completeness', 100, undefined, cited)],
      durationMs: length * 10,
    });
    const { trials } = await buildReport({ title: 'x', leaderboard: null, results: [result], traceOf: events });
    const timeline = trials[0]?.timeline;
    const marks = timeline?.lanes.flatMap((lane) => lane.marks) ?? [];
    expect(marks.length).toBeLessThanOrEqual(400);
    expect(timeline?.lanes.length).toBeLessThanOrEqual(80);
    expect(marks.filter((mark) => mark.cited).map(({ seq }) => seq)).toEqual(expect.arrayContaining(cited));
    expect(timeline?.events).toBe(length);
    expect(timeline?.hidden).toBe(length - marks.reduce((sum, { count }) => sum + count, 0));
    // Every tenth of the run keeps some marks.
    const tenths = new Set(marks.map(({ start }) => Math.floor((start / (length * 10)) * 10)));
    expect(tenths.size).toBe(10);
  });
});
