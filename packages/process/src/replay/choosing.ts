import type { Matcher, SimpleMatcher } from '../ast.js';
import { beginOf, endOf, type Occurrence } from './event-index.js';
import { type Asked, fitsDone } from './fitting.js';
import { isObservable, keyed, meets, simpleMatchers } from './matching.js';
import { earlier, isAfter, later, type Point } from './point.js';
import type { Evidence, ReplayRun } from './replay-run.js';
import { fitsAnotherStep, fitsLaterStep, isMadeAnew } from './rivalry.js';

/** The bounds of an instance, see process-language “Replay”. */
export interface Bounds {
  readonly hard: Point | undefined;
  readonly soft: Point | undefined;
  /** Whether evidence from before the hard bound may count when no other step's matcher fits it. */
  readonly anywhere: boolean;
}

interface Choice extends Evidence {
  /** 1: after the soft bound; 2: after the hard one; 3: anywhere. */
  readonly tier: 1 | 2 | 3;
}

/**
 * The evidence of one instance, without claiming it: the earliest unused fitting `done` after the soft bound that no
 * later step fits better; else after the hard bound; else any that no other step fits. Its `started` is the last
 * fitting evidence before that. Undefined when it is not done.
 */
export function chooseEvidence(run: ReplayRun, asked: Asked, bounds: Bounds): Choice | undefined {
  return chooseFor(run, asked, asked.node.done, bounds);
}

/** Where the evidence begins: at `started`, else at `done`. */
export function entryOf(evidence: Evidence): Point | undefined {
  const from = evidence.started.length > 0 ? evidence.started : evidence.done;
  return from.map(beginOf).reduce<Point | undefined>(earlier, undefined);
}

export function exitOf(evidence: Evidence): Point | undefined {
  return evidence.done.map(endOf).reduce<Point | undefined>(later, undefined);
}

export function claim(evidence: Evidence): void {
  for (const occurrence of evidence.done) occurrence.claimed = true;
  for (const occurrence of evidence.started) occurrence.begun = true;
}

function chooseFor(run: ReplayRun, asked: Asked, matcher: Matcher, bounds: Bounds): Choice | undefined {
  if (matcher.type === 'anyOf') {
    return matcher.of
      .filter((part) => isObservable(part, run.context))
      .map((part) => chooseFor(run, asked, part, bounds))
      .filter((choice) => choice !== undefined)
      .sort((a, b) => a.tier - b.tier || (exitOf(a)?.seq ?? 0) - (exitOf(b)?.seq ?? 0))[0];
  }
  if (matcher.type === 'allOf') {
    const parts = matcher.of.map((part) => chooseFor(run, asked, part, bounds));
    if (parts.some((part) => part === undefined)) return undefined;
    const found = parts as Choice[];
    return {
      done: found.flatMap(({ done }) => done),
      started: found.flatMap(({ started }) => started),
      shared: found.some(({ shared }) => shared),
      tier: Math.max(...found.map(({ tier }) => tier)) as 1 | 2 | 3,
    };
  }
  return chooseSimple(run, asked, matcher, bounds);
}

function chooseSimple(run: ReplayRun, asked: Asked, matcher: SimpleMatcher, bounds: Bounds): Choice | undefined {
  const list = keyed(matcher, asked.scope, run);
  if (list.length === 0) return undefined;
  let afterHard: Choice | undefined;
  let anywhere: Choice | undefined;
  for (let i = 0; i < list.length; i += 1) {
    const occurrence = list[i] as Occurrence;
    if (occurrence.claimed || !fitsDone(run, asked, matcher, occurrence)) continue;
    const tier = tierOf(run, occurrence, bounds);
    if (
      tier === 3 &&
      (anywhere !== undefined || !bounds.anywhere || fitsAnotherStep(run, asked, matcher, occurrence))
    ) {
      continue;
    }
    if (tier === 2 && afterHard !== undefined) continue;
    const choice = withStarted(run, asked, occurrence, bounds, tier);
    if (choice === undefined) continue;
    if (tier === 1) {
      if (fitsLaterStep(run, asked, list, i)) continue;
      if (afterHard !== undefined && isMadeAnew(run, asked, afterHard.done[0] as Occurrence, occurrence)) continue;
      return choice;
    }
    if (tier === 2) afterHard = choice;
    else anywhere = choice;
  }
  return afterHard ?? anywhere ?? sharedAct(run, asked, matcher, list, bounds);
}

