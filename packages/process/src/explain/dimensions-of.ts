import { type Dimension, dimensions } from '@obey/schema';
import type { Block, ForEachNode, Matcher, Node, Process, StepNode } from '../ast.js';
import { innerBlocks } from '../tree/inner-blocks.js';
import { recoverySteps } from '../tree/recovery-steps.js';
import { allBlocks, everyNode } from '../tree/walk-nodes.js';

/**
 * The dimensions in which a process can make anything due, in their usual order. It is known without an instance: a
 * sealed one may leave some out, as when no fault is planned for any `try`.
 */
export function dimensionsOf(process: Process): Dimension[] {
  const found = new Set<Dimension>();
  const splitters = new Set<string>();
  const recovering = new Set<string>();
  const undoing = recoverySteps(process);
  for (const node of everyNode(process)) {
    if (node.type === 'forEach') for (const step of node.list.steps) splitters.add(step);
    if (node.type === 'try') for (const step of stepsWithin([...node.do, ...node.otherwise])) recovering.add(step.step);
    for (const dimension of dimensionsOfNode(node)) found.add(dimension);
  }
  for (const step of process.steps.values()) {
    if (step.aggregate) found.add('aggregation');
    else if (splitters.has(step.step)) found.add('granularity');
    else if (!step.optional && undoing.has(step.step)) found.add('errorHandling');
    else if (!step.optional && !recovering.has(step.step)) found.add('completeness');
    if (step.reads.length > 0 || step.atMost !== undefined) found.add('completeness');
  }
  for (const block of allBlocks(process)) if (block.slice(1).some((node) => hasEntry(node))) found.add('ordering');
  return dimensions.filter((dimension) => found.has(dimension));
}

function dimensionsOfNode(node: Node): Dimension[] {
  switch (node.type) {
    case 'forEach':
      return [
        ...(node.mode === 'any' ? [] : (['parallelism'] as const)),
        ...(node.while === undefined ? [] : (['conditionality'] as const)),
        ...(node.while !== undefined && node.do.some(hasEntry) ? (['ordering'] as const) : []),
        ...(stepsWithin(node.do).some((step) => bearsUnit(step, node)) ? (['granularity'] as const) : []),
      ];
    case 'parallel':
      return ['parallelism'];
    case 'if':
      return node.structural ? [] : ['conditionality'];
    case 'repeat':
      return ['conditionality'];
    case 'try':
      return ['errorHandling'];
    default:
      return [];
  }
}

/** Whether a boundary before it can be judged: one into a decision belongs to the decision. */
function hasEntry(node: Node): boolean {
  if (node.type === 'step' || node.type === 'call') return true;
  if (node.type === 'if' && !node.structural) return false;
  return innerBlocks(node).some((block) => block.some(hasEntry));
}

/** Whether one act per item is asked for and can be told: a path that names the item is a unit by itself. */
function bearsUnit(step: StepNode, { variable, unit, maxWords }: ForEachNode): boolean {
  if (step.variables.at(-1)?.name !== variable) return false;
  if (unit === 'artifact') return maxWords !== undefined || !names(step.done, variable);
  return unit !== 'request' || asks(step.started ?? step.done);
}

function names(matcher: Matcher, variable: string): boolean {
  if ('of' in matcher) return matcher.of.some((part) => names(part, variable));
  if ('path' in matcher) return matcher.path.names.has(variable);
  if ('command' in matcher) return matcher.command.names.has(variable);
  return false;
}

function asks(matcher: Matcher): boolean {
  return 'of' in matcher ? matcher.of.some(asks) : matcher.type === 'requested';
}

function stepsWithin(block: Block): StepNode[] {
  return block.flatMap((node) => (node.type === 'step' ? [node] : innerBlocks(node).flatMap(stepsWithin)));
}
