import type { Lane, Mark, Timeline } from '../document/timeline.js';
import { visibleText } from '../escape/visible-text.js';
import { formatCount, formatDuration, formatMoment } from '../format-number.js';
import { coordinate, ticks } from './chart-scale.js';
import { html, type Markup } from './markup.js';

const plotLeft = 178;
const plotWidth = 782;
const width = plotLeft + plotWidth + 36;
const rowHeight = 15;
const lanePadding = 3;
const head = 26;
const actorHead = 20;
const labelLength = 24;

interface Row {
  readonly lane: Lane;
  readonly y: number;
  readonly height: number;
  /** The actor's name stands above its first lane. */
  readonly heading: boolean;
}

/** Lanes of one actor and item over time, so that parallel and serial work are told apart at a glance. */
export function timelineFigure(id: string, timeline: Timeline): Markup {
  const { rows, height } = layOut(timeline.lanes);
  const { startMs, endMs } = timeline;
  const length = Math.max(endMs - startMs, 1e-6);
  const scale = (ms: number): number => coordinate(plotLeft + (Math.max(0, ms - startMs) / length) * plotWidth);
  return html`
<figure class="timeline">
<div class="scroll" role="group" aria-label="Timeline" tabindex="0">
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">Timeline of the trial</title>
<desc id="${id}-text">${summary(timeline)}</desc>
<g class="grid">${ticks(startMs, endMs, 8).map((ms) => tick(scale(ms), ms, length, height))}</g>
${rows.map((row) => laneGroup(id, row, scale))}
</svg>
</div>
<figcaption>${legend(timeline)}<span>${summary(timeline)}</span></figcaption>
</figure>`;
}

function layOut(lanes: readonly Lane[]): { rows: Row[]; height: number } {
  let y = head;
  let actor: string | null = null;
  const rows = lanes.map((lane): Row => {
    const heading = lane.actor !== actor;
    actor = lane.actor;
    if (heading) y += actorHead;
    const height = lane.rows * rowHeight + 2 * lanePadding;
    const row = { lane, y, height, heading };
    y += height;
    return row;
  });
  return { rows, height: y + 10 };
}

function summary({ lanes, events, hidden, hiddenLanes, peak }: Timeline): string {
  const parts = [`${formatCount(events, 'event')} in ${formatCount(lanes.length + hiddenLanes, 'lane')}`];
  if (peak !== null) {
    const noun = peak.of === 'request' ? 'request' : 'tool call';
    const bound = hidden > 0 ? 'at least' : 'at most';
    parts.push(`${bound} ${formatCount(peak.count, noun)} open at once`);
  }
  if (hidden > 0) parts.push(`${hidden} more ${hidden === 1 ? 'event is' : 'events are'} not drawn`);
  if (hiddenLanes > 0) parts.push(`${formatCount(hiddenLanes, 'more lane')} not drawn`);
  return `${parts.join('; ')}.`;
}

function tick(x: number, ms: number, length: number, height: number): Markup {
  const decimals = length < 2000 ? 2 : length < 20_000 ? 1 : 0;
  return html`<line x1="${x}" x2="${x}" y1="20" y2="${height}"/><text x="${x}" y="13" text-anchor="middle">${(ms / 1000).toFixed(decimals)} s</text>`;
}

function laneGroup(id: string, { lane, y, height, heading }: Row, scale: (ms: number) => number): Markup {
  const bars = lane.marks.filter(({ kind }) => kind === 'tool' || kind === 'agent');
  const requests = lane.marks.filter(({ kind }) => kind === 'request');
  const points = lane.marks.filter(({ kind }) => kind === 'file' || kind === 'message' || kind === 'compaction');
  const middle = y + lanePadding;
  const draw = (mark: Mark): Markup => drawn(id, mark, middle, scale);
  const label = lane.item ?? '–';
  return html`
<g class="lane">${heading ? html`<text class="actor" x="4" y="${y - 5}">${short(lane.name, 40)}</text>` : null}<line x1="4" x2="${plotLeft + plotWidth}" y1="${y + height}" y2="${y + height}"/>${lane.item === null ? null : html`<text class="item" x="${plotLeft - 10}" y="${y + lanePadding + 11}" text-anchor="end"><title>${label}</title>${short(label, labelLength)}</text>`}${bars.map(draw)}${requests.map(draw)}${points.map(draw)}${citedLabels(lane.marks, middle, scale)}</g>`;
}

