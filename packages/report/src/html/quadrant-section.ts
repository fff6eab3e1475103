import type { Leaderboard } from '@obey/schema';
import type { ReportTrial } from '../document/report-document.js';
import { formatShare } from '../format-number.js';
import { coordinate } from './chart-scale.js';
import { html, type Markup } from './markup.js';

const left = 56;
const top = 20;
const side = 360;
const x = (share: number): number => coordinate(left + share * side);
const y = (share: number): number => coordinate(top + (1 - share) * side);

interface Placed {
  readonly rank: number;
  readonly candidate: string;
  readonly obedience: number;
  readonly correctness: number;
  readonly cx: number;
  readonly cy: number;
}

/** Obedience and correctness as two axes: disobedient and right is a quadrant of its own. */
export function quadrantSection({ entries }: Leaderboard, trials: readonly ReportTrial[]): Markup | null {
  const ranked = entries.map((entry, index) => ({ ...entry, rank: index + 1 }));
  const placed = place(
    ranked.flatMap(({ rank, candidate, obedience, correctness }) =>
      correctness === null ? [] : [{ rank, candidate, obedience, correctness }],
    ),
  );
  if (placed.length === 0) return null;
  const unchecked = ranked.filter(({ correctness }) => correctness === null);
  return html`
<section aria-labelledby="axes">
<h2 id="axes">Obedience and correctness</h2>
<p class="lead">How the work was done, and whether its outputs are right. Numbers are candidates, faint dots their trials.</p>
<div class="axes">
<svg class="quadrant" viewBox="0 0 440 432" role="img" aria-labelledby="axes-title axes-text">
<title id="axes-title">Obedience across, correctness up</title>
<desc id="axes-text">${placed.map(describe).join('; ')}.</desc>
<rect class="good" x="${x(0.5)}" y="${y(1)}" width="${side / 2}" height="${side / 2}"/>
<rect class="frame" x="${left}" y="${top}" width="${side}" height="${side}"/>
<path class="middle" d="M${x(0.5)} ${y(0)}V${y(1)}M${x(0)} ${y(0.5)}H${x(1)}"/>
<g class="corner"><text x="${x(0) + 8}" y="${y(0.5) - 8}">right, but disobedient</text><text x="${x(1) - 8}" y="${y(0.5) - 8}" text-anchor="end">obedient and right</text><text x="${x(0) + 8}" y="${y(0) - 8}">neither</text><text x="${x(1) - 8}" y="${y(0) - 8}" text-anchor="end">obedient, but wrong</text></g>
<g class="axis">${[0, 0.25, 0.5, 0.75, 1].map(tick)}<text x="${x(0.5)}" y="${top + side + 40}" text-anchor="middle" class="title">Obedience</text><text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle" class="title">Correctness</text></g>
<g class="dots">${trials.map(dot)}</g>
<g class="leaders">${placed.map(leader)}</g>
<g class="points">${placed.map(point)}</g>
</svg>
<ol class="key">${placed.map(keyLine)}
</ol>
</div>
${unchecked.length === 0 ? null : html`<p class="note">Nothing was checked for correctness: ${unchecked.map(({ candidate }, index) => html`${index > 0 ? ', ' : null}<bdi>${candidate}</bdi>`)}.</p>`}
</section>`;
}

const describe = ({ rank, candidate, obedience, correctness }: Placed): string =>
  `${rank} ${candidate}: obedience ${formatShare(obedience)}, correctness ${formatShare(correctness)}`;

const tick = (share: number): Markup =>
  html`<text x="${x(share)}" y="${top + side + 18}" text-anchor="middle">${share * 100}</text><text x="${left - 8}" y="${y(share) + 4}" text-anchor="end">${share * 100}</text>`;

const dot = ({ scorecard: card }: ReportTrial): Markup | null =>
  card === null || card.correctness === null
    ? null
    : html`<circle cx="${x(card.obedience)}" cy="${y(card.correctness)}" r="3"/>`;

const leader = ({ obedience, correctness, cx, cy }: Placed): Markup | null => {
  const [tx, ty] = [x(obedience), y(correctness)];
  return tx === cx && ty === cy
    ? null
    : html`<path d="M${tx} ${ty}L${cx} ${cy}"/><circle cx="${tx}" cy="${ty}" r="2.5"/>`;
};

const point = ({ rank, cx, cy }: Placed): Markup =>
  html`<circle cx="${cx}" cy="${cy}" r="11"/><text x="${cx}" y="${cy + 4}" text-anchor="middle">${rank}</text>`;

const keyLine = ({ rank, candidate, obedience, correctness }: Placed): Markup =>
  html`
<li value="${rank}"><span class="dot" aria-hidden="true">${rank}</span><bdi class="name">${candidate}</bdi><span class="sub">${formatShare(obedience)} obedient, ${formatShare(correctness)} correct</span></li>`;

const apart = 24;

/** Moves a marker away from those placed before it, with a line to where it belongs. */
function place(points: readonly Omit<Placed, 'cx' | 'cy'>[]): Placed[] {
  const placed: Placed[] = [];
  for (const candidate of points) {
    const [tx, ty] = [x(candidate.obedience), y(candidate.correctness)];
    const free = offsets
      .map(([dx, dy]) => [coordinate(tx + dx * apart), coordinate(ty + dy * apart)] as const)
      .find(
        ([cx, cy]) =>
          cx <= left + side + 12 &&
          cx >= left - 12 &&
          cy >= top - 8 &&
          cy <= top + side + 8 &&
          placed.every((other) => Math.hypot(other.cx - cx, other.cy - cy) >= apart),
      );
    const [cx, cy] = free ?? [tx, ty];
    placed.push({ ...candidate, cx, cy });
  }
  return placed;
}

// Straight below first, then to the sides, ever further out.
const offsets: readonly (readonly [number, number])[] = [
  [0, 0],
  ...[1, 2, 3, 4, 5, 6].flatMap((ring): [number, number][] => [
    [0, ring],
    [-ring, 0],
    [-ring, ring],
    [0, -ring],
    [ring, 0],
    [ring, ring],
    [-ring, -ring],
  ]),
];
