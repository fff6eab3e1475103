import { escapeHtml, grouped, percent, shell } from '../html.js';
import type { Layout } from '../layout.js';

/** A list of terms, with a table of shares below. */
export const definitions: Layout = (page, words) =>
  shell(
    `${page.name} at a glance`,
    'dl { display: grid; grid-template-columns: auto 1fr } dt { font-weight: bold }',
    `  <header><h1>${words.heading.replaceAll('#', () => escapeHtml(page.name))}</h1></header>
  <dl class="facts">
    <dt>${words.holder}</dt><dd>${escapeHtml(page.holder)}</dd>
    <dt>${words.figure}</dt><dd>${grouped(page.figure, ',')}</dd>
    <dt>${words.figureThen}</dt><dd>${grouped(page.formerFigure, ',')}</dd>
  </dl>
  <h2>${words.shares}</h2>
  <table>
    <thead><tr><th>${words.shareLabel}</th><th>${words.shareFigure}</th></tr></thead>
    <tbody>
${page.shares.map(({ label, tenths }) => `      <tr><td>${escapeHtml(label)}</td><td>${percent(tenths)} %</td></tr>`).join('\n')}
    </tbody>
  </table>
  <footer><p>Page reference: <code>${page.reference}</code></p></footer>`,
  );
