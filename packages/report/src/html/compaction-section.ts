import type { Leaderboard } from '@obey/schema';
import { candidatePoints } from '../document/compaction-points.js';
import { compactionFigure } from './compaction-figure.js';
import { html, type Markup } from './markup.js';

/** Obedience against compactions, a curve for each candidate whose trials show any. */
export function compactionSection({ entries }: Leaderboard): Markup | null {
  const curves = entries
    .map((entry) => ({ candidate: entry.candidate, points: candidatePoints(entry) }))
    .filter(({ points }) => points.length > 0);
  if (curves.length === 0) return null;
  return html`
<section aria-labelledby="compactions">
<h2 id="compactions">Obedience after compaction</h2>
<p class="lead">Over the trials whose context was compacted: what was decided after so many compactions, by itself. Intervals are 95 %.</p>
${curves.map(
  ({ candidate, points }, index) => html`
<h3><bdi class="name">${candidate}</bdi></h3>
${compactionFigure(`c${index + 1}`, points)}`,
)}
</section>`;
}
