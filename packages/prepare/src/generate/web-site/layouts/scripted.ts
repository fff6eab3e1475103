import { escapeHtml, percent, shell } from '../html.js';
import type { Layout } from '../layout.js';

/** Nearly nothing but a script with the data that a browser would show. */
export const scripted: Layout = (page, { keys }) =>
  shell(
    page.name,
    '#app { min-height: 100vh }',
    `  <div id="app"><noscript>Please switch on JavaScript to see the figures of ${escapeHtml(page.name)}.</noscript></div>
  <script type="application/json" id="${keys.name}-data">${JSON.stringify({
    [keys.name]: page.name,
    [keys.office]: { [keys.holder]: page.holder, former: page.predecessor },
    [keys.figure]: { current: page.figure, tenYearsAgo: page.formerFigure },
    [keys.shares]: page.shares.map(({ label, tenths }) => ({ [keys.share]: label, share: Number(percent(tenths)) })),
    meta: { reference: page.reference },
  }).replaceAll('<', '\\u003c')}</script>`,
  );
