import type { StepNode } from '../ast.js';
import { hasInputs } from './aggregate-inputs.js';
import { chooseEvidence, claim, entryOf, exitOf } from './choosing.js';
import { citesOf } from './citing.js';
import { dueText } from './due-text.js';
import { beginOf, type Occurrence } from './event-index.js';
import { groundlessness } from './inputs.js';
import { filled, isObservable, keyed, meets, simpleMatchers } from './matching.js';
import { isAfter, type Point } from './point.js';
import { emptySpan, type Frame, type Instance, type MutableUnit, type ReplayRun, type Span } from './replay-run.js';
import { emitAtMost, emitReads } from './step-extras.js';
import { walkForbidden } from './walk-forbidden.js';

/** One due occurrence of a step: finds its evidence, claims it, and emits the unit of its presence. */
export function walkStep(run: ReplayRun, node: StepNode, frame: Frame): Span {
  if (node.atMost === 0) return walkForbidden(run, node, frame);
  const instance: Instance = {
    node,
    item: frame.item,
    key: frame.key,
    scope: frame.scope,
    hard: frame.hard,
    state: 'missing',
    left: false,
    misled: false,
    silent: frame.silent,
  };
  noteAsked(run, instance);
  const observable = isObservable(node.done, run.context);
  const choice = observable
    ? chooseEvidence(run, instance, { hard: frame.hard, soft: frame.soft, anywhere: frame.cycle < 2 })
    : undefined;
  if (choice !== undefined) {
    claim(choice);
    instance.evidence = choice;
    const entry = entryOf(choice);
    const exit = exitOf(choice);
    if (entry !== undefined) instance.entry = entry;
    if (exit !== undefined) instance.exit = exit;
    const groundless = node.proof === undefined ? groundlessness(run, node.step, choice) : undefined;
    if (groundless !== undefined) instance.groundless = groundless;
    instance.state = groundless === undefined ? 'done' : 'unexercised';
  } else if (!observable || readNotPromised(run, node)) {
    instance.state = 'unobservable';
  }
  if (node.aggregate !== undefined && instance.state !== 'unobservable' && !hasInputs(run, node.aggregate, instance)) {
    instance.state = 'unexercised';
  }
  register(run, instance);
  if (!frame.silent) {
    emitPresence(run, instance);
    emitReads(run, instance, frame.cycle > 0);
    emitAtMost(run, instance);
  }
  return spanOf(run, instance);
}

/** The span of one instance, for whoever walks around it. */
function spanOf(run: ReplayRun, instance: Instance): Span {
  const { node, key, state } = instance;
  if (node.aggregate !== undefined && state === 'unexercised') return { ...emptySpan, instances: [instance] };
  const { entry, exit } = instance;
  const groundless = instance.groundless !== undefined;
  const leftOut = node.optional && (state === 'missing' || state === 'unobservable');
  return {
    due: !leftOut,
    entries: leftOut
      ? []
      : [
          {
            step: node.step,
            item: key,
            point: entry,
            decided: false,
            groundless,
            observable: state !== 'unobservable',
          },
        ],
    exits: exit === undefined ? [] : [{ point: exit, step: node.step, item: key, groundless }],
    instances: [instance],
    acts: requestsOf(run, instance),
    missing: state === 'missing' && !node.optional ? { step: node.step, item: key } : undefined,
  };
}

function register(run: ReplayRun, instance: Instance): void {
  run.all.push(instance);
  const { step } = instance.node;
  const known = run.instances.has(step, instance.item);
  if (!known || instance.state === 'done' || instance.state === 'unexercised') {
    run.instances.set(step, instance.item, instance);
  }
}

function noteAsked(run: ReplayRun, { node, scope }: Instance): void {
  for (const matcher of simpleMatchers(node.done))
    if (matcher.type === 'wrote') run.asked.push(filled(matcher.path, scope));
}

/** A read that neither tool nor command shows is not promised once some command ran. */
function readNotPromised(run: ReplayRun, node: StepNode): boolean {
  return run.index.shells.length > 0 && simpleMatchers(node.done).every(({ type }) => type === 'read');
}

function emitPresence(run: ReplayRun, instance: Instance): void {
  const { node, key, state } = instance;
  if (node.aggregate !== undefined || (node.optional && state !== 'done')) return;
  const unit: MutableUnit = {
    dimension: homeOf(run, node.step),
    group: node.id,
    step: node.step,
    item: key,
    weight: 1,
    credit: state === 'done' ? 1 : 0,
    exercised: state !== 'unexercised',
    observable: state !== 'unobservable',
    code: instance.groundless === 'altogether' ? 'from-nothing' : 'step-missing',
    due: dueText(node, instance.scope),
    seen: seenOf(instance),
    cites: citesOf(instance),
  };
  if (state === 'unexercised') unit.because = { step: run.facts.inputs.get(node.step)?.first ?? node.step, item: '' };
  instance.unit = run.emit(unit);
}

/** The dimension in which the presence of a step counts. */
function homeOf({ facts }: ReplayRun, step: string): MutableUnit['dimension'] {
  if (facts.splitters.has(step)) return 'granularity';
  return facts.recoveries.has(step) ? 'errorHandling' : 'completeness';
}

function seenOf({ state, evidence }: Instance): string {
  if (state === 'done') return 'done';
  if (state === 'unexercised') return 'written before anything was read, requested or run';
  if (state === 'unobservable') return 'not observable';
  return evidence === undefined ? 'no evidence' : 'evidence that does not hold';
}

/** The requests that belong to an instance: all that fit its `started` or `done`, up to its exit. */
function requestsOf(run: ReplayRun, { node, scope, hard, exit }: Instance): readonly Occurrence[] {
  if (exit === undefined) return [];
  const matchers = [node.started, node.done].flatMap((matcher) =>
    matcher === undefined ? [] : simpleMatchers(matcher),
  );
  const acts = new Set<Occurrence>();
  for (const matcher of matchers) {
    if (matcher.type !== 'requested') continue;
    for (const occurrence of keyed(matcher, scope, run)) {
      if (within(run, occurrence, hard, exit) && meets(matcher, occurrence, scope, run, 'any')) acts.add(occurrence);
    }
  }
  return [...acts];
}

function within(run: ReplayRun, occurrence: Occurrence, from: Point | undefined, to: Point): boolean {
  if (from !== undefined && isAfter(from, beginOf(occurrence), run.index.lags)) return false;
  return !isAfter(beginOf(occurrence), to, run.index.lags);
}
