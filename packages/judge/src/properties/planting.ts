import type { Dimension } from '@obey/schema';
import type { Case } from './case.js';
import type { Deviations, Schedule } from './schedule.js';
import type { Spec, StepSpec } from './spec.js';

/** One deviation that a case allows, with the dimension at fault. */
export interface Planting {
  readonly name: string;
  readonly dimension: Dimension;
  readonly deviations: Deviations;
}

/** Steps that stand directly before another step in a block where nothing decides, neither using the other. */
function swappable(specs: readonly Spec[], keepsFirst: boolean): StepSpec[] {
  const found: StepSpec[] = [];
  specs.forEach((spec, index) => {
    const next = specs[index + 1];
    const plain = (one: Spec | undefined): one is StepSpec =>
      one?.kind === 'step' && !one.optional && one.combines === undefined;
    // The very first act makes the others count, and the first of a parallel part is what overlaps.
    if (plain(spec) && plain(next) && !(keepsFirst && index === 0)) found.push(spec);
    if (spec.kind === 'forEach') found.push(...swappable(spec.body, spec.mode === 'parallel'));
    if (spec.kind === 'parallel') found.push(...spec.branches.flatMap((branch) => swappable(branch, true)));
    if (spec.kind === 'if' && spec.on.type === 'fact') {
      found.push(...swappable(spec.whenTrue, false), ...swappable(spec.whenFalse, false));
    }
  });
  return found;
}

/** Every single deviation that can be planted in a run which was obedient. */
export function plantings({ spec }: Case, run: Schedule): Planting[] {
  const at = (step: string, item: string) => (one: string, other: string) => one === step && other === item;
  const found: Planting[] = [];
  const seen = new Set<string>();
  const shell = run.done.some(({ spec: made }) => made.does === 'run');
  for (const { step, item, spec: made, owner } of run.done) {
    // Once a command ran, a read is not promised.
    if (made.does === 'read' && shell) continue;
    if (made.optional || owner !== 'itself' || seen.has(`${step} ${item}`)) continue;
    seen.add(`${step} ${item}`);
    found.push({
      name: `skip ${step} ${item}`,
      dimension: made.combines === undefined ? 'completeness' : 'aggregation',
      deviations: { skips: at(step, item) },
    });
  }
  for (const { decision, item, kind } of run.decisions) {
    if (kind === 'fact') continue;
    found.push({
      name: `flip ${decision} ${item}`,
      dimension: 'conditionality',
      deviations: { flips: (one, other) => one === decision && other === item },
    });
  }
  for (const [loop, mode] of run.loops) {
    if (mode === 'any') continue;
    const deviations: Deviations =
      mode === 'parallel' ? { serializes: (one) => one === loop } : { parallelizes: (one) => one === loop };
    found.push({
      name: `${mode === 'parallel' ? 'serialize' : 'parallelize'} ${loop}`,
      dimension: 'parallelism',
      deviations,
    });
  }
  const done = new Set(run.done.map(({ step }) => step));
  for (const first of swappable(spec.nodes, true)) {
    if (!done.has(first.id)) continue;
    found.push({ name: `swap ${first.id}`, dimension: 'ordering', deviations: { swaps: (step) => step === first.id } });
  }
  for (const { body, item } of run.faulted) {
    found.push({
      name: `swallow ${body} ${item}`,
      dimension: 'errorHandling',
      deviations: { swallows: at(body, item) },
    });
  }
  for (const step of new Set(run.combined)) {
    found.push({ name: `drop ${step}`, dimension: 'aggregation', deviations: { drops: (one) => one === step } });
  }
  return found;
}
