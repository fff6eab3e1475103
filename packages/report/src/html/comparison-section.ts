import type { Comparison } from '@obey/schema';
import { type PairComparison, pairComparisons } from '../pair-comparisons.js';
import { html, type Markup } from './markup.js';

/** Paired differences of candidates on the same tasks. */
export function comparisonSection(comparisons: readonly Comparison[]): Markup | null {
  const pairs = pairComparisons(comparisons);
  if (pairs.length === 0) return null;
  return html`
<details class="more">
<summary>Pairs compared on the same tasks (${pairs.length})</summary>
<p class="lead">a − b of the score. Dimensions are named where they differ at p &lt; 0.05 after Holm’s correction over the seven; leaderboard.json has all figures.</p>
<div class="scroll" role="group" aria-label="Paired comparisons table" tabindex="0">
<table>
<thead><tr><th scope="col">a</th><th scope="col">b</th><th scope="col" class="num">Difference</th><th scope="col" class="num">95 % interval</th><th scope="col" class="num">p</th><th scope="col" class="num">Tasks</th><th scope="col">Dimensions that differ</th></tr></thead>
<tbody>${pairs.map(row)}
</tbody>
</table>
</div>
</details>`;
}

const row = ({ a, b, difference, interval, p, tasks, dimensions }: PairComparison): Markup => html`
<tr><td><bdi>${a}</bdi></td><td><bdi>${b}</bdi></td><td class="num">${difference}</td><td class="num">${interval}</td><td class="num">${p}</td><td class="num">${tasks}</td><td>${dimensions.length === 0 ? '–' : dimensions.join(', ')}</td></tr>`;
