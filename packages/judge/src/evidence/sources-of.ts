import type { Block, IfNode, Matcher, Node, Process, StepNode } from '@obey/process';
import type { TraceSource } from '@obey/schema';

type Sources = ReadonlySet<TraceSource>;

const matcherSources = (matcher: Matcher, into: Set<TraceSource>, files: TraceSource): void => {
  switch (matcher.type) {
    case 'anyOf':
    case 'allOf':
      for (const part of matcher.of) matcherSources(part, into, files);
      return;
    case 'wrote':
    case 'edited':
    case 'deleted':
      into.add(files);
      return;
    case 'requested':
      into.add('service');
      return;
    default:
      into.add('harness');
  }
};

/**
 * Which sources each node of a process rests on, by node id and step id: those of its matchers, of everything inside it, and
 * for a decision of the steps that its condition reads. `files` is who shows writes: the workspace recorder, or in an audit the harness.
 */
export function sourcesOf(process: Process, files: TraceSource): ReadonlyMap<string, Sources> {
  const result = new Map<string, Set<TraceSource>>();
  const ofStep = (step: StepNode): Set<TraceSource> => {
    const found = new Set<TraceSource>();
    if (step.started !== undefined) matcherSources(step.started, found, files);
    matcherSources(step.done, found, files);
    if (step.yields?.type === 'file') found.add(files);
    if (step.proof !== undefined) found.add('service');
    if (step.reads.length > 0) found.add('harness');
    return found;
  };
  for (const step of process.steps.values()) result.set(step.step, ofStep(step));

  const visitBlock = (block: Block, into: Set<TraceSource>): void => {
    for (const node of block) for (const source of visit(node)) into.add(source);
  };
  const addOperands = (node: Pick<IfNode, 'condition'>, into: Set<TraceSource>) => {
    for (const step of node.condition.steps) for (const source of result.get(step) ?? []) into.add(source);
  };
  const visit = (node: Node): Sources => {
    const known = result.get(node.id);
    if (known !== undefined) return known;
    const found = new Set<TraceSource>();
    result.set(node.id, found);
    switch (node.type) {
      case 'step':
        for (const source of ofStep(node)) found.add(source);
        break;
      case 'forEach':
      case 'repeat':
        visitBlock(node.do, found);
        if (node.type === 'repeat') addOperands({ condition: node.while }, found);
        break;
      case 'parallel':
        for (const branch of node.branches) visitBlock(branch, found);
        break;
      case 'if':
        addOperands(node, found);
        visitBlock(node.whenTrue, found);
        visitBlock(node.whenFalse, found);
        break;
      case 'try':
        matcherSources(node.on, found, files);
        for (const block of [node.body, node.do, node.otherwise]) visitBlock(block, found);
        break;
      case 'call':
        visitBlock(process.procedures.get(node.procedure)?.do ?? [], found);
    }
    return found;
  };
  for (const node of process.nodes) visit(node);
  for (const procedure of process.procedures.values()) for (const node of procedure.do) visit(node);
  return result;
}
