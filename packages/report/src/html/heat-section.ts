import { type Dimension, dimensions } from '@obey/schema';
import { dimensionName } from '../dimension-name.js';
import type { HeatCell, ReportDocument } from '../document/report-document.js';
import { formatFigure, formatScore } from '../format-number.js';
import { heatClass } from './heat-class.js';
import { html, type Markup } from './markup.js';

/** Tasks × dimensions for each candidate: what was earned of 100. */
export function heatSection({ heat, candidates, trials }: ReportDocument): Markup | null {
  if (heat.length === 0) return null;
  const columns = dimensions.filter((dimension) => heat.some(({ earned }) => earned[dimension] !== undefined));
  const firstTrial = new Map<string, string>();
  for (const { id, candidate, task } of trials) {
    const key = JSON.stringify([candidate, task]);
    if (!firstTrial.has(key)) firstTrial.set(key, id);
  }
  return html`
<section aria-labelledby="heat">
<h2 id="heat">Where the points were lost</h2>
<p class="lead">Earned of 100 in each dimension, the mean of a task’s trials. A dash: this task cannot make it due.</p>
<div class="heatmaps">${candidates.map((candidate) =>
    heatTable(
      candidate,
      heat.filter((cell) => cell.candidate === candidate),
      columns,
      firstTrial,
    ),
  )}
</div>
</section>`;
}

function heatTable(
  candidate: string,
  cells: readonly HeatCell[],
  columns: readonly Dimension[],
  firstTrial: ReadonlyMap<string, string>,
): Markup | null {
  if (cells.length === 0) return null;
  return html`
<div class="scroll heatmap" role="group" aria-label="Heat map of ${candidate}" tabindex="0" data-candidate="${candidate}">
<table class="heat">
<caption><bdi class="name">${candidate}</bdi></caption>
<thead><tr><th scope="col" class="task">Task</th>${columns.map((dimension) => html`<th scope="col"><span>${dimensionName(dimension)}</span></th>`)}<th scope="col"><span>score</span></th></tr></thead>
<tbody>${cells.map((cell) => {
    const id = firstTrial.get(JSON.stringify([candidate, cell.task]));
    const name = html`<bdi>${cell.task}</bdi>`;
    return html`
<tr data-task="${cell.task}"><th scope="row">${id === undefined ? name : html`<a href="#${id}">${name}</a>`}</th>${columns.map((dimension) => figureCell(cell.earned[dimension]))}<td class="total">${formatScore(cell.score)}</td></tr>`;
  })}
</tbody>
</table>
</div>`;
}

const figureCell = (figure: number | undefined): Markup =>
  figure === undefined
    ? html`<td class="absent"><span aria-hidden="true">–</span><span class="unseen">not part of this task</span></td>`
    : html`<td class="${heatClass(figure)}">${formatFigure(figure)}</td>`;
