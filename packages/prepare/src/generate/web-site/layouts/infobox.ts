import { escapeHtml, grouped, percent, shell } from '../html.js';
import type { Layout } from '../layout.js';

/** One wide table, labels in its first column. */
export const infobox: Layout = (page, words) =>
  shell(
    `${page.name} | ${words.portal}`,
    'table { border-collapse: collapse } th { text-align: left }',
    `  <div id="nav"><a href="/">Home</a> &middot; <a href="/news">News</a> &middot; <a href="/contact">Contact</a></div>
  <table class="infobox">
    <caption>${escapeHtml(page.name)}</caption>
    <tr><th scope="row">${words.holderWide}</th><td>${words.holderTitle} ${escapeHtml(page.holder)}<br><small>${words.since} ${escapeHtml(page.predecessor)}</small></td></tr>
    <tr><th scope="row">${words.figureWide}</th><td>${grouped(page.figure, '&nbsp;')} <sup>[1]</sup></td></tr>
    <tr><th scope="row">${words.sharesShort}</th><td>
      <ul>
${page.shares.map(({ label, tenths }) => `        <li>${escapeHtml(label)} (${percent(tenths)}&nbsp;%)</li>`).join('\n')}
      </ul>
    </td></tr>
    <tr><th scope="row">Reference</th><td>${page.reference}</td></tr>
  </table>
  <ol><li>${words.note} ${grouped(page.formerFigure, '&nbsp;')}.</li></ol>`,
  );
