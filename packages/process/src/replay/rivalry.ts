import type { SimpleMatcher } from '../ast.js';
import { captureTarget } from '../template/request-query.js';
import { beginOf, type Occurrence } from './event-index.js';
import { commandOf } from './event-scope.js';
import { type Asked, fitsDone } from './fitting.js';
import { keyed, simpleMatchers } from './matching.js';
import { isAfter } from './point.js';
import type { ReplayRun } from './replay-run.js';

/**
 * Whether evidence fits a later step better than this one: something that lies between the two was done before it, and
 * nothing else is left for the later step.
 */
export function fitsLaterStep(run: ReplayRun, asked: Asked, list: readonly Occurrence[], at: number): boolean {
  const rivals = run.facts.rivals.get(asked.node.step);
  if (rivals === undefined) return false;
  const occurrence = list[at] as Occurrence;
  return rivals.some(({ step, between }) => {
    const other = { node: step, key: asked.key, scope: asked.scope };
    const matchers = simpleMatchers(step.done);
    const fits = (candidate: Occurrence) => matchers.some((matcher) => fitsDone(run, other, matcher, candidate));
    if (!fits(occurrence)) return false;
    for (let i = at + 1; i < list.length; i += 1) {
      const next = list[i] as Occurrence;
      if (!next.claimed && fits(next)) return false;
    }
    return between.some((middle) =>
      simpleMatchers(middle.done).some((matcher) =>
        keyed(matcher, asked.scope, run).some(
          (done) =>
            !isAfter(beginOf(done), beginOf(occurrence), {}) &&
            fitsDone(run, { ...asked, node: middle }, matcher, done),
        ),
      ),
    );
  });
}

/**
 * Whether evidence was made anew by a later step that a decision leads to: something that lies between the two was done
 * after `earlier`, which is this step's own, and before it.
 */
export function isMadeAnew(run: ReplayRun, asked: Asked, earlier: Occurrence, occurrence: Occurrence): boolean {
  const rivals = run.facts.conditionalRivals.get(asked.node.step) ?? [];
  return rivals.some(({ step, between }) => {
    const other = { ...asked, node: step };
    if (!simpleMatchers(step.done).some((matcher) => fitsDone(run, other, matcher, occurrence))) return false;
    return between.some((middle) => {
      const inner = { ...asked, node: middle };
      return simpleMatchers(middle.done).some((matcher) =>
        keyed(matcher, asked.scope, run).some(
          (done) =>
            isAfter(beginOf(done), beginOf(earlier), {}) &&
            !isAfter(beginOf(done), beginOf(occurrence), {}) &&
            fitsDone(run, inner, matcher, done),
        ),
      );
    });
  });
}

/** Whether a matcher of any other step could have asked for this evidence. */
export function fitsAnotherStep(
  run: ReplayRun,
  { node }: Asked,
  matcher: SimpleMatcher,
  occurrence: Occurrence,
): boolean {
  return run.facts.matchers.some(
    ({ owner, matcher: other }) => owner !== node.step && other.type === matcher.type && couldAskFor(other, occurrence),
  );
}

/** Whether a matcher could ask for an occurrence, whatever its holes are filled with. */
export function couldAskFor(matcher: SimpleMatcher, { event }: Occurrence): boolean {
  switch (matcher.type) {
    case 'wrote':
    case 'edited':
    case 'deleted':
      if (event.kind === 'file') return matcher.path.capture(event.path) !== null;
      return event.kind === 'tool' && (event.writes ?? []).some((path) => matcher.path.capture(path) !== null);
    case 'read':
      return event.kind === 'tool' && (event.reads ?? []).some((path) => matcher.path.capture(path) !== null);
    case 'requested':
      return event.kind === 'request' && event.method === matcher.method && captureTarget(matcher.path, event) !== null;
    case 'ran':
      return event.kind === 'tool' && event.what === 'shell' && commandOf(event) !== undefined;
    case 'called':
      return event.kind === 'tool' && matcher.tool.capture(event.name) !== null;
    case 'delegated':
      return event.kind === 'agent';
    case 'replied':
      return event.kind === 'message';
  }
}
