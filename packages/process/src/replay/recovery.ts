import type { TryNode } from '../ast.js';
import { type Attempt, lastEnd, recoveryUnit } from './attempts.js';
import { citesOf } from './citing.js';
import { isTrue } from './conditions.js';
import { beginOf, type Occurrence } from './event-index.js';
import { eventScope, jsonOf } from './event-scope.js';
import { fitsDone } from './fitting.js';
import { keyed, simpleMatchers } from './matching.js';
import { isAfter, type Point } from './point.js';
import { probe } from './probe.js';
import type { Frame, Instance, ReplayRun, Span } from './replay-run.js';
import { stepsWithin } from './static-facts.js';
import { firstStep } from './unreached.js';

/** What the faults seen so far prescribe, one after another. */
interface Course {
  readonly outcome: 'recovered' | 'otherwise' | 'abandoned';
  /** Attempts up to and with the one that settled it. */
  readonly used: readonly Attempt[];
  /** Attempts after `otherwise` was due. */
  readonly surplus: readonly Attempt[];
  /** Retries that were due. */
  readonly retries: number;
}

/**
 * One item that met a fault. After fault i ≤ max, of those that `retry.where` admits, `do` and one new attempt are due;
 * success makes the body's `done` due; any other fault makes `otherwise` due. Credit is the share of all that was due and
 * done in order; 0 when a made-up value or a silent skip took its place.
 */
export async function recover(
  run: ReplayRun,
  node: TryNode,
  frame: Frame,
  attempts: readonly Attempt[],
): Promise<Span> {
  const course = courseOf(node, frame, run, attempts);
  const settled = lastEnd(course.used);
  const obligations: { readonly met: boolean; readonly cites: readonly number[] }[] = [];
  for (let i = 1; i <= course.retries; i += 1) {
    const attempt = course.used[i];
    obligations.push({
      met: attempt !== undefined,
      cites: attempt === undefined ? [] : [attempt.occurrence.event.seq],
    });
    for (const instance of await retrySteps(run, node, frame, course.used[i - 1], attempt)) {
      obligations.push({ met: instance.state === 'done', cites: citesOf(instance) });
    }
  }
  const body = await run.walk(node.body, { ...frame, silent: true });
  const gaveUp = course.outcome === 'recovered' ? undefined : await giveUp(run, node, frame, settled, course.outcome);
  if (course.outcome === 'recovered') {
    for (const instance of required(body))
      obligations.push({ met: instance.state === 'done', cites: citesOf(instance) });
  } else if (course.outcome === 'otherwise') {
    for (const instance of body.instances) instance.left = true;
    for (const instance of required(gaveUp)) {
      obligations.push({ met: isInOrder(run, instance, settled), cites: citesOf(instance) });
    }
  } else {
    obligations.push({ met: gaveUp !== undefined, cites: (gaveUp?.instances ?? []).flatMap(citesOf) });
  }
  const invented = course.outcome === 'recovered' ? [] : madeUp(run, node, frame, course.used[0]);
  const skipped = course.outcome !== 'recovered' && node.otherwise.length > 0 && (gaveUp?.exits.length ?? 0) === 0;
  const met = obligations.filter((obligation) => obligation.met).length;
  const total = obligations.length + course.surplus.length;
  const credit = invented.length > 0 || skipped ? 0 : total === 0 ? 1 : met / total;
  const step =
    (course.outcome === 'otherwise' ? firstStep(node.otherwise) : firstStep(node.body))?.step ??
    firstStep(node.body)?.step ??
    '';
  if (!frame.silent) {
    const seqs = [...course.used, ...course.surplus].map(({ occurrence }) => occurrence.event.seq);
    const cites = [
      ...seqs,
      ...obligations.flatMap((obligation) => obligation.cites),
      ...invented.map(({ event }) => event.seq),
    ];
    run.emit({
      ...recoveryUnit(node, frame, step),
      credit,
      code:
        invented.length > 0
          ? 'value-made-up'
          : skipped
            ? 'fault-swallowed'
            : course.surplus.length > 0
              ? 'retry-surplus'
              : 'recovery-incomplete',
      due: dueText(node, course),
      seen: `${course.used.length - 1} retries, then ${invented.length > 0 ? 'a made-up value' : seenText(course, body, gaveUp)}`,
      cites: [...new Set(cites)].sort((a, b) => a - b),
    });
  }
  return spanOf(node, frame, attempts, body, gaveUp);
}

