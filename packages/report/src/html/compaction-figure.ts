import type { CompactionPoint } from '../document/compaction-points.js';
import { formatCount, formatShare } from '../format-number.js';
import { coordinate } from './chart-scale.js';
import { html, type Markup } from './markup.js';

const left = 56;
const top = 12;
const width = 320;
const height = 150;
const y = (share: number): number => coordinate(top + (1 - share) * height);

/** More numbers than so many below the axis would run into one another. */
const mostLabels = 12;

/** Obedience up, compactions across, with whiskers where there are intervals; the figures stand in a table beside it. */
export function compactionFigure(id: string, points: readonly CompactionPoint[]): Markup {
  const x = (index: number): number => coordinate(left + (width * (index + 0.5)) / points.length);
  const every = Math.ceil(points.length / mostLabels);
  const shown = points.flatMap((point, index) =>
    point.obedience === null ? [] : [{ ...point, obedience: point.obedience, cx: x(index) }],
  );
  return html`
<div class="compactions">
<svg class="curve" viewBox="0 0 ${left + width + 12} ${top + height + 44}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">Obedience against compactions</title>
<desc id="${id}-text">${points.map(describe).join('; ')}.</desc>
<path class="frame" d="M${left} ${y(1)}V${y(0)}H${left + width}"/>
<g class="grid">${[0, 0.25, 0.5, 0.75, 1].map((share) => html`<line x1="${left}" x2="${left + width}" y1="${y(share)}" y2="${y(share)}"/><text x="${left - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100}</text>`)}</g>
<g class="axis">${points.map(({ compactions }, index) => (index % every === 0 ? html`<text x="${x(index)}" y="${y(0) + 16}" text-anchor="middle">${compactions}</text>` : null))}<text x="${left + width / 2}" y="${y(0) + 36}" text-anchor="middle" class="title">Compactions before</text><text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle" class="title">Obedience</text></g>
<path class="line" d="${shown.map(({ cx, obedience }, index) => `${index === 0 ? 'M' : 'L'}${cx} ${y(obedience)}`).join('')}"/>
<g class="whiskers">${shown.map(({ cx, interval }) => (interval === null ? null : html`<path d="M${cx - 4} ${y(interval[1])}h8m-4 0V${y(interval[0])}m-4 0h8"/>`))}</g>
<g class="points">${shown.map(({ cx, obedience }) => html`<circle cx="${cx}" cy="${y(obedience)}" r="4"/>`)}</g>
</svg>
<div class="scroll" role="group" aria-label="Table of obedience against compactions" tabindex="0">
<table>
<thead><tr><th scope="col" class="num">Compactions before</th><th scope="col" class="num">Obedience</th><th scope="col" class="num">n</th><th scope="col" class="num">Units</th><th scope="col" class="num">Findings</th></tr></thead>
<tbody>${points.map(row)}
</tbody>
</table>
</div>
</div>`;
}

const share = (value: number | null): string => (value === null ? 'nothing was due' : formatShare(value));

const describe = ({ compactions, obedience }: CompactionPoint): string => `${compactions}: ${share(obedience)}`;

const row = ({ compactions, obedience, interval, trials, tasks, units, findings }: CompactionPoint): Markup => html`
<tr><th scope="row" class="num">${compactions}</th><td class="num">${share(obedience)}${interval === null ? null : html`<span class="sub">[${formatShare(interval[0])}, ${formatShare(interval[1])}]</span>`}</td><td class="num">${formatCount(trials, 'trial')}${tasks > 1 ? html`<span class="sub">${formatCount(tasks, 'task')}</span>` : null}</td><td class="num">${units}</td><td class="num">${findings}</td></tr>`;
