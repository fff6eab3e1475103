import { dimensions, formatCandidate, type Scorecard } from '@obey/schema';
import { dimensionName } from '../dimension-name.js';
import { findingPart } from '../document/finding-part.js';
import { escapeTerminal } from '../escape/escape-terminal.js';
import { formatCount, formatFigure, formatMoment, formatScore, formatShare } from '../format-number.js';
import { compactionLines } from './compaction-lines.js';
import { type Paint, paint } from './paint.js';
import type { TextOptions } from './render-leaderboard-text.js';
import { fit, textTable } from './text-table.js';

const mostFindings = 10;

/** A scorecard as lines for a terminal: its figures, what went wrong first, and the findings that cost most. */
export function renderScorecardText(card: Scorecard, options: TextOptions = {}): string {
  const { width = 100, colour = false } = options;
  const marks = paint(colour);
  const prose = (text: string, mark: (text: string) => string = (plain) => plain): string => mark(fit(text, width));
  const lines = [
    prose(headline(card), marks.bold),
    prose(figures(card), card.strict === true ? marks.good : marks.warn),
    '',
    ...dimensionLines(card, width),
    ...compactionLines(card, width),
    ...card.integrity.map(({ code, seen }) => prose(escapeTerminal(`integrity ${code}: ${seen}`), marks.bad)),
    ...(card.claimedDone.gap === null
      ? []
      : [prose(escapeTerminal(`claimed done: ${card.claimedDone.gap}`), marks.bad)]),
    ...firstLines(card).map((line) => prose(line, marks.warn)),
    ...findingLines(card, width, marks),
    ...checkLine(card).map((line) => prose(line)),
    ...card.notes.map((note) => prose(escapeTerminal(`note: ${note}`), marks.dim)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function headline({ task, version, level, seed, candidate, status, isolation, strict }: Scorecard): string {
  const parts = [
    `${task} ${version}`,
    formatCandidate(candidate),
    ...(level === null ? [] : [`level ${level}`]),
    ...(seed === null ? [] : [`seed ${seed}`]),
    ...(status === 'completed' ? [] : [status]),
    // An audit ran nothing, so there is nothing that it could have held in.
    ...(isolation === 'none' && strict !== null ? ['isolation none'] : []),
  ];
  return escapeTerminal(parts.join(' · '));
}

function figures({ score, strict, obedience, correctness, observable }: Scorecard): string {
  return [
    `score ${formatScore(score)}${strict === true ? ', strict' : ''}`,
    `obedience ${formatShare(obedience)}`,
    `correctness ${correctness === null ? 'not checked' : formatShare(correctness)}`,
    ...(observable < 1 ? [`${formatShare(observable)} observable`] : []),
  ].join(' · ');
}

function dimensionLines(card: Scorecard, width: number): string[] {
  const figure = (value: number | null): { text: string } => ({ text: value === null ? '–' : formatFigure(value) });
  const rows = dimensions.flatMap((dimension) => {
    const scores = card.dimensions[dimension];
    if (scores === undefined) return [];
    return [
      [{ text: dimensionName(dimension) }, figure(scores.fidelity), figure(scores.coverage), figure(scores.earned)],
    ];
  });
  if (rows.length === 0) return [];
  const columns = [
    { head: 'dimension', drop: 0 },
    { head: 'fidelity', right: true, drop: 2 },
    { head: 'coverage', right: true, drop: 2 },
    { head: 'earned', right: true, drop: 0 },
  ];
  return [...textTable(columns, rows, width), ''];
}

function firstLines({ firstDeviation: first }: Scorecard): string[] {
  if (first === null) return [];
  const when = first.at === null ? '' : ` at ${formatMoment(first.at)}`;
  return [escapeTerminal(`first deviation: ${first.code}, ${place(first)}${when}`)];
}

const place = ({ step, item }: { step: string; item: string }): string => (item === '' ? step : `${step} · ${item}`);

function findingLines(card: Scorecard, width: number, marks: Paint): string[] {
  const { findings } = card;
  const parts = new Map(findings.map((finding, index) => [finding, findingPart(card, 'findings', index)]));
  const costliest = [...findings].sort((a, b) => b.points - a.points).slice(0, mostFindings);
  const lines = costliest.flatMap((finding) => {
    const { code, dimension, due, seen, points, cites } = finding;
    const part = parts.get(finding) ?? null;
    const cost = `−${formatScore(points)} ${dimensionName(dimension)}${part === null ? '' : `, ${part}`}`;
    const cited =
      cites.length === 0
        ? ''
        : ` (${cites
            .slice(0, 5)
            .map((seq) => `#${seq}`)
            .join(' ')}${cites.length > 5 ? ` and ${cites.length - 5} more` : ''})`;
    return [
      marks.bad(fit(`✗ ${escapeTerminal(`${code} · ${place(finding)}`)}  ${cost}`, width)),
      fit(`  due:  ${escapeTerminal(due)}`, width),
      fit(`  seen: ${escapeTerminal(seen)}${cited}`, width),
    ];
  });
  const more = findings.length - costliest.length;
  return [...lines, ...(more > 0 ? [fit(formatCount(more, 'more finding'), width)] : [])];
}

function checkLine({ checks }: Scorecard): string[] {
  if (checks.length === 0) return [];
  const failed = checks.filter(({ passed }) => !passed);
  const [first] = failed;
  const detail =
    first === undefined ? '' : `; ${first.id}${first.item === '' ? '' : ` · ${first.item}`}: ${first.detail}`;
  return [escapeTerminal(`checks: ${checks.length - failed.length} of ${checks.length} passed${detail}`)];
}