function courseOf(node: TryNode, frame: Frame, run: ReplayRun, attempts: readonly Attempt[]): Course {
  const max = node.retry?.max ?? 0;
  for (let i = 0; ; i += 1) {
    const attempt = attempts[i];
    if (attempt === undefined) return { outcome: 'abandoned', used: attempts, surplus: [], retries: i };
    if (!attempt.fault) return { outcome: 'recovered', used: attempts.slice(0, i + 1), surplus: [], retries: i };
    if (i >= max || !isAdmitted(node, frame, run, attempt.occurrence)) {
      return { outcome: 'otherwise', used: attempts.slice(0, i + 1), surplus: attempts.slice(i + 1), retries: i };
    }
  }
}

function isAdmitted(node: TryNode, frame: Frame, run: ReplayRun, fault: Occurrence): boolean {
  const where = node.retry?.where;
  return where === undefined || isTrue(where.evaluateSync?.(eventScope(where, frame.scope, fault, run.context)));
}

/** The steps of `do` between two attempts. */
async function retrySteps(
  run: ReplayRun,
  node: TryNode,
  frame: Frame,
  fault: Attempt | undefined,
  next: Attempt | undefined,
): Promise<readonly Instance[]> {
  if (node.do.length === 0 || fault === undefined) return [];
  const from = lastEnd([fault]);
  const span = await run.walk(node.do, { ...frame, silent: true, hard: from, soft: from });
  const before = next === undefined ? undefined : beginOf(next.occurrence);
  for (const instance of span.instances) {
    if (before !== undefined && instance.exit !== undefined && isAfter(instance.exit, before, run.index.lags))
      instance.state = 'missing';
  }
  return required(span);
}

async function giveUp(
  run: ReplayRun,
  node: TryNode,
  frame: Frame,
  settled: Point | undefined,
  outcome: Course['outcome'],
): Promise<Span | undefined> {
  if (node.otherwise.length === 0) return undefined;
  const early = outcome === 'abandoned';
  if (early && probe(run, node.otherwise, frame, frame.hard) === undefined) return undefined;
  return await run.walk(node.otherwise, { ...frame, silent: true, soft: settled });
}

function isInOrder(run: ReplayRun, { state, entry }: Instance, settled: Point | undefined): boolean {
  if (state !== 'done' || entry === undefined) return false;
  return settled === undefined || !isAfter(settled, entry, run.index.lags);
}

/** Values for an item that no page gave: versions of the body's output that carry what only a page could show. */
function madeUp(run: ReplayRun, node: TryNode, frame: Frame, fault: Attempt | undefined): Occurrence[] {
  const since = fault === undefined ? undefined : beginOf(fault.occurrence);
  return stepsWithin(node.body).flatMap((step) =>
    simpleMatchers(step.done).flatMap((matcher) => {
      if (matcher.type !== 'wrote') return [];
      return keyed(matcher, frame.scope, run).filter((version) => {
        if (since !== undefined && isAfter(since, beginOf(version), run.index.lags)) return false;
        if (step.proof === undefined)
          return fitsDone(run, { node: step, key: frame.key, scope: frame.scope }, matcher, version);
        const value = jsonOf(version, run.context);
        if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return false;
        return [step.proof.token, ...step.proof.fields].some((field) => (value[field] ?? null) !== null);
      });
    }),
  );
}

function required(span: Span | undefined): readonly Instance[] {
  return (span?.instances ?? []).filter(({ node }) => !node.optional);
}

function dueText(node: TryNode, { outcome, retries }: Course): string {
  const end =
    outcome === 'recovered'
      ? (firstStep(node.body)?.step ?? '')
      : outcome === 'otherwise'
        ? (firstStep(node.otherwise)?.step ?? 'to go on')
        : 'one more attempt';
  return `${outcome === 'abandoned' ? retries - 1 : retries} retries, then ${end}`;
}

function seenText({ outcome, surplus }: Course, body: Span, gaveUp: Span | undefined): string {
  const more = surplus.length > 0 ? `${surplus.length} more, then ` : '';
  if (outcome === 'recovered') return body.missing === undefined ? 'the work was done' : 'the work was left undone';
  return `${more}${(gaveUp?.exits.length ?? 0) > 0 ? (gaveUp?.exits[0]?.step ?? '') : 'nothing'}`;
}

function spanOf(node: TryNode, frame: Frame, attempts: readonly Attempt[], body: Span, gaveUp: Span | undefined): Span {
  const first = attempts[0];
  const step = firstStep(node.body)?.step ?? '';
  const exits = [...body.exits, ...(gaveUp?.exits ?? [])];
  return {
    due: true,
    entries: [
      {
        step,
        item: frame.key,
        point: first === undefined ? undefined : beginOf(first.occurrence),
        decided: false,
        observable: true,
      },
    ],
    exits: exits.length > 0 ? exits.slice(-1) : [],
    instances: [],
    acts: attempts.map(({ occurrence }) => occurrence),
    missing: exits.length > 0 ? undefined : { step, item: frame.key },
  };
}
