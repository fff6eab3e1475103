import type { Matcher, Node, PathMatcher, RequestMatcher, SimpleMatcher, StepNode } from '../ast.js';
import { innerBlocks } from '../tree/inner-blocks.js';

/** The matchers that a combination is made of. */
export function simpleParts(matcher: Matcher | undefined): readonly SimpleMatcher[] {
  if (matcher === undefined) return [];
  return 'of' in matcher ? matcher.of.flatMap(simpleParts) : [matcher];
}

/** What the work on a step begins or ends with. */
export function matchersOf(step: StepNode): readonly SimpleMatcher[] {
  return [...simpleParts(step.started), ...simpleParts(step.done)];
}

/** The requests that the work on a step begins or ends with. */
export function requestsOf(step: StepNode): readonly RequestMatcher[] {
  return matchersOf(step).filter((matcher) => matcher.type === 'requested');
}

/** The path that a step writes, as its evidence or its value. */
export function outputOf(step: StepNode): PathMatcher['path'] | undefined {
  const written = simpleParts(step.done).find((matcher): matcher is PathMatcher => matcher.type === 'wrote');
  return written?.path ?? (step.yields?.type === 'file' ? step.yields.path : undefined);
}

/** Whether it can be seen whether a step took its input from anywhere. */
export function readsInput(step: StepNode): boolean {
  const taken = simpleParts(step.started).some(({ type }) => type === 'requested' || type === 'read' || type === 'ran');
  return taken || step.proof !== undefined || step.reads.length > 0;
}

/** A node that something has to decide on before it is due; a loop or a try's body is none. */
export function isConditional(parents: readonly Node[], node: Node): boolean {
  return parents.some((parent, index) => {
    const inner = parents[index + 1] ?? node;
    if (parent.type === 'if') return !parent.structural;
    if (parent.type === 'repeat') return true;
    return parent.type === 'try' && !parent.body.includes(inner);
  });
}

/** The steps of a node that are due whenever it is. */
export function certainSteps(node: Node): StepNode[] {
  if (node.type === 'step') return node.optional ? [] : [node];
  if (node.type === 'repeat' || (node.type === 'if' && !node.structural)) return [];
  if (node.type === 'if' && (node.whenTrue.length === 0 || node.whenFalse.length === 0)) return [];
  const blocks = node.type === 'try' ? [node.body] : innerBlocks(node);
  return blocks.flatMap((block) => block.flatMap(certainSteps));
}

/** Ordinary work: what completeness asks for. */
export function isOrdinary(step: StepNode): boolean {
  return (
    !step.optional && step.aggregate === undefined && !simpleParts(step.done).some(({ type }) => type === 'replied')
  );
}

/** Whether it leaves more than a read, which may happen at any time and for another step's sake. */
export function leavesTrace({ done }: StepNode): boolean {
  return simpleParts(done).some(({ type }) => type !== 'read');
}
