import { chartStyles } from './chart-styles.js';

// Every pair of text and ground below has a contrast of at least 4.5 : 1 in both themes; a browser test holds it so.
const base = `
:root {
  color-scheme: light dark;
  --page: #f7f6f2; --card: #ffffff; --ink: #1a1c1e; --soft: #565b61; --line: #dcdad2; --faint: #efede6;
  --accent: #0f5f63; --accent-soft: #d8ebe9; --warn: #8a4b08; --warn-soft: #fbead2; --bad: #a3271f; --bad-soft: #fbe3df;
  --ok: #14603a; --ok-soft: #dcefe0;
  --h0: #8c3b16; --h0-ink: #ffffff; --h1: #c86a35; --h1-ink: #1a0d05; --h2: #e3a06f; --h2-ink: #2a1405;
  --h3: #efc79d; --h3-ink: #33200d; --h4: #f5dfc0; --h4-ink: #37301f; --h5: #f3ecd9; --h5-ink: #3a3524; --h6: #dcebe8; --h6-ink: #2b4a49;
  --request: #1f7a80; --request-line: #0d4e53; --tool: #dcd3ea; --tool-line: #9c86bf; --agent: #6d5199; --file: #33373c;
  --message: #8b8f94; --compaction: #b3127a; --failed: #c9571c; --cited: #b45309;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, "Liberation Serif", Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1b1f23; --ink: #e9e7e1; --soft: #a6abb1; --line: #31373d; --faint: #22272c;
    --accent: #7fd0cb; --accent-soft: #173b3d; --warn: #f0bd78; --warn-soft: #3a2a12; --bad: #ff9d90; --bad-soft: #42201c;
    --ok: #8fd6a6; --ok-soft: #17351f;
    --h0: #a8441a; --h0-ink: #ffffff; --h1: #8f4a22; --h1-ink: #fff1e6; --h2: #6e4026; --h2-ink: #ffe6d2;
    --h3: #57382a; --h3-ink: #f8e0cd; --h4: #46352b; --h4-ink: #f3e2d4; --h5: #38322c; --h5-ink: #ece4da; --h6: #1c3234; --h6-ink: #a9c9c6;
    --request: #4fb0ae; --request-line: #a5e0dc; --tool: #3a3150; --tool-line: #7d68a8; --agent: #b79be6; --file: #dfe3e7;
    --message: #858b92; --compaction: #ff77c4; --failed: #f08a4b; --cited: #ffc46b;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 5rem; }
body { margin: 0; padding: 0 clamp(1rem, 4vw, 3rem) 4rem; background: var(--page); color: var(--ink); font: 1rem/1.5 var(--sans); }
header, main, footer { max-width: 72rem; margin-inline: auto; }
header { padding-top: clamp(2rem, 6vw, 4.5rem); }
h1 { font: 500 clamp(2rem, 5vw, 3.25rem)/1.1 var(--serif); letter-spacing: -.015em; margin: .25rem 0 .75rem; overflow-wrap: anywhere; }
h2 { font: 500 1.625rem/1.2 var(--serif); letter-spacing: -.01em; margin: 0 0 .25rem; }
h4 { font-size: .8125rem; font-weight: 650; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); margin: 2rem 0 .5rem; }
section { margin-top: clamp(2.5rem, 6vw, 4.5rem); }
p { margin: 0 0 .75rem; }
a { color: var(--accent); text-underline-offset: .15em; }
code { font: .9em var(--mono); overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.eyebrow { font-size: .8125rem; letter-spacing: .14em; text-transform: uppercase; color: var(--accent); font-weight: 650; margin: 0; }
.lead { color: var(--soft); max-width: 46rem; overflow-wrap: anywhere; }
.note, .sub { color: var(--soft); font-size: .8125rem; }
.note { margin-top: .75rem; }
.sub { display: block; font-variant-numeric: tabular-nums; font-weight: 400; }
.none { color: var(--soft); }
.name { font-family: var(--mono); font-size: .9375em; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: .5rem 1rem; z-index: 9; }
.skip:focus { top: 1rem; }
.tag { display: inline-block; font: 600 .75rem/1.4 var(--sans); padding: .0625rem .4375rem; border-radius: 1rem; white-space: nowrap; background: var(--faint); }
.tag.ok { background: var(--ok-soft); color: var(--ok); }
.tag.warn { background: var(--warn-soft); color: var(--warn); }
.tag.bad { background: var(--bad-soft); color: var(--bad); }
dl { margin: 0; }
dd { margin: 0; }
.headline { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); margin-top: 2rem; border-block: 1px solid var(--line); }
.headline div { padding: 1.125rem 1.25rem 1.125rem 0; }
.headline dt { color: var(--soft); font-size: .8125rem; }
.headline dd { font: 500 2rem/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.headline .sub { font: .8125rem/1.5 var(--sans); overflow-wrap: anywhere; }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; font-size: .9375rem; width: 100%; }
th, td { text-align: left; padding: .625rem .75rem; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-size: .8125rem; font-weight: 600; vertical-align: bottom; white-space: nowrap; }
tbody th { font-weight: 500; }
.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.board { min-width: 58rem; }
.board tbody tr:first-child :is(td, th) { background: linear-gradient(var(--accent-soft), var(--accent-soft)); }
.board .rank { color: var(--soft); }
.board th .tag { margin-top: .125rem; }
.board th .name { display: block; }
.score { white-space: nowrap; }
.score .figure { font-weight: 650; font-size: 1.0625rem; font-variant-numeric: tabular-nums; }
.score .interval { display: block; margin: .125rem 0; }
.more { margin-top: 1.25rem; }
.more > summary { cursor: pointer; color: var(--accent); font-weight: 550; }
.filter { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .75rem 0; margin-top: .75rem; background: var(--page); border-bottom: 1px solid var(--line); font-size: .875rem; }
.filter select, .filter button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .375rem; padding: .25rem .5rem; max-width: 14rem; }
.filter button { cursor: pointer; }
.filter button:hover { background: var(--faint); }
.filter .check { display: flex; gap: .375rem; align-items: center; }
.filter .buttons { display: flex; gap: .375rem; }
.filter output { color: var(--soft); margin-left: auto; font-variant-numeric: tabular-nums; }
.trial { background: var(--card); border: 1px solid var(--line); border-radius: .625rem; margin-top: .625rem; }
.trial > summary { cursor: pointer; display: grid; grid-template-columns: 4rem minmax(0, 1fr) auto 1rem; gap: .25rem 1rem; align-items: baseline; padding: .8125rem 1.25rem; list-style: none; border-radius: .625rem; }
.trial > summary::-webkit-details-marker { display: none; }
.trial > summary::after { content: "›"; color: var(--soft); font-size: 1.25rem; line-height: 1; transition: transform .15s; }
.trial[open] > summary::after { transform: rotate(90deg); }
.trial > summary:hover { background: var(--faint); }
.trial .figure { font: 500 1.375rem/1 var(--serif); font-variant-numeric: lining-nums tabular-nums; text-align: right; }
.trial .on { color: var(--soft); overflow-wrap: anywhere; }
.flags { display: flex; flex-wrap: wrap; gap: .375rem; align-items: baseline; justify-content: flex-end; }
.flags .count { color: var(--soft); font-size: .875rem; }
.body { padding: .5rem 1.25rem 1.5rem; border-top: 1px solid var(--line); scroll-margin-top: 8rem; }
.callout { border-left: 3px solid var(--warn); background: var(--warn-soft); padding: .625rem .875rem; margin-top: .75rem; border-radius: 0 .375rem .375rem 0; overflow-wrap: anywhere; }
.callout.bad { border-color: var(--bad); background: var(--bad-soft); }
.callout p { margin: 0; }
.callout .note, .callout .sub { color: inherit; }
.results { margin-top: 1rem; display: grid; gap: 1rem; }
.figures, .record { display: flex; flex-wrap: wrap; gap: .5rem 2rem; }
.figures dt, .record dt { color: var(--soft); font-size: .8125rem; }
.figures dd { font: 500 1.25rem/1.3 var(--serif); font-variant-numeric: lining-nums; }
.record { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .875rem; }
.record dd { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.findings, .consequences, .checks, .events { list-style: none; padding: 0; margin: 0; }
.findings > li, .consequences > li { border-top: 1px solid var(--line); padding: .75rem 0; }
.what { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; margin: 0 0 .375rem; }
.what code { font-weight: 650; }
.what .nr { color: var(--soft); font-variant-numeric: tabular-nums; min-width: 1ch; }
.what .where { overflow-wrap: anywhere; }
.what .cost { margin-left: auto; color: var(--bad); font-variant-numeric: tabular-nums; font-weight: 600; }
.what .of { color: var(--soft); font-weight: 400; }
.findings dl { display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); gap: .125rem .5rem; font-size: .9375rem; }
.findings dt { color: var(--soft); }
.findings dd, .consequences p { overflow-wrap: anywhere; }
.consequences p { margin: 0; font-size: .9375rem; }
.consequences .sub, .events .sub, .checks .sub { display: inline; }
.events { margin-top: .5rem; font-size: .8125rem; }
.events li { padding: .125rem 0 .125rem .75rem; border-left: 2px solid var(--line); overflow-wrap: anywhere; }
.events .note { margin: 0; }
.events .seq { font-variant-numeric: tabular-nums; font-weight: 600; }
.events time { color: var(--soft); font-variant-numeric: tabular-nums; }
.callout .events time { color: inherit; }
.events .failed { color: var(--bad); }
.checks li { padding: .25rem 0; overflow-wrap: anywhere; }
.notes { margin: 0; padding-left: 1.125rem; }
.notes .sub { display: inline; }
footer { margin-top: 4rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
footer p { max-width: 46rem; }
@media (max-width: 40rem) {
  .board { min-width: 0; }
  .board thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .board :is(table, tbody, td, th) { display: block; }
  .board tr { display: grid; grid-template-columns: 1fr 1fr; padding: .75rem; border-bottom: 1px solid var(--line); }
  .board tbody tr:first-child { background: var(--accent-soft); }
  .board tbody :is(td, th) { border: 0; padding: .25rem 0; text-align: left; background: none !important; white-space: normal; }
  .board :is(.rank, .score) { grid-column: 1 / -1; }
  .board tr { position: relative; }
  .board .rank { position: absolute; right: .75rem; top: .5rem; }
  .dimensions { font-size: .8125rem; }
  .dimensions :is(th, td) { padding-inline: .25rem; min-width: 0 !important; white-space: nowrap; }
  .results { min-width: 0; }
  .results > * { min-width: 0; }
  .board tbody th { grid-column: 1 / -1; }
  .board td[data-label]::before { content: attr(data-label); display: block; color: var(--soft); font-size: .8125rem; }
  .board .score::before { display: none !important; }
  .trial > summary { grid-template-columns: minmax(0, 1fr) auto 1rem; padding: .75rem .875rem; }
  .trial > summary .who { grid-column: 1; grid-row: 1; }
  .trial > summary .figure { grid-column: 2; grid-row: 1; }
  .trial > summary .flags { grid-column: 1 / -1; grid-row: 2; justify-content: flex-start; }
  .trial > summary::after { grid-column: 3; grid-row: 1; }
  .trial .on { display: block; }
  .body { padding-inline: .875rem; }
  .filter { position: static; }
  .filter output { margin-left: 0; }
  .what .cost { margin-left: 0; width: 100%; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print { .filter, .skip { display: none; } .trial { break-inside: avoid; } body { background: #fff; } }
`;

export const styles = base + chartStyles;
