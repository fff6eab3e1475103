import type { SimpleMatcher } from '../ast.js';
import { beginOf, type Occurrence } from './event-index.js';
import { isObservable } from './matching.js';
import { earlier, isAfter, type Point } from './point.js';
import type { Evidence, Instance, ReplayRun } from './replay-run.js';
import { couldAskFor } from './rivalry.js';

interface FirstInput {
  readonly point: Point | undefined;
  /** Whether the sources promise to show such an input at all. */
  readonly promised: boolean;
}

const known = new WeakMap<ReplayRun, Map<readonly SimpleMatcher[], FirstInput>>();

/**
 * Whether something was written before any read, request or run that the process asks for up to this step was seen, and if
 * so whether none ever was. Such a write comes from nothing and shows nothing; so does one that is due before any input, in
 * a run in which none was ever seen. Where no observable input is asked for the question does not arise.
 */
export function groundlessness(run: ReplayRun, step: string, evidence: Evidence): Instance['groundless'] {
  if (!evidence.done.every(isWrite)) return undefined;
  const inputs = run.facts.inputs.get(step);
  if (inputs === undefined) {
    const any = firstInput(run, run.facts.allInputs);
    return any.promised && any.point === undefined ? 'altogether' : undefined;
  }
  const first = firstInput(run, inputs.matchers);
  if (!first.promised) return undefined;
  const wrote = evidence.done.map(beginOf).reduce<Point | undefined>(earlier, undefined);
  if (wrote === undefined) return undefined;
  if (first.point === undefined) return 'altogether';
  return isAfter(first.point, wrote, run.index.lags) ? 'so-far' : undefined;
}

function isWrite({ event }: Occurrence): boolean {
  return event.kind === 'file' || (event.kind === 'tool' && (event.writes?.length ?? 0) > 0);
}

function firstInput(run: ReplayRun, asked: readonly SimpleMatcher[]): FirstInput {
  const byMatchers = known.get(run) ?? new Map<readonly SimpleMatcher[], FirstInput>();
  known.set(run, byMatchers);
  let first = byMatchers.get(asked);
  if (first === undefined) {
    first = findFirst(run, asked);
    byMatchers.set(asked, first);
  }
  return first;
}

function findFirst(run: ReplayRun, asked: readonly SimpleMatcher[]): FirstInput {
  const matchers = asked.filter((matcher) => isObservable(matcher, run.context));
  const asks = (occurrence: Occurrence | undefined) =>
    occurrence !== undefined && matchers.some((matcher) => couldAskFor(matcher, occurrence));
  let point: Point | undefined;
  // Keys stand in the order of their first occurrence, and all occurrences under one key fit alike.
  for (const keyed of [run.index.requests, run.index.reads]) {
    for (const [first] of keyed.values()) {
      if (first === undefined || !asks(first)) continue;
      point = earlier(point, beginOf(first));
      break;
    }
  }
  const shell = run.index.shells.find(asks);
  if (shell !== undefined) point = earlier(point, beginOf(shell));
  const unseenReads = run.index.shells.length > 0 && matchers.every(({ type }) => type === 'read');
  return { point, promised: matchers.length > 0 && !(unseenReads && point === undefined) };
}
