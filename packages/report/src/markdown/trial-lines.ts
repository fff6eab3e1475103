import { dimensions } from '@obey/schema';
import { dimensionName } from '../dimension-name.js';
import { findingPart } from '../document/finding-part.js';
import type { NumberedFinding, ReportTrial } from '../document/report-document.js';
import { markdownCode as code, escapeMarkdown as text } from '../escape/escape-markdown.js';
import { formatCount, formatDuration, formatFigure, formatMoment, formatScore, formatShare } from '../format-number.js';
import { trialCompactionLines } from './compaction-lines.js';
import { table } from './table.js';

type Card = NonNullable<ReportTrial['scorecard']>;

// The page holds them all; a text is read from top to bottom.
const eventsPerFinding = 3;

/** One trial: its figures, what it did wrong with the events that show it, and what failed. */
export function trialLines(trial: ReportTrial): string[] {
  const { scorecard: card, record, task, candidate, trial: number } = trial;
  const head = [`### ${code(candidate)} on ${code(task)}${number > 1 ? `, trial ${number}` : ''}`, ''];
  const place = `Status ${record.status}, seed ${record.seed}, level ${record.level}, ${formatDuration(record.durationMs)}, isolation ${record.isolation}; folder ${code(trial.folder)}.`;
  if (card === null) {
    const error = record.error === undefined ? '' : ` ${text(record.error)}`;
    return [...head, `No score.${error}`, '', place, ''];
  }
  return [
    ...head,
    `**${formatScore(card.score)}**: obedience ${formatShare(card.obedience)}, correctness ${card.correctness === null ? 'not checked' : formatShare(card.correctness)}, ${card.strict === null ? 'strict not asked' : card.strict ? 'strict' : 'not strict'}, ${formatShare(card.observable)} observable.`,
    '',
    place,
    '',
    ...dimensionLines(card),
    ...trialCompactionLines(card),
    ...verdictLines(trial, card),
    ...findingLines('Findings', trial, card, (finding) => [
      `  - due: ${text(finding.due)}`,
      `  - seen: ${text(finding.seen)}`,
      ...eventLines(trial, finding.cites),
    ]),
    ...findingLines('Consequences', trial, card, ({ due, seen, cause }) => [
      `  - ${text(`${due}: ${seen}`)} (${cause === null || cause === undefined ? 'never started' : `caused by finding ${cause + 1}`})`,
    ]),
    ...checkLines(trial),
    ...(card.notes.length === 0 ? [] : ['Notes', '', ...card.notes.map((note) => `- ${text(note)}`), '']),
  ];
}

function dimensionLines(card: Card): string[] {
  const figure = (value: number | null): string => (value === null ? '–' : formatFigure(value).replace('<', '\\<'));
  const rows = dimensions.flatMap((dimension) => {
    const scores = card.dimensions[dimension];
    return scores === undefined
      ? []
      : [[dimensionName(dimension), figure(scores.fidelity), figure(scores.coverage), figure(scores.earned)]];
  });
  return [...table(['Dimension', 'fidelity', 'coverage', 'earned'], '-:::', rows), ''];
}

function verdictLines(trial: ReportTrial, { firstDeviation: first, claimedDone, integrity }: Card): string[] {
  const lines = [
    ...integrity.flatMap(({ code: name, seen, cites }) => [
      `- **integrity** ${code(name)} ${text(seen)}`,
      ...eventLines(trial, cites),
    ]),
    ...(first === null
      ? []
      : [
          `- **first deviation** ${code(first.code)} at ${code(first.step)}${first.item === '' ? '' : ` · ${code(first.item)}`}${first.at === null ? '' : `, ${formatMoment(first.at)}`}`,
        ]),
    ...(claimedDone.gap === null
      ? []
      : [`- **claimed done** ${text(claimedDone.gap)}`, ...eventLines(trial, claimedDone.cites)]),
  ];
  return lines.length === 0 ? [] : [...lines, ''];
}

function findingLines(
  title: 'Findings' | 'Consequences',
  trial: ReportTrial,
  card: Card,
  detail: (finding: NumberedFinding) => string[],
): string[] {
  const list = title === 'Findings' ? 'findings' : 'consequences';
  const { shown, total, hiddenPoints } = trial[list];
  if (total === 0) return [];
  const more = total - shown.length;
  return [
    title,
    '',
    ...shown.flatMap((finding) => [heading(finding, findingPart(card, list, finding.number - 1)), ...detail(finding)]),
    ...(more === 0 ? [] : [`- ${more} more, ${formatScore(hiddenPoints)} points together, in scorecard.json`]),
    '',
  ];
}

const heading = ({ number, code: name, dimension, step, item, points }: NumberedFinding, part: string | null): string =>
  `- ${number}: ${code(name)} ${code(step)}${item === '' ? '' : ` · ${code(item)}`}, −${formatScore(points)} ${dimensionName(dimension)}${part === null ? '' : `, ${part}`}`;

function eventLines({ events }: ReportTrial, cites: readonly number[]): string[] {
  const shown = cites.flatMap((seq) => events.filter((event) => event.seq === seq)).slice(0, eventsPerFinding);
  const more = cites.length - shown.length;
  return [
    ...shown.map((event) => `  - \\#${event.seq} ${formatMoment(event.start)} ${code(event.text)}`),
    ...(more > 0 ? [`  - ${formatCount(more, shown.length > 0 ? 'more event' : 'event')} in trace.jsonl`] : []),
  ];
}

function checkLines({ checks }: ReportTrial): string[] {
  if (checks.total === 0) return [];
  const failed = checks.shown.filter(({ passed }) => !passed);
  return [
    `Correctness checks: ${checks.passed} of ${checks.total} passed`,
    '',
    ...failed.map(
      ({ id, item, detail }) => `- failed: ${code(id)}${item === '' ? '' : ` · ${code(item)}`} ${text(detail)}`,
    ),
    ...(failed.length === 0 ? [] : ['']),
  ];
}
