import type { AgentEvent, ToolEvent } from '@obey/schema';
import type { ForEachNode, SimpleMatcher } from '../ast.js';
import { namesItem } from './choosing.js';
import { beginOf, listOf, type Occurrence } from './event-index.js';
import { textOf, wordsIn } from './event-scope.js';
import { filled, keyed, meets, simpleMatchers } from './matching.js';
import type { RegionPart } from './region.js';
import type { Instance, ReplayRun } from './replay-run.js';
import { fitsAnotherStep } from './rivalry.js';

/** The act that an item's work rests on; undefined when it cannot be told. */
type Act = string | undefined;

/**
 * One act of the declared unit for one item: per item 1/max(m, s), where m counts the items that its act covers and s the
 * acts that produced parts of it; a size bound multiplies. Where the unit is the artifact and its path names the item,
 * the path is the unit and none is emitted.
 */
export function emitGranularity(run: ReplayRun, node: ForEachNode, parts: readonly RegionPart[]): void {
  const items = parts.flatMap(({ span }) => {
    const instance = span.instances.find(
      (candidate) => candidate.node.unit !== undefined && bearsUnit(candidate, node),
    );
    return instance === undefined
      ? []
      : [{ instance, complete: span.missing === undefined && instance.state === 'done' }];
  });
  if (items.length === 0) return;
  run.present.add('granularity');
  const complete = items.filter((item) => item.complete).map(({ instance }) => instance);
  const acts = complete.map((instance) => actOf(run, node, instance));
  const covered = new Map<string, number>();
  for (const act of acts) if (act !== undefined) covered.set(act, (covered.get(act) ?? 0) + 1);
  complete.forEach((instance, i) => {
    const act = acts[i];
    emitItem(run, node, instance, act, act === undefined ? 0 : (covered.get(act) ?? 1));
  });
}

function emitItem(run: ReplayRun, node: ForEachNode, instance: Instance, act: Act, many: number): void {
  const several = actsFor(run, node, instance);
  const size = sizeFactor(run, node, instance);
  const bySize = node.unit === 'artifact';
  const credit = (bySize ? 1 : 1 / Math.max(many, several, 1)) * size.factor;
  const hidden = !bySize && act === undefined;
  run.emit({
    dimension: 'granularity',
    group: node.id,
    step: instance.node.step,
    item: instance.key,
    weight: 1,
    credit: hidden ? 0 : credit,
    exercised: true,
    observable: !hidden || isLost(run, instance),
    code: many > 1 ? 'lumped' : several > 1 ? 'split' : 'too-large',
    due: bySize ? `at most ${node.maxWords} words` : `one ${node.unit} for each ${node.variable}`,
    seen:
      many > 1
        ? `one ${node.unit} for ${many} items`
        : several > 1
          ? `${several} acts for one item`
          : `${size.words} words`,
    cites: [
      ...new Set(
        [...(instance.evidence?.started ?? []), ...(instance.evidence?.done ?? [])].map(({ event }) => event.seq),
      ),
    ].sort((a, b) => a - b),
  });
}

/** Whether a step of the loop's body carries its unit. */
function bearsUnit({ node: step }: Instance, node: ForEachNode): boolean {
  if (step.variables.at(-1)?.name !== node.variable) return false;
  if (node.unit === 'artifact')
    return (
      node.maxWords !== undefined || !simpleMatchers(step.done).some((matcher) => namesItem({ node: step }, matcher))
    );
  if (node.unit !== 'request') return true;
  return simpleMatchers(step.started ?? step.done).some(({ type }) => type === 'requested');
}

function actOf(run: ReplayRun, node: ForEachNode, instance: Instance): Act {
  const { evidence } = instance;
  const source = evidence?.started[0] ?? evidence?.done.at(-1);
  if (source === undefined) return undefined;
  if (node.unit === 'artifact') return 'artifact';
  if (node.unit === 'request') return source.event.kind === 'request' ? `request ${source.event.seq}` : undefined;
  const call = callFor(run, evidence?.done.at(-1) ?? source) ?? callFor(run, source);
  if (call === undefined) return undefined;
  return node.unit === 'agent' ? `agent ${call.kind === 'agent' ? call.id : call.actor}` : `call ${call.seq}`;
}

