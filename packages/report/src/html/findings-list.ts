import { dimensionName } from '../dimension-name.js';
import { findingPart } from '../document/finding-part.js';
import type { NumberedFinding, ReportTrial, ShownEvent, ShownFindings } from '../document/report-document.js';
import { formatCount, formatDuration, formatMoment, formatScore } from '../format-number.js';
import { html, type Markup } from './markup.js';

// A finding may rest on hundreds of events; the first few say what happened.
const eventsPerFinding = 6;

/** Findings with what was due, what was seen, what it cost and the events that show it. */
export function findingsList(trial: ReportTrial): Markup | null {
  const { findings } = trial;
  if (findings.total === 0) return null;
  return html`
<h4>Findings</h4>
<ol class="findings">${findings.shown.map(
    (finding) => html`
<li value="${finding.number}"><article>
${heading(finding, html`<span class="nr">${finding.number}</span> `, partOf(trial, 'findings', finding))}
<dl><dt>Due</dt><dd>${finding.due}</dd><dt>Seen</dt><dd>${finding.seen}</dd></dl>
${citedEvents(trial, finding.cites)}
</article></li>`,
  )}
</ol>
${moreLine(findings, 'finding')}`;
}

/** Losses that follow from a finding: what could not be done any more. */
export function consequencesList(trial: ReportTrial): Markup | null {
  const { consequences, findings } = trial;
  if (consequences.total === 0) return null;
  return html`
<details class="more"${findings.total === 0 ? html` open` : null}>
<summary>${formatCount(consequences.total, 'consequence')} of what was not done</summary>
<ul class="consequences">${consequences.shown.map(
    (consequence) => html`
<li>${heading(consequence, null, partOf(trial, 'consequences', consequence))}<p>${consequence.due}: ${consequence.seen} <span class="sub">${causeText(consequence)}</span></p></li>`,
  )}
</ul>
${moreLine(consequences, 'consequence')}
</details>`;
}

const causeText = ({ cause }: NumberedFinding): string =>
  cause === null || cause === undefined ? 'Never started.' : `Caused by finding ${cause + 1}.`;

const partOf = ({ scorecard }: ReportTrial, list: 'findings' | 'consequences', { number }: NumberedFinding) =>
  scorecard === null ? null : findingPart(scorecard, list, number - 1);

const heading = (
  { code, dimension, step, item, points }: NumberedFinding,
  number: Markup | null,
  part: string | null,
): Markup => html`
<p class="what">${number}<code>${code}</code> <span class="where">${step}${item === '' ? null : html` · <bdi>${item}</bdi>`}</span> ${part === null ? null : html`<span class="sub">${part}</span> `}<span class="cost">−${formatScore(points)} <span class="of">${dimensionName(dimension)}</span></span></p>`;

const moreLine = ({ shown, total, hiddenPoints }: ShownFindings, noun: string): Markup | null =>
  total === shown.length
    ? null
    : html`<p class="note">${formatCount(total - shown.length, `more ${noun}`)}, ${formatScore(hiddenPoints)} points together, in scorecard.json.</p>`;

/** The cited events that are shown, each with a link to its place on the timeline. */
export function citedEvents({ id, events, timeline }: ReportTrial, cites: readonly number[]): Markup | null {
  if (cites.length === 0) return null;
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const known = cites.flatMap((seq) => bySeq.get(seq) ?? []).slice(0, eventsPerFinding);
  const drawn = new Set(
    timeline?.lanes.flatMap(({ marks }) => marks.filter(({ cited }) => cited).map(({ seq }) => seq)),
  );
  const more = cites.length - known.length;
  return html`
<ul class="events">${known.map((event) => eventLine(event, drawn.has(event.seq) ? `#${id}-e${event.seq}` : null))}${
    more > 0
      ? html`
<li class="note">${formatCount(more, known.length > 0 ? 'more event' : 'event')} in trace.jsonl</li>`
      : null
  }
</ul>`;
}

function eventLine({ seq, start, end, actor, text, failed }: ShownEvent, href: string | null): Markup {
  const number =
    href === null ? html`<span class="seq">#${seq}</span>` : html`<a class="seq" href="${href}">#${seq}</a>`;
  const length = end > start ? html` <span class="sub">${formatDuration(end - start)}</span>` : null;
  return html`
<li>${number} <time>${formatMoment(start)}</time> <code${failed ? html` class="failed"` : null}>${text}</code>${length}${actor === 'main' ? null : html` <span class="sub">by <bdi>${actor}</bdi></span>`}</li>`;
}
