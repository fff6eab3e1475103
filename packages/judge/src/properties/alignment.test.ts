import { createRandom } from '@obey/prepare';
import { parseProcessYaml } from '@obey/process';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { runs } from './case.js';
import { judgeRun, traceOf } from './judge-schedule.js';
import { RunRecorder } from './run-recorder.js';

vi.setConfig({ testTimeout: 1_800_000 });

/**
 * The optimal cost of aligning a trace with a sequence: the shortest path over (how far the model is, how far the log is), where
 * a move of both is free and only possible on equal labels, and a move of one alone costs 1. Exact, by Dijkstra's search.
 */
function alignmentCost(model: readonly string[], log: readonly string[]): number {
  const costs = new Map<string, number>([['0 0', 0]]);
  const settled = new Set<string>();
  for (;;) {
    let best: string | undefined;
    for (const [place, cost] of costs) {
      if (!settled.has(place) && (best === undefined || cost < (costs.get(best) ?? Number.POSITIVE_INFINITY)))
        best = place;
    }
    if (best === undefined) throw new Error('unreachable');
    settled.add(best);
    const cost = costs.get(best) ?? 0;
    const [at = 0, seen = 0] = best.split(' ').map(Number);
    if (at === model.length && seen === log.length) return cost;
    const reach = (a: number, b: number, more: number) => {
      const place = `${a} ${b}`;
      if (cost + more < (costs.get(place) ?? Number.POSITIVE_INFINITY)) costs.set(place, cost + more);
    };
    if (at < model.length) reach(at + 1, seen, 1);
    if (seen < log.length) reach(at, seen + 1, 1);
    if (at < model.length && seen < log.length && model[at] === log[seen]) reach(at + 1, seen + 1, 0);
  }
}

/** Length of the longest increasing subsequence. */
function longestInOrder(places: readonly number[]): number {
  const best: number[] = [];
  for (const [index, place] of places.entries()) {
    best[index] =
      1 + Math.max(0, ...places.slice(0, index).map((before, at) => (before < place ? (best[at] ?? 0) : 0)));
  }
  return Math.max(0, ...best);
}

it('missing + surplus + 2 · moved, read off the units, is the optimal alignment cost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      async (seed, length, size) => {
        const draw = createRandom(seed, 'alignment');
        const model = Array.from({ length }, (_, index) => `step${index}`);
        const foreign = Array.from({ length: 4 }, (_, index) => `other${index}`);
        const log = draw.shuffle([...model, ...foreign]).slice(0, size);
        const record = new RunRecorder(false);
        // Something was read before anything is written, as in any real run.
        let now = record.request(1, '/start', 5) + 1;
        for (const label of log) now = record.write(now + 5, `${label}.txt`, label);
        record.frame(now + 5);
        const steps = model.map((step) => ({ step, done: { wrote: `${step}.txt` } }));
        const start = { step: 'start', done: { requested: 'GET /start' } };
        const process = parseProcessYaml(JSON.stringify({ process: [start, ...steps] }), { facts: {}, parameters: [] });
        const trace = traceOf(record.events);
        const { replay } = await judgeRun({ process, facts: {}, trace, contents: record.contents, plannedFaults: [] });
        const presence = replay.units.filter(({ dimension, step }) => dimension === 'completeness' && step !== 'start');
        const matched = presence.filter(({ credit }) => credit === 1);
        const cited = new Set(matched.flatMap(({ cites }) => cites));
        const written = trace.filter(({ kind }) => kind === 'file');
        const missing = presence.length - matched.length;
        const surplus = written.filter(({ seq }) => !cited.has(seq)).length;
        const inOrder = matched
          .map(({ step, cites }) => ({ place: model.indexOf(step), seq: cites[0] ?? 0 }))
          .sort((a, b) => a.seq - b.seq)
          .map(({ place }) => place);
        const moved = matched.length - longestInOrder(inOrder);
        expect(missing + surplus + 2 * moved).toBe(alignmentCost(model, log));
        const outOfOrder = replay.units.some(
          ({ dimension, exercised, credit }) => dimension === 'ordering' && exercised && credit < 1,
        );
        if (moved === 0) expect(outOfOrder).toBe(false);
      },
    ),
    runs(200, 2000),
  );
});
