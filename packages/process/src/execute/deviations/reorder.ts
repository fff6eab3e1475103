import type { Block, Node, Process, StepNode } from '../../ast.js';
import type { Deviation } from '../deviation.js';
import { type Place, placesIn } from '../places.js';
import { certainSteps, leavesTrace, outputOf, simpleParts } from '../step-traits.js';
import { stepsUsed } from '../steps-used.js';

/** Swaps two neighbours of one block, never across a decision, which conditionality owns. */
export const reorder: Deviation = {
  name: 'reorder',
  dimension: 'ordering',
  says: 'swaps two steps',
  isAhead: true,
  applies: (process) => sitesIn(process).length > 0,
  begin(walk, process) {
    const site = walk.choose('reorder', sitesIn(process));
    if (site === undefined) return {};
    const [later] = certainSteps(site.block[site.index + 1] as Node);
    const isTried = site.parents.some(({ type }) => type === 'try');
    return {
      block(nodes, context, proceed) {
        if (nodes !== site.block) return proceed(nodes);
        // Where a fault fires, the steps of a body are a recovery, and their order a matter of error handling.
        if (isTried && context.item.some(({ key }) => walk.planted.has(key))) return proceed(nodes);
        if (later !== undefined) walk.departed(later, context.item);
        return proceed(swapped(nodes, site.index));
      },
    };
  },
};

/** The pairs, by their first node, that can be told apart and do not need each other: plain steps if there are any. */
function sitesIn(process: Process): Place[] {
  const pairs = placesIn(process).filter(({ node, block, index }) => {
    const next = block[index + 1];
    return next !== undefined && canSwap(process, node, next);
  });
  const plain = pairs.filter(({ node, block, index }) => node.type === 'step' && block[index + 1]?.type === 'step');
  return plain.length > 0 ? plain : pairs;
}

function canSwap(process: Process, first: Node, second: Node): boolean {
  const [before, after] = [certainSteps(first), certainSteps(second)];
  if (before.length === 0 || after.length === 0 || ![...before, ...after].every(leavesTrace)) return false;
  const made = new Set(before.map(({ step }) => step));
  if (stepsUsed(process, second).some((step) => made.has(step))) return false;
  if ([...before, ...after].some(({ done }) => simpleParts(done).some(({ type }) => type === 'replied'))) return false;
  return !after.some((step) => before.some((earlier) => readsOutput(step, earlier) || sameOutput(step, earlier)));
}

function readsOutput(step: StepNode, earlier: StepNode): boolean {
  const path = outputOf(earlier)?.source;
  return path !== undefined && step.reads.some(({ source }) => source === path);
}

function sameOutput(step: StepNode, earlier: StepNode): boolean {
  const path = outputOf(earlier)?.source;
  return path !== undefined && path === outputOf(step)?.source;
}

function swapped(nodes: Block, index: number): Block {
  const [first, second] = [nodes[index], nodes[index + 1]];
  if (first === undefined || second === undefined) return nodes;
  return [...nodes.slice(0, index), second, first, ...nodes.slice(index + 2)];
}
