import type { ReplayRun } from './replay-run.js';

/** How many are named before the rest is only counted. */
const shown = 20;

/** Items that nobody asked for: files that some step's path fits, read backwards, for no item that was due. A note, not a violation. */
export function noteUnasked(run: ReplayRun): void {
  const templates = run.facts.matchers.flatMap(({ owner, matcher }) =>
    matcher.type === 'wrote' && matcher.path.holes.length > 0 ? [{ owner, path: matcher.path }] : [],
  );
  if (templates.length === 0) return;
  const wanted = new Set(run.asked);
  const unasked: string[] = [];
  for (const path of run.index.files.keys()) {
    if (wanted.has(path)) continue;
    const fit = templates.find((template) => template.path.capture(path) !== null);
    if (fit !== undefined) unasked.push(`${fit.owner}: nobody asked for ${path}`);
  }
  unasked.sort();
  run.notes.push(...unasked.slice(0, shown));
  if (unasked.length > shown) run.notes.push(`${unasked.length - shown} more that nobody asked for`);
}
