export const chartStyles = `
svg text { font: 11px var(--sans); fill: var(--soft); font-variant-numeric: tabular-nums; }
.interval .track { fill: var(--line); }
.interval .bar { fill: var(--request); }
.interval .strict { stroke: var(--soft); stroke-dasharray: 2 2; }
.interval .whisker { fill: none; stroke: var(--ink); stroke-width: 1.25; }
.axes { display: flex; flex-wrap: wrap; gap: 1.5rem 3rem; align-items: flex-start; }
.quadrant { flex: 1 1 20rem; max-width: 30rem; width: 100%; height: auto; }
.quadrant .good { fill: var(--accent-soft); }
.quadrant .frame { fill: none; stroke: var(--line); }
.quadrant .middle { fill: none; stroke: var(--line); stroke-dasharray: 3 3; }
.quadrant .corner text { font-style: italic; }
.quadrant .axis .title { font-size: 12px; font-weight: 600; fill: var(--ink); }
.quadrant .dots circle { fill: var(--request); opacity: .4; }
.quadrant .leaders path { stroke: var(--soft); fill: none; }
.quadrant .leaders circle { fill: var(--soft); }
.quadrant .points circle { fill: var(--ink); stroke: var(--page); stroke-width: 1.5; }
.quadrant .points text { fill: var(--page); font-weight: 650; }
.compactions { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; align-items: flex-start; margin: .75rem 0 1.25rem; }
.curve { flex: 0 1 24rem; min-width: 16rem; width: 100%; height: auto; }
.curve .frame { fill: none; stroke: var(--line); }
.curve .axis .title { font-size: 12px; font-weight: 600; fill: var(--ink); }
.curve .line { fill: none; stroke: var(--request); stroke-width: 1.75; }
.curve .whiskers path { fill: none; stroke: var(--ink); stroke-width: 1.25; }
.curve .points circle { fill: var(--ink); stroke: var(--page); stroke-width: 1.5; }
.key { list-style: none; margin: 0; padding: 0; flex: 1 1 16rem; }
.key li { display: grid; grid-template-columns: 2rem minmax(0, 1fr); padding: .4375rem 0; border-bottom: 1px solid var(--line); align-items: baseline; }
.key .sub { grid-column: 2; }
.key .dot { width: 1.375rem; height: 1.375rem; border-radius: 50%; background: var(--ink); color: var(--page); font: 650 .75rem/1.375rem var(--sans); text-align: center; }
.heatmaps { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 33rem), 1fr)); gap: 2rem 2.5rem; margin-top: 1.25rem; }
.heat { font-size: .875rem; font-variant-numeric: tabular-nums; border-spacing: 2px; border-collapse: separate; }
.heat caption { text-align: left; font-weight: 550; padding-bottom: .25rem; }
.heat :is(th, td) { border: 0; padding: .3125rem .375rem; vertical-align: middle; }
.heat tbody td { text-align: center; border-radius: .1875rem; min-width: 2.5rem; }
.heat tbody th { text-align: left; font-weight: 400; padding-left: 0; overflow-wrap: anywhere; min-width: 6rem; }
.heat tbody th a { color: inherit; text-decoration-color: var(--line); }
.heat tbody th a:hover { text-decoration-color: currentColor; }
.heatmap thead th:not(.task) { height: 6.25rem; vertical-align: bottom; text-align: left; padding: .25rem 0; }
.heatmap thead th span { writing-mode: vertical-rl; transform: rotate(180deg); display: block; margin-inline: auto; width: max-content; }
.heatmap .total { font-weight: 650; text-align: right; }
.heatmap thead th.task { vertical-align: bottom; }
.dimensions { max-width: 32rem; }
.dimensions thead th { text-align: center; }
.dimensions .units { color: var(--soft); }
.heat .absent { color: var(--soft); }
.h0 { background: var(--h0); color: var(--h0-ink); } .h1 { background: var(--h1); color: var(--h1-ink); }
.h2 { background: var(--h2); color: var(--h2-ink); } .h3 { background: var(--h3); color: var(--h3-ink); }
.h4 { background: var(--h4); color: var(--h4-ink); } .h5 { background: var(--h5); color: var(--h5-ink); }
.h6 { background: var(--h6); color: var(--h6-ink); }
.timeline { margin: 1.5rem 0 0; }
.timeline > .scroll { border: 1px solid var(--line); border-radius: .5rem; max-height: 34rem; overflow: auto; }
.timeline > .scroll > svg { display: block; min-width: 44rem; width: 100%; height: auto; }
.timeline figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; color: var(--soft); font-size: .8125rem; margin-top: .5rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem .875rem; }
.legend > span { display: inline-flex; gap: .25rem; align-items: center; }
.grid line { stroke: var(--line); stroke-dasharray: 1 3; }
.lane > line { stroke: var(--faint); }
.lane .actor { font-weight: 650; fill: var(--ink); font-size: 12px; }
.lane .item { font-family: var(--mono); font-size: 11px; }
.request rect { fill: var(--request); stroke: var(--request-line); stroke-width: .5; }
.tool rect { fill: var(--tool); stroke: var(--tool-line); stroke-width: .5; }
.agent path { fill: none; stroke: var(--agent); stroke-width: 1.75; }
.file path { fill: var(--card); stroke: var(--file); stroke-width: 1.5; }
.message circle { fill: var(--message); }
.compaction path { stroke: var(--compaction); stroke-width: 2.5; stroke-dasharray: 4 2; }
.failed rect { fill: var(--failed); stroke: var(--failed); stroke-width: .5; }
.cited :is(rect, path, circle) { stroke: var(--cited); stroke-width: 2.25; }
.cited:target :is(rect, path, circle) { stroke: var(--compaction); stroke-width: 4; }
.lane .cite { fill: var(--cited); font-weight: 650; font-size: 10px; paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round; }
`;
