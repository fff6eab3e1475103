import { dimensions } from '@obey/schema';
import { describeCompactions } from '../describe-compaction.js';
import { dimensionName } from '../dimension-name.js';
import { trialPoints } from '../document/compaction-points.js';
import type { ReportTrial } from '../document/report-document.js';
import { formatCount, formatDuration, formatFigure, formatMoment, formatScore, formatShare } from '../format-number.js';
import { compactionFigure } from './compaction-figure.js';
import { citedEvents, consequencesList, findingsList } from './findings-list.js';
import { heatClass } from './heat-class.js';
import { html, type Markup } from './markup.js';
import { timelineFigure } from './timeline-figure.js';

type Card = NonNullable<ReportTrial['scorecard']>;

/** One trial: closed it is one line, open it is everything that the judge found. */
export function trialSection(trial: ReportTrial, open: boolean): Markup {
  const { id, candidate, task, scorecard: card, findings, timeline } = trial;
  // The id stands inside, since a browser opens what it must to show a linked place.
  return html`
<details class="trial" data-candidate="${candidate}" data-task="${task}" data-findings="${findings.total}"${open ? html` open` : null}>
<summary>${summaryLine(trial)}</summary>
<div class="body" id="${id}">
<h3 class="unseen">${candidate} on ${task}, trial ${trial.trial}</h3>
${card === null ? html`<p class="callout bad">No score: ${trial.record.status}${trial.record.error === undefined ? null : html`, ${trial.record.error}`}.</p>` : callouts(trial, card)}
${card === null ? null : dimensionTable(card)}
${card === null ? null : compactions(id, card)}
${timeline === null ? html`<p class="note">No trace was kept of this trial.</p>` : timelineFigure(id, timeline)}
${findingsList(trial)}
${consequencesList(trial)}
${checksTable(trial)}
${card === null ? null : questions(card)}
${card === null || card.notes.length === 0 ? null : html`<h4>Notes</h4><ul class="notes">${card.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
${recordLine(trial)}
</div>
</details>`;
}

function summaryLine({ candidate, task, trial, scorecard: card, record, findings }: ReportTrial): Markup {
  const score =
    card === null
      ? html`<span class="figure none">–</span>`
      : html`<span class="figure">${formatScore(card.score)}</span>`;
  const flags = [
    card?.strict === true ? html`<span class="tag ok">strict</span>` : null,
    record.status === 'completed' ? null : html`<span class="tag warn">${record.status}</span>`,
    card !== null && card.integrity.length > 0 ? html`<span class="tag bad">integrity</span>` : null,
  ];
  return html`${score}<span class="who"><bdi class="name">${candidate}</bdi> <span class="on"><bdi>${task}</bdi>${trial > 1 ? html` · trial ${trial}` : null}</span></span><span class="flags">${flags}${findings.total > 0 ? html`<span class="count">${formatCount(findings.total, 'finding')}</span>` : null}</span>`;
}

function callouts(trial: ReportTrial, card: Card): Markup {
  const { firstDeviation: first, claimedDone, integrity } = card;
  return html`
${integrity.map(({ code, seen, cites }) => html`<div class="callout bad"><p><strong>Integrity</strong> <code>${code}</code> ${seen}</p>${citedEvents(trial, cites)}</div>`)}
${first === null ? null : html`<div class="callout"><p><strong>First deviation</strong> <code>${first.code}</code> at ${first.step}${first.item === '' ? null : html` · <bdi>${first.item}</bdi>`}${first.at === null ? null : html`, ${formatMoment(first.at)}`}${first.share === null ? null : html`, ${formatShare(first.share)} of the way`}</p></div>`}
${claimedDone.gap === null ? null : html`<div class="callout bad"><p><strong>Claimed done</strong> ${claimedDone.gap}</p>${citedEvents(trial, claimedDone.cites)}</div>`}`;
}

function dimensionTable(card: Card): Markup {
  const present = dimensions.flatMap((dimension) => {
    const scores = card.dimensions[dimension];
    return scores === undefined ? [] : [{ dimension, ...scores }];
  });
  const figure = (value: number | null): Markup =>
    value === null
      ? html`<td class="absent"><span aria-hidden="true">–</span><span class="unseen">nothing was exercised</span></td>`
      : html`<td class="${heatClass(value)}">${formatFigure(value)}</td>`;
  return html`
<div class="results">
<dl class="figures"><div><dt>Score</dt><dd>${formatScore(card.score)}</dd></div><div><dt>Obedience</dt><dd>${formatShare(card.obedience)}</dd></div><div><dt>Correctness</dt><dd>${card.correctness === null ? 'not checked' : formatShare(card.correctness)}</dd></div><div><dt>Strict</dt><dd>${card.strict === null ? 'not asked' : card.strict ? 'yes' : 'no'}</dd></div><div><dt>Observable</dt><dd>${formatShare(card.observable)}</dd></div></dl>
<div class="scroll" role="group" aria-label="Dimensions table" tabindex="0">
<table class="heat dimensions">
<thead><tr><td></td><th scope="col">fidelity</th><th scope="col">coverage</th><th scope="col">earned</th><th scope="col">units</th></tr></thead>
<tbody>${present.map(
    ({ dimension, fidelity, coverage, earned }) => html`
<tr><th scope="row">${dimensionName(dimension)}</th>${figure(fidelity)}${figure(coverage)}${figure(earned)}<td class="units">${card.units[dimension] ?? 0}</td></tr>`,
  )}
</tbody>
</table>
</div>
</div>`;
}

function compactions(id: string, card: Card): Markup | null {
  if (card.compactions === undefined) return null;
  const points = trialPoints(card);
  return html`<h4>Obedience after compaction</h4><p class="note">${describeCompactions(card.compactions)}.</p>${points.length === 0 ? null : compactionFigure(`${id}-compactions`, points)}`;
}

function checksTable({ checks }: ReportTrial): Markup | null {
  if (checks.total === 0) return null;
  return html`
<details class="more"${checks.passed < checks.total ? html` open` : null}>
<summary>Correctness checks: ${checks.passed} of ${checks.total} passed</summary>
<ul class="checks">${checks.shown.map(
    ({ id, item, passed, detail }) => html`
<li><span class="tag ${passed ? 'ok' : 'bad'}">${passed ? 'passed' : 'failed'}</span> <code>${id}</code>${item === '' ? null : html` · <bdi>${item}</bdi>`} <span class="sub">${detail}</span></li>`,
  )}
</ul>
${checks.total > checks.shown.length ? html`<p class="note">${formatCount(checks.total - checks.shown.length, 'more check')} in scorecard.json.</p>` : null}
</details>`;
}

function questions({ questions: asked }: Card): Markup | null {
  if (asked.length === 0) return null;
  return html`<h4>Questions for a model</h4><ul class="notes">${asked.map(
    ({ ask, of, answer, scale, quote }) => html`
<li>${ask} <span class="sub">${of}, ${answer === null ? 'unanswered' : `${answer} of ${scale}`}</span>${quote === null ? null : html` <q>${quote}</q>`}</li>`,
  )}</ul>`;
}

function recordLine({ record, folder, attempts }: ReportTrial): Markup {
  const { usage, cost } = record;
  const facts: readonly (readonly [string, string])[] = [
    ['status', record.status],
    ['task', `${record.task} ${record.version}`],
    ['seed', String(record.seed)],
    ['level', record.level],
    ['pace', String(record.pace)],
    ['isolation', record.isolation],
    ['took', formatDuration(record.durationMs)],
    ...(record.harnessVersion === undefined ? [] : [['harness version', record.harnessVersion] as const]),
    ...(usage === undefined
      ? []
      : [['tokens', `${usage.input} in, ${usage.output} out, ${usage.cached} cached`] as const]),
    ...(cost === undefined ? [] : [['cost', `${cost.toFixed(4)} US dollars`] as const]),
    ...(attempts > 1 ? [['attempts', String(attempts)] as const] : []),
    ['folder', folder],
  ];
  return html`<dl class="record">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
