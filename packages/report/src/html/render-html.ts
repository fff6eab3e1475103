import { createHash } from 'node:crypto';
import type { ReportDocument } from '../document/report-document.js';
import { formatCount, formatScore } from '../format-number.js';
import { compactionSection } from './compaction-section.js';
import { comparisonSection } from './comparison-section.js';
import { heatSection } from './heat-section.js';
import { leaderboardSection } from './leaderboard-section.js';
import { html, Markup } from './markup.js';
import { quadrantSection } from './quadrant-section.js';
import { script } from './script.js';
import { styles } from './styles.js';
import { trialSection } from './trial-section.js';

const hash = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/**
 * The report as one HTML page that asks the network for nothing. Its content security policy allows its own style
 * sheet and script by their hashes and nothing else. All text of candidates and tasks is escaped.
 */
export function renderHtml(document: ReportDocument): string {
  const { title, leaderboard, trials, moreTrials } = document;
  const policy = `default-src 'none'; style-src ${hash(styles)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · Obey</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<a class="skip" href="#trials">Skip to the trials</a>
<header>
<p class="eyebrow">Obey report</p>
<h1>${title}</h1>
${leaderboard === null ? null : html`<p class="lead">${runLine(document)}</p>`}
${headline(document)}
</header>
<main>
${
  leaderboard === null
    ? null
    : html`${leaderboardSection(leaderboard)}
${comparisonSection(leaderboard.comparisons)}
${quadrantSection(leaderboard, trials)}
${compactionSection(leaderboard)}
${heatSection(document)}`
}
<section aria-labelledby="trials">
<h2 id="trials">${trials.length === 1 ? 'The trial' : 'Trials'}</h2>
${trials.length > 1 ? filterForm(document) : null}
<div class="trials">${trials.map((trial) => trialSection(trial, trials.length === 1))}
</div>
${moreTrials === 0 ? null : html`<p class="note">${formatCount(moreTrials, 'more trial')} in results.jsonl; run <code>obey report</code> on a trial’s folder to see one alone.</p>`}
</section>
</main>
<footer><p>A process is written once, as a program; that one program is explained to the candidate, executed by the reference agent, and replayed by the judge against what the candidate did. Nothing here was judged by a model unless a question says so.</p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`;
  return page.toString();
}

function runLine({ leaderboard, tasks }: ReportDocument): string {
  if (leaderboard === null) return '';
  const versions = tasks.map((task) => `${task} ${leaderboard.tasks[task] ?? ''}`.trim());
  return `Run ${leaderboard.runs.join(', ')} · level ${leaderboard.level} · ${versions.join(', ')}`;
}

/** Four figures that say how the run went before anything is read. */
function headline({ leaderboard, candidates, tasks }: ReportDocument): Markup | null {
  if (leaderboard === null) return null;
  const [best] = leaderboard.entries;
  const scored = leaderboard.entries.reduce((sum, entry) => sum + entry.trials, 0);
  const unscored = leaderboard.entries.reduce((sum, entry) => sum + entry.unscored, 0);
  const strict = leaderboard.entries.reduce((sum, entry) => sum + Math.round(entry.strictRate * entry.trials), 0);
  const figures: readonly (readonly [string, string, string])[] = [
    ['Best score', best === undefined ? '–' : formatScore(best.score), best?.candidate ?? 'no candidate was scored'],
    ['Strictly obedient', `${strict} of ${scored}`, 'scored trials'],
    ['Candidates', String(candidates.length), `on ${formatCount(tasks.length, 'task')}`],
    ['Trials', String(scored + unscored), unscored === 0 ? 'all scored' : `${unscored} without a score`],
  ];
  return html`<dl class="headline">${figures.map(([name, value, sub]) => html`<div><dt>${name}</dt><dd>${value}<span class="sub">${sub}</span></dd></div>`)}</dl>`;
}

const filterForm = ({ candidates, tasks }: ReportDocument): Markup => html`
<form class="filter" hidden>
<label>Candidate <select name="candidate"><option value="">all</option>${candidates.map((name) => html`<option value="${name}">${name}</option>`)}</select></label>
<label>Task <select name="task"><option value="">all</option>${tasks.map((name) => html`<option value="${name}">${name}</option>`)}</select></label>
<label class="check"><input type="checkbox" name="losing"> with findings only</label>
<span class="buttons"><button type="button" data-open="yes">Expand</button><button type="button" data-open="no">Collapse</button><button type="reset">Reset</button></span>
<output aria-live="polite"></output>
</form>`;