function callFor(run: ReplayRun, { event }: Occurrence): ToolEvent | AgentEvent | undefined {
  if (event.kind === 'tool' || event.kind === 'agent') return event;
  if (event.kind === 'file') return run.index.callOf(event.path, event.start);
  if (event.kind !== 'request') return undefined;
  const open = run.index.openCalls(event.start, (run.index.lags.service ?? 0) + (run.index.lags.harness ?? 0));
  return open.length === 1 ? open[0] : undefined;
}

/** With no call open at all where calls are promised, the log is missing: that is not the same as ambiguous. */
function isLost(run: ReplayRun, { evidence }: Instance): boolean {
  const source = evidence?.done.at(-1);
  return (
    run.context.observable.harness && source !== undefined && run.index.openCalls(source.event.start, 0).length === 0
  );
}

/** Acts that produced parts of one item: requests that asked for or sent different parts, or calls that each added to what was there. */
function actsFor(run: ReplayRun, node: ForEachNode, instance: Instance): number {
  if (node.unit === 'artifact') return 1;
  return node.unit === 'request' ? partRequests(run, instance) : partWrites(run, node, instance);
}

function partRequests(run: ReplayRun, instance: Instance): number {
  const { node, scope, hard, exit } = instance;
  const parts = new Set<string>();
  for (const matcher of simpleMatchers(node.started ?? node.done)) {
    if (matcher.type !== 'requested' || !namesItem({ node }, matcher)) continue;
    for (const occurrence of keyed(matcher, scope, run)) {
      const { event } = occurrence;
      const begin = beginOf(occurrence);
      if (event.kind !== 'request' || event.status >= 400 || (hard !== undefined && begin.time < hard.time)) continue;
      // What came after the end is part of this item only where nothing else could have asked for it.
      if (exit !== undefined && begin.time > exit.time && !isLeftOver(run, instance, matcher, occurrence)) continue;
      if (meets(matcher, occurrence, scope, run, 'any')) parts.add(`${event.query ?? ''} ${event.requestBody ?? ''}`);
    }
  }
  return Math.max(1, parts.size);
}

/** A request that ends its item, sent again with something else, though no step or round is left to claim it. */
function isLeftOver(run: ReplayRun, instance: Instance, matcher: SimpleMatcher, occurrence: Occurrence): boolean {
  return (
    instance.node.started === undefined && !occurrence.claimed && !fitsAnotherStep(run, instance, matcher, occurrence)
  );
}

function partWrites(run: ReplayRun, node: ForEachNode, instance: Instance): number {
  const acts = new Set<string>();
  for (const matcher of simpleMatchers(instance.node.done)) {
    if (matcher.type !== 'wrote' || !namesItem(instance, matcher)) continue;
    let whole = '';
    for (const version of listOf(run.index.files, filled(matcher.path, instance.scope))) {
      const text = textOf(version, run.context) ?? '';
      const adds = whole !== '' && text.length > whole.length && text.startsWith(whole);
      const call = callFor(run, version);
      const act =
        call === undefined ? `version ${version.event.seq}` : node.unit === 'agent' ? call.actor : `${call.seq}`;
      if (!adds) acts.clear();
      acts.add(act);
      whole = text;
    }
  }
  return Math.max(1, acts.size);
}

function sizeFactor(run: ReplayRun, node: ForEachNode, { evidence }: Instance): { factor: number; words: number } {
  const text =
    evidence === undefined ? undefined : evidence.done.map((done) => textOf(done, run.context)).find(Boolean);
  if (node.maxWords === undefined || text === undefined) return { factor: 1, words: 0 };
  const words = wordsIn(text);
  return { factor: words <= node.maxWords ? 1 : node.maxWords / words, words };
}
