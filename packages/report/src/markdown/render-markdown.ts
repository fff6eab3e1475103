import { dimensions } from '@obey/schema';
import { dimensionName } from '../dimension-name.js';
import type { ReportDocument } from '../document/report-document.js';
import { escapeMarkdown, markdownCode } from '../escape/escape-markdown.js';
import { formatCount, formatFigure, formatScore } from '../format-number.js';
import { compactionCurveLines } from './compaction-lines.js';
import { leaderboardLines } from './leaderboard-lines.js';
import { table } from './table.js';
import { trialLines } from './trial-lines.js';

/** The report as GitHub-flavoured Markdown. Text of candidates and tasks renders as itself and can start nothing. */
export function renderMarkdown(document: ReportDocument): string {
  const { title, leaderboard, trials, moreTrials } = document;
  const lines = [
    `# ${escapeMarkdown(title)}`,
    '',
    ...(leaderboard === null ? [] : [...leaderboardLines(leaderboard), ...compactionCurveLines(leaderboard)]),
    ...heatLines(document),
    '## Trials',
    '',
    ...trials.flatMap(trialLines),
    ...(moreTrials === 0 ? [] : [`${formatCount(moreTrials, 'more trial')} in results.jsonl.`, '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function heatLines({ heat, candidates }: ReportDocument): string[] {
  if (heat.length === 0) return [];
  const columns = dimensions.filter((dimension) => heat.some(({ earned }) => earned[dimension] !== undefined));
  const rows = candidates.flatMap((candidate) =>
    heat
      .filter((cell) => cell.candidate === candidate)
      .map((cell) => [
        markdownCode(candidate),
        markdownCode(cell.task),
        ...columns.map((dimension) => {
          const figure = cell.earned[dimension];
          return figure === undefined ? '–' : formatFigure(figure).replace('<', '\\<');
        }),
        formatScore(cell.score),
      ]),
  );
  return [
    '## Where the points were lost',
    '',
    'Earned of 100 in each dimension, the mean of a task’s trials. A dash: this task cannot make it due.',
    '',
    ...table(
      ['Candidate', 'Task', ...columns.map(dimensionName), 'score'],
      `--${':'.repeat(columns.length + 1)}`,
      rows,
    ),
    '',
  ];
}
