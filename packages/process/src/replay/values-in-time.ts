import type { PageProof } from '@obey/schema';
import { beginOf, endOf, listOf, type Occurrence } from './event-index.js';
import { contentOf, jsonOf, textOf } from './event-scope.js';
import { filled, keyed, simpleMatchers } from './matching.js';
import { isAfter, type Point } from './point.js';
import type { Instance, ReplayRun } from './replay-run.js';

/**
 * The value of a step for one item as a consumer at `at` saw it: the last version before its own evidence, else the
 * first that was yielded. Without `at`, the final one. Undefined when there is none.
 */
export function valueAt(run: ReplayRun, instance: Instance, at?: Point): unknown {
  const version = versionAt(run, instance, at);
  if (version === undefined) return undefined;
  if (instance.node.yields?.type !== 'file' || version.event.kind === 'request') return contentOf(version, run.context);
  return isJson(instance) ? jsonOf(version, run.context) : textOf(version, run.context);
}

/** What stood at `at` in the file that a step yields, whether or not it counts as done; without `at`, in the end. */
export function recordedAt(run: ReplayRun, instance: Instance, at?: Point): unknown {
  if (instance.state === 'done' || instance.node.yields?.type !== 'file') return valueAt(run, instance, at);
  const version = versionsOf(run, instance).findLast(
    (candidate) => (at === undefined || !isAfter(endOf(candidate), at, {})) && isReadable(run, instance, candidate),
  );
  if (version === undefined) return undefined;
  return isJson(instance) ? jsonOf(version, run.context) : textOf(version, run.context);
}

/** The event that holds that value. */
export function versionAt(run: ReplayRun, instance: Instance, at?: Point): Occurrence | undefined {
  const { yields } = instance.node;
  const done = instance.evidence?.done.at(-1);
  if (yields === undefined || done === undefined || instance.left) return undefined;
  const list = versionsOf(run, instance);
  const first = firstYield(instance, done, list);
  let best = first;
  for (const version of list) {
    if (first !== undefined && version.event.seq <= first.event.seq) continue;
    if (at !== undefined && isAfter(endOf(version), at, {})) break;
    if (isReadable(run, instance, version)) best = version;
  }
  return best;
}

/** What the item's page served to whoever wrote this version: the newest answer before it, and any older ones. */
export function servedBefore(run: ReplayRun, instance: Instance, version: Occurrence): readonly PageProof['fields'][] {
  const { started } = instance.node;
  if (started === undefined) return [];
  const served: PageProof['fields'][] = [];
  for (const matcher of simpleMatchers(started)) {
    for (const occurrence of keyed(matcher, instance.scope, run)) {
      const { event } = occurrence;
      if (event.kind !== 'request' || event.proof === undefined || event.status >= 400) continue;
      if (event.proof.item !== instance.key || isAfter(beginOf(occurrence), beginOf(version), run.index.lags)) continue;
      if (instance.hard !== undefined && isAfter(instance.hard, beginOf(occurrence), run.index.lags)) continue;
      served.unshift(event.proof.fields);
    }
  }
  return served;
}

function versionsOf(run: ReplayRun, { node, scope }: Instance): readonly Occurrence[] {
  if (node.yields?.type === 'file') return listOf(run.index.files, filled(node.yields.path, scope));
  const wanted = node.yields?.type === 'reply' ? 'replied' : 'requested';
  return simpleMatchers(node.done)
    .filter(({ type }) => type === wanted)
    .flatMap((matcher) => keyed(matcher, scope, run))
    .filter(({ event }) => event.kind !== 'request' || event.status < 400);
}

/** A step may yield another file than the one that shows it is done. */
function firstYield(instance: Instance, done: Occurrence, list: readonly Occurrence[]): Occurrence | undefined {
  if (list.includes(done)) return done;
  const before = list.filter((version) => !isAfter(endOf(version), endOf(done), {}));
  return before.at(-1) ?? list[0] ?? (instance.node.yields?.type === 'file' ? undefined : done);
}

function isReadable(run: ReplayRun, instance: Instance, version: Occurrence): boolean {
  const { event } = version;
  if (event.kind === 'file' && event.partial === true) return false;
  if (instance.node.yields?.type !== 'file' || !isJson(instance)) return true;
  return jsonOf(version, run.context) !== undefined;
}

function isJson({ node }: Instance): boolean {
  return node.yields?.type === 'file' && node.yields.path.source.endsWith('.json');
}
