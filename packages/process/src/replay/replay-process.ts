import type { TraceEvent } from '@obey/schema';
import type { Block, Expression, Item, Node, Process, Scope } from '../ast.js';
import { itemKey } from '../items/item-key.js';
import { StepValues } from '../items/step-values.js';
import { emitAggregates } from './aggregates.js';
import { EventIndex } from './event-index.js';
import { judgeProofs } from './proofs.js';
import type { FinalValue, Replay, ReplayContext } from './replay-context.js';
import type { Frame, Instance, ReplayRun, Span } from './replay-run.js';
import { staticFacts } from './static-facts.js';
import { noteUnasked } from './unasked.js';
import { valueAt } from './values-in-time.js';
import { walkCall } from './walk-call.js';
import { walkIf } from './walk-if.js';
import { walkLoop } from './walk-loop.js';
import { walkParallel } from './walk-parallel.js';
import { walkRepeat } from './walk-repeat.js';
import { walkSequence } from './walk-sequence.js';
import { walkStep } from './walk-step.js';
import { walkTry } from './walk-try.js';

/**
 * Interprets a process against a trace: every unit that was due on the path this run took, with its credit and the
 * events that it rests on. Near-linear in events plus due instances; needs the events in recorder order, one by one or,
 * which is quicker, in batches.
 *
 * @throws ObeyError `process-invalid` when recursion does not end
 */
export async function replayProcess(
  process: Process,
  events: Iterable<TraceEvent> | AsyncIterable<TraceEvent | readonly TraceEvent[]>,
  context: ReplayContext,
): Promise<Replay> {
  const index = new EventIndex(context.observable);
  if (Symbol.asyncIterator in events) {
    for await (const one of events) for (const event of Array.isArray(one) ? one : [one]) index.add(event);
  } else for (const event of events) index.add(event);
  const run = createRun(process, context, index);
  await run.walk(process.nodes, run.frameFor({ ...outermost, scope: { ...context.parameters, ...context.facts } }, []));
  await emitAggregates(run);
  judgeProofs(run);
  noteUnasked(run);
  return {
    units: run.units,
    present: run.present,
    notes: run.notes,
    values: finalValues(run),
    events: index.events,
    span: { start: index.events === 0 ? 0 : index.start, end: index.events === 0 ? 0 : index.end },
  };
}

const outermost: Frame = { item: [], key: '', scope: {}, hard: undefined, soft: undefined, cycle: 0, silent: false };

function createRun(process: Process, context: ReplayContext, index: EventIndex): ReplayRun {
  const base: Scope = { ...context.parameters, ...context.facts };
  const run: ReplayRun = {
    process,
    context,
    index,
    facts: staticFacts(process),
    instances: new StepValues(),
    all: [],
    units: [],
    present: new Set(),
    notes: [],
    asked: [],
    depth: 0,
    emit: (unit) => {
      run.units.push(unit);
      run.present.add(unit.dimension);
      return unit;
    },
    frameFor: (frame, item, extra) => ({ ...frame, item, key: itemKey(item), scope: scopeOf(base, item, extra) }),
    walk: async (block: Block, frame: Frame): Promise<Span> => await walkSequence(run, block, frame, walkNode),
    evaluate: (expression: Expression, scope: Scope) =>
      expression.evaluateSync === undefined ? expression.evaluate(scope) : expression.evaluateSync(scope),
  };
  return run;
}

function scopeOf(base: Scope, item: Item, extra: Readonly<Record<string, unknown>> | undefined): Scope {
  const scope: Record<string, unknown> = { ...base };
  for (const { variable, value } of item) scope[variable] = value;
  return extra === undefined ? scope : Object.assign(scope, extra);
}

function walkNode(run: ReplayRun, node: Node, frame: Frame): Span | Promise<Span> {
  switch (node.type) {
    case 'step':
      return walkStep(run, node, frame);
    case 'forEach':
      return walkLoop(run, node, frame);
    case 'parallel':
      return walkParallel(run, node, frame);
    case 'if':
      return walkIf(run, node, frame);
    case 'repeat':
      return walkRepeat(run, node, frame);
    case 'try':
      return walkTry(run, node, frame);
    case 'call':
      return walkCall(run, node, frame);
  }
}

function finalValues(run: ReplayRun): Map<string, readonly FinalValue[]> {
  const values = new Map<string, FinalValue[]>();
  for (const step of run.process.steps.keys()) {
    const list: FinalValue[] = [];
    for (const { item, value } of run.instances.entries(step, [])) {
      const instance = value as Instance;
      const final = instance.state === 'done' && !instance.left ? valueAt(run, instance) : undefined;
      if (final !== undefined) list.push({ item, key: instance.key, value: final });
    }
    if (list.length > 0) values.set(step, list);
  }
  return values;
}
