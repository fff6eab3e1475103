import type { Scope, SimpleMatcher, StepNode } from '../ast.js';
import { beginOf, type Occurrence } from './event-index.js';
import { jsonOf, textOf } from './event-scope.js';
import { keyed, meets, simpleMatchers } from './matching.js';
import { isAfter } from './point.js';
import type { ReplayRun } from './replay-run.js';

export interface Asked {
  readonly node: StepNode;
  readonly key: string;
  readonly scope: Scope;
}

/** Whether an occurrence under the key of a step's `done` is the whole of it. */
export function fitsDone(run: ReplayRun, asked: Asked, matcher: SimpleMatcher, occurrence: Occurrence): boolean {
  if (!meets(matcher, occurrence, asked.scope, run, 'done')) return false;
  if (matcher.type !== 'wrote') return true;
  const { event } = occurrence;
  if (event.kind === 'file' && event.partial === true) return false;
  if (!isNews(run, asked, occurrence)) return false;
  const { yields, proof } = asked.node;
  const path = event.kind === 'file' ? event.path : '';
  const named = yields?.type === 'file' || proof !== undefined;
  if (!named || !/\.json$/i.test(path === '' ? matcher.path.source : path)) return true;
  const value = jsonOf(occurrence, run.context);
  if (value === undefined) {
    return textOf(occurrence, run.context) === undefined && (proof === undefined || run.context.token === undefined);
  }
  return proof === undefined || provesItem(run, asked, value);
}

/** A version that differs from the last, or that follows a beginning of its own. */
function isNews(run: ReplayRun, asked: Asked, occurrence: Occurrence): boolean {
  const { event, before } = occurrence;
  if (before === undefined || event.kind !== 'file' || before.event.kind !== 'file') return true;
  if (event.sha256 === undefined || event.sha256 !== before.event.sha256) return true;
  const { started } = asked.node;
  if (started === undefined) return false;
  const since = beginOf(before);
  return simpleMatchers(started).some((matcher) =>
    keyed(matcher, asked.scope, run).some(
      (begun) =>
        isAfter(beginOf(begun), since, {}) &&
        !isAfter(beginOf(begun), beginOf(occurrence), run.index.lags) &&
        meets(matcher, begun, asked.scope, run, 'any'),
    ),
  );
}

function provesItem(run: ReplayRun, { node, key }: Asked, value: unknown): boolean {
  if (run.context.token === undefined || node.proof === undefined) return true;
  if (value === null || typeof value !== 'object') return false;
  return (value as Readonly<Record<string, unknown>>)[node.proof.token] === run.context.token(key);
}
