import type { Result } from '@obey/schema';
import { buildReport } from '../document/build-report.js';
import type { ReportDocument } from '../document/report-document.js';
import { sampleLeaderboard, sampleResult } from './sample-run.js';
import { sampleTrace } from './sample-trace.js';

/** Two candidates on two tasks, one of them losing in most dimensions. */
export function sampleResults(): Result[] {
  const lost = { parallelism: 0, completeness: 62.5, aggregation: 90 };
  return ['smoke-if', 'smoke-try'].flatMap((task) => [
    sampleResult({ candidate: 'reference', task }),
    sampleResult({ candidate: 'reference:serialize', task, lost, correctness: 0.5 }),
  ]);
}

export async function sampleDocument(results: readonly Result[] = sampleResults()): Promise<ReportDocument> {
  const trace = (result: Result) =>
    sampleTrace({ parallel: !result.candidate.includes('serialize'), subagents: result.task === 'smoke-try' });
  return buildReport({ title: 'smoke', leaderboard: sampleLeaderboard(results), results, traceOf: trace });
}

const marker = 'PLACEHOLDER';

/** A document in which `text` stands wherever a candidate, a task or a trace may put any text. */
export async function hostileDocument(text: string): Promise<ReportDocument> {
  const lost = { completeness: 50, errorHandling: 0 };
  const results = [1, 2].map((trial) =>
    sampleResult({ candidate: marker, task: marker, trial, lost, text: marker, compacted: [1, null, 0.5] }),
  );
  const events = sampleTrace({ parallel: true, text: marker, subagents: true });
  const leaderboard = sampleLeaderboard(results);
  const document = await buildReport({
    title: marker,
    leaderboard: {
      ...leaderboard,
      comparisons: [{ a: marker, b: marker, of: 'score', difference: 1, interval: [0, 2], p: 0.04, tasks: 1 }],
    },
    results,
    traceOf: () => events,
  });
  return replaced(document, text);
}

function replaced(document: ReportDocument, text: string): ReportDocument {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return value.split(marker).join(text);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key === marker ? text : key, walk(field)]));
  };
  return walk(document) as ReportDocument;
}