const short = (text: string, most: number): string => {
  const characters = Array.from(visibleText(text));
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
};

function drawn(id: string, mark: Mark, laneTop: number, scale: (ms: number) => number): Markup {
  const x = scale(mark.start);
  const right = scale(mark.end);
  const y = laneTop + mark.row * rowHeight;
  const classes = [mark.kind, mark.failed ? 'failed' : '', mark.cited ? 'cited' : ''].filter((name) => name !== '');
  return html`<g class="${classes.join(' ')}"${mark.cited ? html` id="${id}-e${mark.seq}"` : null}>${shape(mark.kind, x, right, y)}<title>${tooltip(mark)}</title></g>`;
}

function shape(kind: Mark['kind'], x: number, right: number, y: number): Markup {
  const bar = coordinate(Math.max(2, right - x));
  const middle = y + rowHeight / 2;
  if (kind === 'request') return html`<rect x="${x}" y="${y + 3}" width="${bar}" height="9" rx="2"/>`;
  if (kind === 'tool') return html`<rect x="${x}" y="${y + 0.5}" width="${bar}" height="14" rx="3"/>`;
  if (kind === 'agent')
    return html`<path d="M${x} ${y + 1}v13M${x} ${middle}H${coordinate(x + bar)}M${coordinate(x + bar)} ${y + 1}v13"/>`;
  if (kind === 'message') return html`<circle cx="${x}" cy="${middle}" r="3.5"/>`;
  if (kind === 'compaction') return html`<path d="M${x} ${y - 2}V${y + rowHeight + 2}"/>`;
  return html`<path d="M${x} ${middle - 5}l4.5 5l-4.5 5l-4.5 -5z"/>`;
}

function tooltip({ seq, count, start, end, text }: Mark): string {
  const when = end > start ? `${formatMoment(start)}, ${formatDuration(end - start)}` : formatMoment(start);
  return `#${seq} at ${when}: ${text}${count > 1 ? ` and ${count - 1} more like it` : ''}`;
}

/** The numbers that findings cite, where there is room for them before the next mark. */
function citedLabels(marks: readonly Mark[], laneTop: number, scale: (ms: number) => number): Markup[] {
  const starts = marks.map((mark) => ({ row: mark.row, x: scale(mark.start) }));
  return marks.flatMap(({ cited, seq, start, end, row }) => {
    if (!cited) return [];
    const text = `#${seq}`;
    const x = coordinate(Math.max(scale(end), scale(start) + 6) + 3);
    const right = x + text.length * 6.4;
    const free =
      right <= width && !starts.some((other) => other.row === row && other.x > scale(start) && other.x < right + 4);
    return free ? [html`<text class="cite" x="${x}" y="${laneTop + row * rowHeight + 11}">${text}</text>`] : [];
  });
}

const legendEntries = [
  ['request', 'request'],
  ['tool', 'tool call'],
  ['agent', 'subagent'],
  ['file', 'file version'],
  ['message', 'message'],
  ['compaction', 'compaction'],
] as const;

/** Only what this timeline shows. */
function legend({ lanes }: Timeline): Markup {
  const marks = lanes.flatMap((lane) => lane.marks);
  const entries = legendEntries.filter(([kind]) => marks.some((mark) => mark.kind === kind));
  const swatch = (kind: Mark['kind'], extra: string, name: string): Markup =>
    html`<span><svg viewBox="0 0 18 16" width="18" height="16" aria-hidden="true" focusable="false"><g class="${kind}${extra}">${shape(kind, kind === 'file' || kind === 'message' || kind === 'compaction' ? 9 : 2, 16, 0.5)}</g></svg>${name}</span>`;
  return html`<span class="legend">${entries.map(([kind, name]) => swatch(kind, '', name))}${marks.some(({ failed }) => failed) ? swatch('request', ' failed', 'failed') : null}${marks.some(({ cited }) => cited) ? swatch('request', ' cited', 'cited by a finding') : null}</span>`;
}
