import type { Item } from '../ast.js';
import { beginOf, endOf, listOf, type Occurrence } from './event-index.js';
import { type Asked, fitsDone } from './fitting.js';
import { filled, keyed, simpleMatchers } from './matching.js';
import { isAfter, later, type Point } from './point.js';
import type { Cause, Instance, ReplayRun } from './replay-run.js';
import { fitsAnotherStep } from './rivalry.js';

/** Inputs that a step had to read before its work was done: one unit each. `repeated`: it stands in a repeat. */
export function emitReads(run: ReplayRun, instance: Instance, repeated: boolean): void {
  const { node, key, exit, scope } = instance;
  if (node.reads.length === 0) return;
  const until = exit === undefined || repeated ? exit : lastDone(run, instance, exit);
  for (const template of node.reads) {
    const path = filled(template, scope);
    const read = listOf(run.index.reads, path).find(
      (occurrence) => until === undefined || !isAfter(beginOf(occurrence), until, run.index.lags),
    );
    const promised = run.context.observable.reads && (read !== undefined || run.index.shells.length === 0);
    const because =
      exit === undefined
        ? { step: node.step, item: key }
        : read === undefined
          ? neverMade(run, path, instance.item)
          : undefined;
    run.emit({
      dimension: 'completeness',
      group: `${node.id}.reads`,
      step: node.step,
      item: key,
      weight: 1,
      credit: read === undefined ? 0 : 1,
      exercised: because === undefined,
      observable: promised,
      code: 'input-unread',
      due: `read ${path} before ${node.step}`,
      seen: read === undefined ? 'not read before it' : 'read',
      cites: read === undefined ? [] : [read.event.seq],
      ...(because === undefined ? {} : { because }),
    });
  }
}

/** The step that was to make an input and did not: what is not there cannot be read. */
function neverMade(run: ReplayRun, path: string, item: Item): Cause | undefined {
  if (listOf(run.index.files, path).length > 0) return undefined;
  for (const { step, done } of run.process.steps.values()) {
    const templates = simpleMatchers(done).flatMap((matcher) => (matcher.type === 'wrote' ? [matcher.path] : []));
    if (!templates.some((template) => template.capture(path) !== null)) continue;
    for (const { value } of run.instances.entries(step, item)) {
      const maker = value as Instance;
      if (maker.state === 'missing' && templates.some((template) => filled(template, maker.scope) === path)) {
        return { step, item: maker.key };
      }
    }
  }
  return undefined;
}

/** When its work was last done: whoever leaves a stub first needs its inputs only for what takes the stub's place. */
function lastDone(run: ReplayRun, instance: Instance, exit: Point): Point {
  return simpleMatchers(instance.node.done).reduce((last, matcher) => {
    const done = keyed(matcher, instance.scope, run).findLast(
      (occurrence) =>
        !fitsAnotherStep(run, instance, matcher, occurrence) && fitsDone(run, instance, matcher, occurrence),
    );
    return done === undefined ? last : (later(last, endOf(done)) ?? last);
  }, exit);
}

/** A bound on how often: occurrences count when evidence of another step of the same item lies between them. */
export function emitAtMost(run: ReplayRun, instance: Instance): void {
  const { node, key, state } = instance;
  if (node.atMost === undefined || state !== 'done') return;
  const runs = occurrenceRuns(run, instance);
  const surplus = Math.max(0, runs.length - node.atMost);
  const present = runs.length - surplus;
  run.emit({
    dimension: 'completeness',
    group: `${node.id}.atMost`,
    step: node.step,
    item: key,
    weight: 1,
    credit: present === 0 ? 1 : present / (present + 0.25 * surplus),
    exercised: true,
    observable: true,
    code: 'step-surplus',
    due: `at most ${node.atMost}`,
    seen: `${runs.length}`,
    cites: runs.flat().map(({ event }) => event.seq),
  });
}

function occurrenceRuns(run: ReplayRun, asked: Asked & Pick<Instance, 'item'>): Occurrence[][] {
  const fitting = simpleMatchers(asked.node.done)
    .flatMap((matcher) => keyed(matcher, asked.scope, run).filter((found) => fitsDone(run, asked, matcher, found)))
    .sort((a, b) => a.event.seq - b.event.seq);
  const others = otherEvidence(run, asked);
  const runs: Occurrence[][] = [];
  for (const occurrence of fitting) {
    const last = runs.at(-1);
    const previous = last?.at(-1);
    const apart =
      previous === undefined ||
      others.some(
        (other) =>
          other.event.seq > previous.event.seq &&
          isAfter(beginOf(occurrence), endOf(other), {}) &&
          other.event.seq < occurrence.event.seq,
      );
    if (apart || last === undefined) runs.push([occurrence]);
    else last.push(occurrence);
  }
  return runs;
}

/** Evidence of the other steps of the same item. */
function otherEvidence(run: ReplayRun, asked: Asked & Pick<Instance, 'item'>): Occurrence[] {
  const kinds = new Set(asked.item.map(({ kind }) => kind));
  return [...run.process.steps.values()]
    .filter(
      ({ step, variables }) =>
        step !== asked.node.step && variables.every(({ kind }) => kinds.has(kind)) && variables.length === kinds.size,
    )
    .flatMap((node) =>
      simpleMatchers(node.done).flatMap((matcher) =>
        keyed(matcher, asked.scope, run).filter((found) => fitsDone(run, { ...asked, node }, matcher, found)),
      ),
    )
    .sort((a, b) => a.event.seq - b.event.seq);
}
