import { type Dimension, dimensions, type NodeSource, type StepSource, type Task } from '@obey/schema';

/** Kinds of construct that a process can use; `sequential` and `parallel` also stand for a loop's mode. */
export const constructs = [
  'forEach',
  'parallel',
  'sequential',
  'if',
  'repeat',
  'try',
  'call',
  'aggregate',
  'proof',
] as const;
export type Construct = (typeof constructs)[number];

/** What a task's process is made of, computed from what is written, never set by hand. */
export interface TaskMetadata {
  readonly constructs: readonly Construct[];
  /** The dimensions in which its process can be followed or not, whatever an instance makes due. */
  readonly dimensions: readonly Dimension[];
  /** Number of kinds of construct. */
  readonly complexity: number;
  /** Number of steps. */
  readonly steps: number;
}

interface Found {
  readonly node: NodeSource;
  readonly loop: boolean;
}

/** Reads a task's metadata from its process without parsing an expression, so that listing stays quick. */
export function taskMetadata(task: Pick<Task, 'process' | 'procedures'>): TaskMetadata {
  const found = [task.process, ...Object.values(task.procedures).map((procedure) => procedure.do)].flatMap((block) =>
    nodesIn(block, false),
  );
  const steps = found.flatMap(({ node }) => ('step' in node ? [node] : []));
  const uses = new Set(found.flatMap(({ node }) => constructsOf(node)));
  const used = constructs.filter((construct) => uses.has(construct));
  const present = presentDimensions(found, steps, uses);
  return {
    constructs: used,
    dimensions: dimensions.filter((dimension) => present.has(dimension)),
    complexity: used.length,
    steps: steps.length,
  };
}

function nodesIn(block: readonly NodeSource[], loop: boolean): Found[] {
  return block.flatMap((node) => [
    { node, loop },
    ...blocksIn(node).flatMap((inner) => nodesIn(inner, loop || 'forEach' in node)),
  ]);
}

function blocksIn(node: NodeSource): readonly (readonly NodeSource[])[] {
  if ('forEach' in node || 'repeat' in node) return [node.do];
  if ('parallel' in node) return node.parallel;
  if ('if' in node) return [node.then, node.else ?? []];
  if ('try' in node) return [node.try, node.catch.do ?? [], node.catch.otherwise ?? []];
  return [];
}

function constructsOf(node: NodeSource): Construct[] {
  if ('forEach' in node) {
    return node.mode === 'parallel' || node.mode === 'sequential' ? ['forEach', node.mode] : ['forEach'];
  }
  if ('step' in node) {
    return [
      node.aggregate === undefined ? [] : ['aggregate' as const],
      node.proof === undefined ? [] : ['proof' as const],
    ].flat();
  }
  if ('parallel' in node) return ['parallel'];
  if ('if' in node) return ['if'];
  if ('repeat' in node) return ['repeat'];
  return 'try' in node ? ['try'] : ['call'];
}

function presentDimensions(found: Found[], steps: StepSource[], uses: ReadonlySet<Construct>): Set<Dimension> {
  const present = new Set<Dimension>(['completeness']);
  const inLoops = found.some(({ node, loop }) => loop && 'step' in node);
  if (steps.length > 1) present.add('ordering');
  if (uses.has('repeat') || found.some(({ node }) => 'if' in node && mentions(node.if, steps)))
    present.add('conditionality');
  if (uses.has('parallel') || uses.has('sequential')) present.add('parallelism');
  if (inLoops) present.add('granularity');
  if (uses.has('aggregate')) present.add('aggregation');
  if (uses.has('try')) present.add('errorHandling');
  return present;
}

/** A condition that names no step is structure, not a decision. */
function mentions(condition: string, steps: readonly StepSource[]): boolean {
  const words = new Set(condition.match(/[a-zA-Z_]\w*/g) ?? []);
  return steps.some(({ step }) => words.has(step));
}
