import { escapeHtml, grouped, percent, shell } from '../html.js';
import type { Layout } from '../layout.js';

/** Cards whose figures stand in attributes too, with decorations in between. */
export const cards: Layout = (page, words) =>
  shell(
    `${page.name}.${words.domain}`,
    '.card { padding: 1rem; border: 1px solid #ccc } .bar { height: 4px }',
    `  <main>
    <section class="card" data-kind="people"><span class="label">${words.figureShort}</span><span class="figure" data-value="${page.figure}">${grouped(page.figure, ' ')}</span></section>
    <section class="card" data-kind="people-then"><span class="label">${words.figureShort}, ten years ago</span><span class="figure" data-value="${page.formerFigure}">${grouped(page.formerFigure, ' ')}</span></section>
    <section class="card" data-kind="office"><span class="label">${words.holder}</span><span class="person">${escapeHtml(page.holder)}</span></section>
    <section class="card" data-kind="work"><span class="label">${words.sharesWhere}</span>
${page.shares
  .map(
    ({ label, tenths }) =>
      `      <div class="row" data-share="${percent(tenths)}"><span>${escapeHtml(label)}</span><div class="bar" style="width: ${percent(tenths)}%"></div></div>`,
  )
  .join('\n')}
    </section>
  </main>
  <aside>Reference code <kbd>${page.reference}</kbd></aside>`,
  );
