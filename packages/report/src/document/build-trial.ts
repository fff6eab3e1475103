import type { Finding, Result, Scorecard } from '@obey/schema';
import { buildTimeline } from './build-timeline.js';
import { collectTrace, type TraceEvents } from './collect-trace.js';
import type { ReportTrial, ShownFindings } from './report-document.js';
import type { ReportLimits } from './report-limits.js';

// A timeline is drawn some 800 units wide: what lies closer than that cannot be told apart anyway.
const columns = 800;

/** One trial with the findings that cost most, the events they cite and its timeline. */
export async function buildTrial(
  id: string,
  result: Result,
  trace: TraceEvents | null,
  limits: ReportLimits,
): Promise<ReportTrial> {
  const { record, scorecard: card } = result;
  const findings = costliest(card?.findings ?? [], limits.findings);
  const consequences = costliest(card?.consequences ?? [], limits.findings);
  const checks = [...(card?.checks ?? [])].sort((a, b) => Number(a.passed) - Number(b.passed));
  const cited = new Set([...new Set(citations(card, findings))].slice(0, limits.events));
  const collected =
    trace === null
      ? null
      : await collectTrace(trace, {
          cited,
          items: itemsOf(card),
          resolutionMs: record.durationMs / columns,
          most: limits.marks * 10,
          textLength: limits.textLength,
        });
  return {
    id,
    task: result.task,
    candidate: result.candidate,
    trial: result.trial,
    folder: result.folder,
    attempts: result.attempts,
    record,
    scorecard: card === null ? null : withoutLists(card),
    findings,
    consequences,
    checks: {
      shown: checks.slice(0, limits.findings),
      passed: checks.filter(({ passed }) => passed).length,
      total: checks.length,
    },
    events: collected?.cited ?? [],
    timeline: collected === null ? null : buildTimeline(collected, { marks: limits.marks, lanes: limits.lanes }),
  };
}

function withoutLists(card: Scorecard): ReportTrial['scorecard'] {
  const { findings: _findings, consequences: _consequences, checks: _checks, ...rest } = card;
  return rest;
}

function costliest(findings: readonly Finding[], most: number): ShownFindings {
  const ordered = findings
    .map((finding, index) => ({ ...finding, number: index + 1 }))
    .sort((a, b) => b.points - a.points || a.number - b.number);
  return {
    shown: ordered.slice(0, most),
    total: findings.length,
    hiddenPoints: ordered.slice(most).reduce((sum, { points }) => sum + points, 0),
  };
}

/** In the order of their worth, since only so many are kept. */
function citations(card: Scorecard | null, findings: ShownFindings): number[] {
  if (card === null) return [];
  const first = card.firstDeviation?.seq ?? null;
  return [
    ...(first === null ? [] : [first]),
    ...card.integrity.flatMap(({ cites }) => cites),
    ...card.claimedDone.cites,
    // One event of each finding before the second of any, so that no finding is left without one.
    ...findings.shown.flatMap(({ cites }) => cites.slice(0, 1)),
    ...findings.shown.flatMap(({ cites }) => cites.slice(1)),
  ];
}

function* itemsOf(card: Scorecard | null): Iterable<string> {
  if (card === null) return;
  for (const { item } of card.findings) yield item;
  for (const { item } of card.consequences) yield item;
  for (const { item } of card.checks) yield item;
}
