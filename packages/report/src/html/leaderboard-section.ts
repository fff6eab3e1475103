import type { Leaderboard, LeaderboardEntry } from '@obey/schema';
import { dimensionName } from '../dimension-name.js';
import { formatCount, formatFigure, formatInterval, formatScore, formatShare } from '../format-number.js';
import { coordinate } from './chart-scale.js';
import { html, type Markup } from './markup.js';

// On a narrow screen the rows become cards, which would take a table's meaning from it: hence the roles.
/** The ranking: every mean with its interval and its n. */
export function leaderboardSection({ entries }: Leaderboard): Markup {
  return html`
<section aria-labelledby="leaderboard">
<h2 id="leaderboard">Leaderboard</h2>
<p class="lead">Every strictly obedient trial scores at least 90 and every other less, whatever its output. Intervals are 95 %.</p>
<div class="scroll" role="group" aria-label="Leaderboard table" tabindex="0">
<table class="board" role="table">
<thead role="rowgroup"><tr role="row">
<th scope="col" role="columnheader" class="num">#</th><th scope="col" role="columnheader">Candidate</th><th scope="col" role="columnheader">Score</th>
<th scope="col" role="columnheader" class="num">Obedience</th><th scope="col" role="columnheader" class="num">Correctness</th>
<th scope="col" role="columnheader" class="num">Strict rate</th><th scope="col" role="columnheader" class="num">pass^k</th>
<th scope="col" role="columnheader" class="num">n</th><th scope="col" role="columnheader">Weakest dimension</th>
</tr></thead>
<tbody role="rowgroup">${entries.map(row)}
</tbody>
</table>
</div>
${entries.some(({ isolation }) => isolation !== 'container') ? isolationNote : null}
</section>`;
}

const isolationNote = html`<p class="note"><span class="tag warn">isolation none</span> Nothing but a directory and a process group of its own held this candidate; such results are never ranked on a shared leaderboard.</p>`;

function row(entry: LeaderboardEntry, index: number): Markup {
  const { candidate, score, interval, correctness, strictRate, strictInterval, passK, trials, tasks, unscored } = entry;
  return html`
<tr role="row" data-candidate="${candidate}">
<td role="cell" class="num rank">${index + 1}</td>
<th scope="row" role="rowheader"><bdi class="name">${candidate}</bdi>${isolationTag(entry)}</th>
<td role="cell" class="score" data-label="Score"><span class="figure">${formatScore(score)}</span>${intervalBar(score, interval)}<span class="sub">${formatInterval(interval)}</span></td>
<td role="cell" class="num" data-label="Obedience">${formatShare(entry.obedience)}</td>
<td role="cell" class="num" data-label="Correctness">${correctness === null ? html`<span class="none">not checked</span>` : formatShare(correctness)}</td>
<td role="cell" class="num" data-label="Strict rate">${formatShare(strictRate)}<span class="sub">[${formatShare(strictInterval[0])}, ${formatShare(strictInterval[1])}]</span></td>
<td role="cell" class="num" data-label="pass^k">${passKText(passK)}</td>
<td role="cell" class="num" data-label="n">${trials}<span class="sub">${formatCount(tasks, 'task')}${unscored > 0 ? html`, ${unscored} unscored` : null}</span></td>
<td role="cell" data-label="Weakest dimension">${weakest(entry)}</td>
</tr>`;
}

const isolationTag = ({ isolation }: LeaderboardEntry): Markup | null =>
  isolation === 'container' ? null : html` <span class="tag warn">isolation ${isolation}</span>`;

function passKText(passK: readonly number[]): Markup {
  const first = passK[0];
  const last = passK.at(-1);
  if (first === undefined || last === undefined) return html`<span class="none">–</span>`;
  const one = html`${formatShare(first)}<span class="sub">k = 1</span>`;
  return passK.length === 1
    ? one
    : html`${formatShare(last)}<span class="sub">k = ${passK.length}; ${formatShare(first)} at 1</span>`;
}

function weakest({ weakest: dimension, dimensions }: LeaderboardEntry): Markup {
  if (dimension === null) return html`<span class="none">none</span>`;
  const earned = dimensions[dimension];
  return html`${dimensionName(dimension)}${earned === undefined ? null : html`<span class="sub">${formatFigure(earned)} of 100</span>`}`;
}

/** The score as a bar with its interval as a whisker; the line at 90 is where strict obedience begins. */
function intervalBar(score: number, [low, high]: readonly [number, number]): Markup {
  const x = (value: number): number => coordinate(Math.min(100, Math.max(0, value)) * 1.4);
  return html`<svg class="interval" viewBox="0 0 142 16" width="142" height="16" aria-hidden="true" focusable="false">
<rect class="track" x="0" y="5" width="140" height="6" rx="3"/><rect class="bar" x="0" y="5" width="${x(score)}" height="6" rx="3"/>
<line class="strict" x1="126" x2="126" y1="1" y2="15"/>
<path class="whisker" d="M${x(low)} 3v10M${x(low)} 8H${x(high)}M${x(high)} 3v10"/></svg>`;
}
