import type { Aggregate } from '../ast.js';
import { itemKey } from '../items/item-key.js';
import { itemVariables } from '../items/item-variables.js';
import { isAfter, type Point } from './point.js';
import type { Instance, ReplayRun } from './replay-run.js';
import { recordedAt, valueAt } from './values-in-time.js';

/** One input of an aggregate: the loop variables of its item, and its value. */
export interface AggregateInput {
  readonly key: string;
  readonly item: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  readonly instance: Instance;
}

/** Whether any input of an aggregate has yielded. */
export function hasInputs(run: ReplayRun, aggregate: Aggregate, instance: Pick<Instance, 'item'>): boolean {
  return aggregate.of.some((step) =>
    run.instances
      .entries(step, instance.item)
      .some(({ value }) => (value as Instance).state === 'done' && !(value as Instance).left),
  );
}

/** Per item the value of the last step in `of` that had yielded when the aggregate was written, at `at`. */
export function inputsOf(
  run: ReplayRun,
  instance: Instance,
  aggregate: Aggregate,
  at: Point | undefined,
): AggregateInput[] {
  return collect(run, instance, aggregate, (input) => {
    if (input.state !== 'done' || input.exit === undefined) return undefined;
    if (at !== undefined && isAfter(input.exit, at, run.index.lags)) return undefined;
    if (at !== undefined && (input.consumed === undefined || isAfter(input.consumed, at, {}))) input.consumed = at;
    return valueAt(run, input, at);
  });
}

/** The same of everything that was recorded, proven or not; without `at`, in the end. */
export function recordedInputsOf(
  run: ReplayRun,
  instance: Instance,
  aggregate: Aggregate,
  at?: Point,
): AggregateInput[] {
  return collect(run, instance, aggregate, (input) => recordedAt(run, input, at));
}

function collect(
  run: ReplayRun,
  instance: Instance,
  aggregate: Aggregate,
  valueIn: (input: Instance) => unknown,
): AggregateInput[] {
  const byKey = new Map<string, AggregateInput>();
  for (const step of aggregate.of) {
    for (const { item, value: entry } of run.instances.entries(step, instance.item)) {
      const input = entry as Instance;
      const value = input.left ? undefined : valueIn(input);
      if (value === undefined) continue;
      byKey.set(itemKey(item), { key: itemKey(item), item: itemVariables(item), value, instance: input });
    }
  }
  return [...byKey.values()].sort((a, b) => run.instances.compare(a.instance.item, b.instance.item));
}
