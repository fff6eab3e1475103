import { escapeHtml, grouped, type Page, percent } from './page.js';

/** A page of one state in the manner of one site. */
export type Layout = (page: Page) => string;

const shell = (title: string, style: string, body: string): string => `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title>
  <style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** A list of terms, with a table of employment below. */
const definitions: Layout = (page) =>
  shell(
    `${page.name} at a glance`,
    'dl { display: grid; grid-template-columns: auto 1fr } dt { font-weight: bold }',
    `  <header><h1>The State of ${escapeHtml(page.name)}</h1></header>
  <dl class="facts">
    <dt>Governor</dt><dd>${escapeHtml(page.governor)}</dd>
    <dt>Population</dt><dd>${grouped(page.population, ',')}</dd>
    <dt>Population at the last census</dt><dd>${grouped(page.formerPopulation, ',')}</dd>
  </dl>
  <h2>Employment by industry</h2>
  <table>
    <thead><tr><th>Industry</th><th>Share of jobs</th></tr></thead>
    <tbody>
${page.employment.map(({ industry, tenths }) => `      <tr><td>${escapeHtml(industry)}</td><td>${percent(tenths)} %</td></tr>`).join('\n')}
    </tbody>
  </table>
  <footer><p>Page reference: <code>${page.reference}</code></p></footer>`,
  );

/** One wide table, labels in its first column. */
const infobox: Layout = (page) =>
  shell(
    `${page.name} | Official portal`,
    'table { border-collapse: collapse } th { text-align: left }',
    `  <div id="nav"><a href="/">Home</a> &middot; <a href="/news">News</a> &middot; <a href="/contact">Contact</a></div>
  <table class="infobox">
    <caption>${escapeHtml(page.name)}</caption>
    <tr><th scope="row">Head of government</th><td>Gov. ${escapeHtml(page.governor)}<br><small>since last year, succeeding ${escapeHtml(page.predecessor)}</small></td></tr>
    <tr><th scope="row">Residents</th><td>${grouped(page.population, '&nbsp;')} <sup>[1]</sup></td></tr>
    <tr><th scope="row">Jobs</th><td>
      <ul>
${page.employment.map(({ industry, tenths }) => `        <li>${escapeHtml(industry)} (${percent(tenths)}&nbsp;%)</li>`).join('\n')}
      </ul>
    </td></tr>
    <tr><th scope="row">Reference</th><td>${page.reference}</td></tr>
  </table>
  <ol><li>Residents at the end of last month. The census ten years ago counted ${grouped(page.formerPopulation, '&nbsp;')}.</li></ol>`,
  );

/** Running text. */
const prose: Layout = (page) =>
  shell(
    `Welcome to ${page.name}`,
    'body { max-width: 40em; margin: auto; font-family: serif }',
    `  <article>
    <h1>Welcome to ${escapeHtml(page.name)}</h1>
    <p>After ${escapeHtml(page.predecessor)} left office, <b>${escapeHtml(page.governor)}</b> was sworn in as governor.
    Ten years ago the census counted ${grouped(page.formerPopulation, ',')} people; today <em>${grouped(page.population, ',')}</em> people live here.</p>
    <p>What do they live from? ${page.employment
      .map(({ industry, tenths }) => `${escapeHtml(industry)} gives work to ${percent(tenths)} per cent`)
      .join('; ')}.</p>
    <p class="imprint">This page is filed under reference ${page.reference}.</p>
  </article>`,
  );

/** Cards whose figures stand in attributes too, with decorations in between. */
const cards: Layout = (page) =>
  shell(
    `${page.name}.gov`,
    '.card { padding: 1rem; border: 1px solid #ccc } .bar { height: 4px }',
    `  <main>
    <section class="card" data-kind="people"><span class="label">People</span><span class="figure" data-value="${page.population}">${grouped(page.population, ' ')}</span></section>
    <section class="card" data-kind="people-then"><span class="label">People, ten years ago</span><span class="figure" data-value="${page.formerPopulation}">${grouped(page.formerPopulation, ' ')}</span></section>
    <section class="card" data-kind="office"><span class="label">Governor</span><span class="person">${escapeHtml(page.governor)}</span></section>
    <section class="card" data-kind="work"><span class="label">Where people work</span>
${page.employment
  .map(
    ({ industry, tenths }) =>
      `      <div class="row" data-share="${percent(tenths)}"><span>${escapeHtml(industry)}</span><div class="bar" style="width: ${percent(tenths)}%"></div></div>`,
  )
  .join('\n')}
    </section>
  </main>
  <aside>Reference code <kbd>${page.reference}</kbd></aside>`,
  );

/** Nearly nothing but a script with the data that a browser would show. */
const scripted: Layout = (page) =>
  shell(
    page.name,
    '#app { min-height: 100vh }',
    `  <div id="app"><noscript>Please switch on JavaScript to see the figures of ${escapeHtml(page.name)}.</noscript></div>
  <script type="application/json" id="state-data">${JSON.stringify({
    state: page.name,
    executive: { governor: page.governor, former: page.predecessor },
    residents: { current: page.population, tenYearsAgo: page.formerPopulation },
    employment: page.employment.map(({ industry, tenths }) => ({ sector: industry, share: Number(percent(tenths)) })),
    meta: { reference: page.reference },
  }).replaceAll('<', '\\u003c')}</script>`,
  );

/** Old markup in capitals, tags left open, fields set off by line breaks. */
const vintage: Layout = (page) => `<HTML>
<HEAD><TITLE>${escapeHtml(page.name)} - Home Page</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF">
<CENTER><FONT SIZE="5">${escapeHtml(page.name)}</FONT></CENTER>
<HR>
<B>GOVERNOR:</B> ${escapeHtml(page.governor)}<BR>
<B>FORMER GOVERNOR:</B> ${escapeHtml(page.predecessor)}<BR>
<B>POPULATION (CENSUS):</B> ${page.formerPopulation}<BR>
<B>POPULATION (NOW):</B> ${page.population}<BR>
<B>REFERENCE:</B> ${page.reference}<BR>
<HR>
<FONT SIZE="2">Jobs by industry
<UL>
${page.employment.map(({ industry, tenths }) => `<LI>${percent(tenths)}% - ${escapeHtml(industry)}`).join('\n')}
</UL>
</FONT>
</BODY>
</HTML>
`;

/** Every layout, by name. */
export const layouts = { definitions, infobox, prose, cards, scripted, vintage } as const;
export type LayoutName = keyof typeof layouts;