function tierOf(run: ReplayRun, occurrence: Occurrence, { hard, soft }: Bounds): 1 | 2 | 3 {
  const begin = beginOf(occurrence);
  if (hard !== undefined && isAfter(hard, begin, run.index.lags)) return 3;
  return soft !== undefined && isAfter(soft, begin, run.index.lags) ? 2 : 1;
}

/** The choice with its beginning; undefined when one was due and none lies before. */
function withStarted(
  run: ReplayRun,
  asked: Asked,
  done: Occurrence,
  bounds: Bounds,
  tier: 1 | 2 | 3,
): Choice | undefined {
  const { started } = asked.node;
  if (started === undefined || !isObservable(started, run.context))
    return { done: [done], started: [], shared: false, tier };
  const from = tier === 3 ? undefined : bounds.hard;
  const free = new LastBefore(beginOf(done));
  const taken = new LastBefore(beginOf(done));
  for (const matcher of simpleMatchers(started)) {
    for (const occurrence of keyed(matcher, asked.scope, run)) {
      const begin = beginOf(occurrence);
      if (isAfter(begin, beginOf(done), run.index.lags)) continue;
      if (from !== undefined && isAfter(from, begin, run.index.lags)) continue;
      if (!meets(matcher, occurrence, asked.scope, run, 'any')) continue;
      if (!occurrence.begun) free.consider(occurrence);
      else if (!namesItem(asked, matcher)) taken.consider(occurrence);
    }
  }
  const begun = free.found ?? taken.found;
  return begun === undefined ? undefined : { done: [done], started: [begun], shared: free.found === undefined, tier };
}

/**
 * The last occurrence before a moment; where lags alone allow that it came before, the first such, and only if there is no
 * other. A request counts by its answer: what was written before it was answered was not written from it, and the
 * recorder sees to it that this order is kept.
 */
class LastBefore {
  readonly #moment: Point;
  #before: Occurrence | undefined;
  #within: Occurrence | undefined;

  constructor(moment: Point) {
    this.#moment = moment;
  }

  consider(occurrence: Occurrence): void {
    const begin = beginOf(occurrence);
    const known = occurrence.event.kind === 'request' ? endOf(occurrence) : begin;
    if (isAfter(known, this.#moment, {})) {
      if (this.#within === undefined || isAfter(beginOf(this.#within), begin, {})) this.#within = occurrence;
    } else if (this.#before === undefined || !isAfter(beginOf(this.#before), begin, {})) this.#before = occurrence;
  }

  get found(): Occurrence | undefined {
    return this.#before ?? this.#within;
  }
}

/** One act for many items is evidence of each of them; its granularity is another matter. */
function sharedAct(
  run: ReplayRun,
  asked: Asked,
  matcher: SimpleMatcher,
  list: readonly Occurrence[],
  bounds: Bounds,
): Choice | undefined {
  const { unit } = asked.node;
  if (unit === undefined || unit === 'artifact' || asked.node.started !== undefined || namesItem(asked, matcher)) {
    return undefined;
  }
  for (const occurrence of list) {
    if (!occurrence.claimed || !fitsDone(run, asked, matcher, occurrence)) continue;
    const tier = tierOf(run, occurrence, bounds);
    if (tier < 3) return { done: [occurrence], started: [], shared: true, tier };
  }
  return undefined;
}

/** Whether a matcher is filled from the innermost loop variable, so that each item has evidence of its own. */
export function namesItem({ node }: Pick<Asked, 'node'>, matcher: SimpleMatcher): boolean {
  const variable = node.variables.at(-1)?.name;
  if (variable === undefined) return true;
  if (matcher.where?.names.has(variable) === true) return true;
  switch (matcher.type) {
    case 'ran':
      return matcher.command.names.has(variable);
    case 'called':
      return [matcher.tool, ...Object.values(matcher.with)].some(({ names }) => names.has(variable));
    case 'delegated':
      return matcher.agent.names.has(variable);
    case 'replied':
      return false;
    default:
      return matcher.path.names.has(variable);
  }
}
