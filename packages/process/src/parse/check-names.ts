import type { BuildContext } from './build-context.js';
import type { ProcessShape } from './process-shape.js';
import { allNodes, isStep } from './source-walk.js';

/**
 * Reports names that stand for two things: duplicate steps, steps and a procedure's parameters that hide facts. A fact may
 * have the name of a task's parameter (how many states, and the states) and is then what the name means.
 */
export function checkNames(shape: ProcessShape, context: BuildContext): void {
  const { facts, parameters } = context.names;
  const first = new Map<string, number>();
  for (const { node, path } of allNodes(shape)) {
    if (!isStep(node)) continue;
    const own = [...path, 'step'];
    const line = first.get(node.step);
    if (line !== undefined) {
      const hint = `the first is in line ${line}; give each step an id of its own`;
      context.report(own, `duplicate step \`${node.step}\``, { hint });
    } else first.set(node.step, context.at(own).line);
    const taken = facts.has(node.step) ? 'fact' : parameters.has(node.step) ? 'parameter' : undefined;
    if (taken !== undefined) {
      context.report(own, `the step \`${node.step}\` hides a ${taken} of that name`, { hint: 'choose another id' });
    }
  }
  for (const [name, { params }] of Object.entries(shape.procedures)) {
    for (const [index, param] of params.entries()) {
      const own = ['procedures', name, 'params', index];
      if (params.indexOf(param) < index) context.report(own, `duplicate parameter \`${param}\``);
      const kind = context.names.kindOf(param, { variables: [], counters: [] });
      if (kind !== undefined)
        context.report(own, `the parameter \`${param}\` hides a ${kind} of that name`, { hint: 'choose another name' });
    }
  }
}
