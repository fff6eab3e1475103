import type { Item, Process } from '../ast.js';
import type { StepValues } from '../items/step-values.js';

/** The values of all steps as seen where `item` is bound, by step id, each looked up when it is asked for. */
export function visibleValues(process: Process, values: StepValues, item: Item): Readonly<Record<string, unknown>> {
  const visible: Record<string, unknown> = {};
  for (const step of process.steps.keys()) {
    Object.defineProperty(visible, step, { get: () => values.get(step, item), enumerable: true });
  }
  return visible;
}
