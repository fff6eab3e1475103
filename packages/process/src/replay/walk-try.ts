import type { TryNode } from '../ast.js';
import { attemptsOf, recoveryUnit } from './attempts.js';
import { isObservable } from './matching.js';
import { isPlanned, probe } from './probe.js';
import { recover } from './recovery.js';
import type { Frame, ReplayRun, Span } from './replay-run.js';
import { firstStep, unexercised } from './unreached.js';

/** A body whose faults are met as prescribed. Where a fault fired, the try owns that item's body; elsewhere it is ordinary work. */
export async function walkTry(run: ReplayRun, node: TryNode, frame: Frame): Promise<Span> {
  if (!isObservable(node.on, run.context)) return await walkUnseen(run, node, frame);
  const attempts = attemptsOf(run, node, frame);
  const first = attempts.findIndex(({ fault }) => fault);
  const success = attempts.findIndex(({ fault }) => !fault);
  const planned = isPlanned(run, node, frame);
  // What a wrong decision led to is the decision's, faults included.
  if (planned && !frame.silent) run.present.add('errorHandling');
  if (first >= 0 && (success < 0 || first < success)) {
    if (!frame.silent) run.present.add('errorHandling');
    return await recover(run, node, frame, attempts.slice(first));
  }
  const span = await run.walk(node.body, frame);
  await emitWithoutFault(run, node, frame, span, planned);
  return span;
}

/** A recovery that nothing called for, or a planned fault that was never provoked. */
async function emitWithoutFault(
  run: ReplayRun,
  node: TryNode,
  frame: Frame,
  span: Span,
  planned: boolean,
): Promise<void> {
  const uncalled = node.otherwise.length === 0 ? undefined : probe(run, node.otherwise, frame, frame.hard);
  if (uncalled !== undefined) await run.walk(node.otherwise, { ...frame, silent: true });
  if (frame.silent) return;
  const step = firstStep(node.otherwise)?.step ?? firstStep(node.body)?.step ?? '';
  if (uncalled !== undefined) {
    run.present.add('errorHandling');
    run.emit({
      ...recoveryUnit(node, frame, step),
      credit: 0,
      code: 'recovery-uncalled',
      due: `not ${uncalled.step}: no fault fired`,
      seen: `${uncalled.step} was done`,
      cites: [...uncalled.evidence.started, ...uncalled.evidence.done].map(({ event }) => event.seq),
    });
  } else if (planned) {
    run.emit(
      unexercised(
        'errorHandling',
        node.id,
        step,
        frame.key,
        span.missing ?? { step: firstStep(node.body)?.step ?? '', item: frame.key },
      ),
    );
  }
}

/** Faults cannot be seen: an item whose `otherwise` was carried out is taken to have left by it. */
async function walkUnseen(run: ReplayRun, node: TryNode, frame: Frame): Promise<Span> {
  const gaveUp = node.otherwise.length === 0 ? undefined : probe(run, node.otherwise, frame, frame.hard);
  const span = await run.walk(node.body, { ...frame, silent: frame.silent || gaveUp !== undefined });
  if (gaveUp === undefined) return span;
  const recovery = await run.walk(node.otherwise, { ...frame, silent: true });
  if (span.missing !== undefined) for (const instance of span.instances) instance.left = true;
  if (!frame.silent) {
    const unit = recoveryUnit(node, frame, firstStep(node.otherwise)?.step ?? '');
    run.emit({ ...unit, observable: false, seen: 'whether a fault fired is not observable' });
  }
  return { ...span, exits: [...span.exits, ...recovery.exits], missing: undefined };
}
