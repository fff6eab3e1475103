import type { Block, Matcher, Node, Process, SimpleMatcher, StepNode, TryNode } from '../ast.js';
import { recoverySteps } from '../tree/recovery-steps.js';
import { simpleMatchers } from './matching.js';

/** A later step that the same evidence could fit, and the steps that lie between. */
export interface Rival {
  readonly step: StepNode;
  readonly between: readonly StepNode[];
}

/** What can be known of a process before any trace is read. */
export interface StaticFacts {
  /** Later unconditional steps with the same evidence, by step. */
  readonly rivals: ReadonlyMap<string, readonly Rival[]>;
  /** Later steps with the same evidence that a decision or a repeat leads to, by step. */
  readonly conditionalRivals: ReadonlyMap<string, readonly Rival[]>;
  /** Every matcher with the step (or try) that asks for it. */
  readonly matchers: readonly { readonly owner: string; readonly matcher: SimpleMatcher }[];
  /** Steps whose value is the list of a loop: the split into units. */
  readonly splitters: ReadonlySet<string>;
  /** Steps of branches in which something is undone. */
  readonly recoveries: ReadonlySet<string>;
  /** By step: the reads, requests and commands of itself and of the steps before it, with the first step that has one. */
  readonly inputs: ReadonlyMap<string, { readonly first: string; readonly matchers: readonly SimpleMatcher[] }>;
  /** The same of the whole process; empty where no read, request or command is due whatever happens. */
  readonly allInputs: readonly SimpleMatcher[];
}

interface Placed {
  readonly step: StepNode;
  /** Ids of the decisions, repeats, tries and procedures around it. */
  readonly guards: readonly string[];
}

export function staticFacts(process: Process): StaticFacts {
  const placed: Placed[] = [];
  const tries: TryNode[] = [];
  const splitters = new Set<string>();
  const visit = (block: Block, guards: readonly string[]): void => {
    for (const node of block) {
      if (node.type === 'step') placed.push({ step: node, guards });
      if (node.type === 'try') tries.push(node);
      if (node.type === 'forEach') for (const step of node.list.steps) splitters.add(step);
      for (const { inner, guarded } of guardedBlocks(node)) visit(inner, guarded ? [...guards, node.id] : guards);
    }
  };
  visit(process.nodes, []);
  for (const procedure of process.procedures.values()) visit(procedure.do, [procedure.name]);
  const matchers = [
    ...placed.flatMap(({ step }) => matchersOf(step).map((matcher) => ({ owner: step.step, matcher }))),
    ...tries.flatMap((node) => simpleMatchers(node.on).map((matcher) => ({ owner: node.id, matcher }))),
  ];
  return {
    ...rivalsOf(placed),
    matchers,
    splitters,
    recoveries: recoverySteps(process),
    ...inputsOf(placed),
  };
}

/** The blocks inside a node; guarded ones are entered only if something decides so. */
export function guardedBlocks(node: Node): readonly { readonly inner: Block; readonly guarded: boolean }[] {
  switch (node.type) {
    case 'step':
    case 'call':
      return [];
    case 'forEach':
      return [{ inner: node.do, guarded: false }];
    case 'parallel':
      return node.branches.map((inner) => ({ inner, guarded: false }));
    case 'if':
      return [node.whenTrue, node.whenFalse].map((inner) => ({ inner, guarded: true }));
    case 'repeat':
      return [{ inner: node.do, guarded: true }];
    case 'try':
      return [
        { inner: node.body, guarded: false },
        { inner: node.do, guarded: true },
        { inner: node.otherwise, guarded: true },
      ];
  }
}

/** Every step of a block, those of procedures left out. */
export function stepsWithin(block: Block): StepNode[] {
  return block.flatMap((node) =>
    node.type === 'step' ? [node] : guardedBlocks(node).flatMap(({ inner }) => stepsWithin(inner)),
  );
}

function inputsOf(placed: readonly Placed[]): Pick<StaticFacts, 'inputs' | 'allInputs'> {
  const inputs = new Map<string, { first: string; matchers: SimpleMatcher[] }>();
  let matchers: SimpleMatcher[] = [];
  let first: string | undefined;
  let isCertain = false;
  for (const { step, guards } of placed) {
    const own = matchersOf(step).filter(({ type }) => type === 'read' || type === 'requested' || type === 'ran');
    if (own.length > 0) {
      matchers = [...matchers, ...own];
      first ??= step.step;
      isCertain ||= guards.length === 0 && !step.optional && step.atMost !== 0;
    }
    if (first !== undefined) inputs.set(step.step, { first, matchers });
  }
  return { inputs, allInputs: isCertain ? matchers : [] };
}

function matchersOf(step: StepNode): SimpleMatcher[] {
  return [step.done, step.started].flatMap((matcher) => (matcher === undefined ? [] : simpleMatchers(matcher)));
}

function rivalsOf(placed: readonly Placed[]): Pick<StaticFacts, 'rivals' | 'conditionalRivals'> {
  const rivals = new Map<string, Rival[]>();
  const conditionalRivals = new Map<string, Rival[]>();
  const bySignature = new Map<string, number[]>();
  placed.forEach(({ step }, i) => {
    const key = signature(step.done);
    bySignature.set(key, [...(bySignature.get(key) ?? []), i]);
  });
  for (const indices of bySignature.values()) {
    for (const i of indices) {
      const here = placed[i] as Placed;
      for (const j of indices.filter((other) => other > i)) {
        const there = placed[j] as Placed;
        if (!sameVariables(here.step, there.step)) continue;
        const isCertain = there.guards.every((guard) => here.guards.includes(guard));
        const around = isCertain ? here.guards : there.guards;
        const between = placed
          .slice(i + 1, j)
          .filter(
            ({ step, guards }) =>
              guards.every((guard) => around.includes(guard)) && signature(step.done) !== signature(here.step.done),
          )
          .map(({ step }) => step);
        const found = isCertain ? rivals : conditionalRivals;
        found.set(here.step.step, [...(found.get(here.step.step) ?? []), { step: there.step, between }]);
      }
    }
  }
  return { rivals, conditionalRivals };
}

function sameVariables(a: StepNode, b: StepNode): boolean {
  return a.variables.map(({ kind }) => kind).join(' ') === b.variables.map(({ kind }) => kind).join(' ');
}

/** Matchers with the same signature ask for the same evidence. */
function signature(matcher: Matcher): string {
  switch (matcher.type) {
    case 'wrote':
    case 'edited':
    case 'deleted':
    case 'read':
      return `${matcher.type} ${matcher.path.source} ${matcher.where?.source ?? ''}`;
    case 'requested':
      return `requested ${matcher.method} ${matcher.path.source} ${matcher.where?.source ?? ''}`;
    case 'ran':
      return `ran ${matcher.command.source} ${matcher.where?.source ?? ''}`;
    case 'called': {
      const input = Object.entries(matcher.with).map(([name, { source }]) => `${name}=${source}`);
      return `called ${matcher.tool.source} ${input.join(' ')} ${matcher.where?.source ?? ''}`;
    }
    case 'delegated':
      return `delegated ${matcher.agent.source} ${matcher.where?.source ?? ''}`;
    case 'replied':
      return `replied ${matcher.where?.source ?? ''}`;
    case 'anyOf':
    case 'allOf':
      return `${matcher.type} ${matcher.of.map(signature).join(' | ')}`;
  }
}
