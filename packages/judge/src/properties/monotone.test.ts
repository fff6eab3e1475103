import { type RawTraceEvent, type TraceEvent, type TraceSource, traceSources } from '@obey/schema';
import { mergeEvents, verifyChain } from '@obey/trace';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Case, caseArbitrary, runs } from './case.js';
import { traceOf } from './judge-schedule.js';
import { plantings } from './planting.js';
import type { Schedule } from './schedule.js';

vi.setConfig({ testTimeout: 1_800_000 });

const deviant = (one: Case, picks: readonly number[], kinds = /./): Schedule => {
  const options = plantings(one, one.run(0)).filter(({ name }) => kinds.test(name));
  const planted = picks.map((pick) => options[pick % Math.max(1, options.length)]?.deviations ?? {});
  return one.run(0, {
    skips: (step, item) => planted.some(({ skips }) => skips?.(step, item) === true),
    flips: (decision, item) => planted.some(({ flips }) => flips?.(decision, item) === true),
    serializes: (loop) => planted.some(({ serializes }) => serializes?.(loop) === true),
    swallows: (body, item) => planted.some(({ swallows }) => swallows?.(body, item) === true),
    swaps: (step) => planted.some(({ swaps }) => swaps?.(step) === true),
  });
};
const picks = fc.array(fc.nat(), { maxLength: 3 });

/** Without its number and hash, as its source recorded it. */
const raw = ({ seq: _, hash: __, ...event }: TraceEvent): RawTraceEvent => event as RawTraceEvent;

const near = 1e-6;

describe('what never pays', () => {
  it('7: removing an event that no unit cites', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), picks, fc.nat(), async (one, chosen, pick) => {
        const run = deviant(one, chosen);
        const before = await one.judge(run);
        const cited = new Set(before.replay.units.flatMap(({ cites }) => cites));
        const free = before.trace.filter(({ seq, kind }) => !cited.has(seq) && kind !== 'run');
        const gone = free[pick % Math.max(1, free.length)];
        fc.pre(gone !== undefined);
        const trace = mergeAgain(before.trace.filter(({ seq }) => seq !== gone.seq));
        const after = await one.judge(run, { trace });
        expect(after.scorecard.obedience).toBeLessThanOrEqual(before.scorecard.obedience + near);
      }),
      runs(35, 1500),
    );
  });

  it('11: a copied line is refused, and a repeated act helps only where it was due and missing', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), picks, fc.nat(), fc.nat(), async (one, chosen, from, to) => {
        // After a swap, a swallowed fault, or without the first read, doing an act once more is what was due and missing.
        const run = deviant(one, chosen, /^(?!swap|swallow|skip step1 )/);
        const before = await one.judge(run);
        const { trace } = before;
        const line = trace[from % trace.length] as TraceEvent;
        const copied = [...trace];
        copied.splice(to % (trace.length + 1), 0, line);
        expect(verifyChain(copied).ok).toBe(false);
        const cited = new Set(before.replay.units.filter(({ credit }) => credit > 0).flatMap(({ cites }) => cites));
        const acts = trace.filter(
          ({ seq, kind }) => cited.has(seq) && (kind === 'file' || kind === 'request' || kind === 'tool'),
        );
        const act = acts[from % Math.max(1, acts.length)];
        fc.pre(act !== undefined);
        const later = trace.at(-1)?.end ?? 0;
        const again = { ...raw(act), start: later + 1, end: later + 1 + (act.end - act.start) };
        const after = await one.judge(run, { trace: traceOf([...trace.map(raw), again]) });
        expect(after.scorecard.obedience).toBeLessThanOrEqual(before.scorecard.obedience + near);
      }),
      runs(30, 1000),
    );
  });

  it('12: replacing the evidence of a due act by a claim', async () => {
    await fc.assert(
      fc.asyncProperty(caseArbitrary(), picks, fc.nat(), async (one, chosen, pick) => {
        // A branch whose decision cannot be exercised is not looked into, so what went wrong inside it would hide with it; and
        // what was written before the first read is a consequence already.
        const run = deviant(one, chosen.slice(0, 1), /^(?!swallow|skip step1 )/);
        const before = await one.judge(run);
        // What need not be done is not due, a later act on the same path may take the place of an earlier one, and a read that
        // nothing shows is not promised once some command ran.
        const free = new Set(
          run.done.flatMap(({ step, spec }) => {
            if (spec.again !== undefined) return [step, spec.again];
            return spec.optional || spec.does === 'read' ? [step] : [];
          }),
        );
        const obeyed = before.replay.units.filter(
          ({ dimension, credit, step }) => dimension === 'completeness' && credit === 1 && !free.has(step),
        );
        const unit = obeyed[pick % Math.max(1, obeyed.length)];
        fc.pre(unit !== undefined && unit.cites.length > 0);
        const events = before.trace
          .filter(({ seq }) => !unit.cites.includes(seq))
          .map(raw)
          .concat(claimed(unit.step, unit.item, before.trace.at(-1)?.end ?? 0));
        const after = await one.judge(run, { trace: traceOf(events) });
        expect(after.scorecard.obedience).toBeLessThanOrEqual(before.scorecard.obedience + near);
      }),
      runs(30, 1000),
    );
  });

  it('16: removing or truncating a source', async () => {
    await fc.assert(
      fc.asyncProperty(
        caseArbitrary(),
        picks,
        fc.constantFrom<TraceSource>(...traceSources.filter((source) => source !== 'runner')),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (one, chosen, source, share) => {
          const run = deviant(one, chosen);
          const before = await one.judge(run);
          const own = before.trace.filter((event) => event.source === source);
          const cut = own[Math.floor(share * own.length)]?.seq ?? 0;
          const trace = mergeAgain(before.trace.filter((event) => event.source !== source || event.seq < cut));
          const after = await one.judge(run, { trace, damaged: { [source]: 'it ends early' } });
          expect(after.scorecard.score).toBeLessThanOrEqual(before.scorecard.score + near);
          expect(after.scorecard.strict).toBe(false);
          expect(after.scorecard.integrity).toContainEqual(expect.objectContaining({ code: 'source-damaged' }));
        },
      ),
      runs(30, 1000),
    );
  });
});

function mergeAgain(trace: readonly TraceEvent[]): TraceEvent[] {
  return mergeEvents([...traceSources].map((source) => trace.filter((event) => event.source === source).map(raw)));
}

function claimed(step: string, item: string, at: number): RawTraceEvent[] {
  const text = `I did ${step} ${item}: written and done.`;
  return [{ kind: 'message', role: 'assistant', text, start: at, end: at, source: 'harness', actor: 'main' }];
}
