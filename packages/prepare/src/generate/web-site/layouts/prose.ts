import { escapeHtml, grouped, percent, shell } from '../html.js';
import type { Layout } from '../layout.js';

/** Running text. */
export const prose: Layout = (page, words) =>
  shell(
    `Welcome to ${page.name}`,
    'body { max-width: 40em; margin: auto; font-family: serif }',
    `  <article>
    <h1>Welcome to ${escapeHtml(page.name)}</h1>
    <p>After ${escapeHtml(page.predecessor)} left office, <b>${escapeHtml(page.holder)}</b> was ${words.installed}.
    Ten years ago ${words.counting} ${grouped(page.formerFigure, ',')} ${words.counted}; today <em>${grouped(page.figure, ',')}</em> ${words.counted} ${words.happen}.</p>
    <p>${words.sharesQuestion} ${page.shares
      .map(({ label, tenths }) => `${escapeHtml(label)} ${words.gives} ${percent(tenths)} per cent`)
      .join('; ')}.</p>
    <p class="imprint">This page is filed under reference ${page.reference}.</p>
  </article>`,
  );
