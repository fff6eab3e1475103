import { differingFields } from './conditions.js';
import type { Instance, ReplayRun } from './replay-run.js';
import { valueAt, versionAt } from './values-in-time.js';

/**
 * Recorded fields that differ from what the page served. A difference violates the recording step when it decided a
 * condition differently, or when it stands in more than one item and more than a fifth of them; else it is a slip, which
 * counts under correctness alone.
 */
export function judgeProofs(run: ReplayRun): void {
  const byStep = new Map<string, Instance[]>();
  for (const instance of run.all) {
    if (
      instance.state !== 'done' ||
      instance.left ||
      (instance.node.yields === undefined && instance.node.proof === undefined)
    )
      continue;
    const list = byStep.get(instance.node.step);
    if (list === undefined) byStep.set(instance.node.step, [instance]);
    else list.push(instance);
  }
  for (const [step, instances] of byStep) {
    const wrong = instances.flatMap((instance) => {
      const fields = wrongFields(run, instance);
      return fields === undefined ? [] : [{ instance, fields }];
    });
    const many = wrong.length > 1 && wrong.length > instances.length / 5;
    for (const { instance, fields } of wrong) {
      if (many || instance.misled) violate(run, instance, fields);
      else run.notes.push(`${step} of ${instance.key}: a slip in ${fields.join(', ')}`);
    }
    for (const instance of instances) {
      if (instance.misled && !wrong.some((one) => one.instance === instance)) violate(run, instance, []);
    }
  }
}

function wrongFields(run: ReplayRun, instance: Instance): string[] | undefined {
  if (instance.node.proof === undefined) return undefined;
  const differs = differingFields(run, instance, valueAt(run, instance, instance.consumed), instance.consumed);
  return differs === undefined ? undefined : Object.keys(differs);
}

function violate(run: ReplayRun, instance: Instance, fields: readonly string[]): void {
  const { unit } = instance;
  if (unit === undefined) return;
  const version = versionAt(run, instance, instance.consumed);
  unit.credit = 0;
  unit.code = 'value-wrong';
  unit.seen =
    fields.length === 0
      ? 'a value that its condition cannot be decided on'
      : `${fields.join(', ')} differ from the page`;
  if (version !== undefined && !unit.cites.includes(version.event.seq))
    unit.cites = [...unit.cites, version.event.seq].sort((a, b) => a - b);
}
