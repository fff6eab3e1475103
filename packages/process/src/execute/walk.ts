import type { Dimension, Facts, Json, ParameterValues } from '@obey/schema';
import type { Abilities, Handlers } from '../abilities.js';
import type { Binding, Block, ForEachNode, Item, Node, Process, Scope, StepNode } from '../ast.js';
import type { StepValues } from '../items/step-values.js';
import type { Attempt } from './attempt.js';
import type { Observation } from './observation.js';

/** Where a walk stands. */
export interface WalkContext {
  readonly item: Item;
  /** Counters of the enclosing repeats by name. */
  readonly counters: Readonly<Record<string, Json>>;
  readonly abilities: Abilities;
  /** The innermost attempt of an enclosing `try`. */
  readonly attempt?: Attempt;
  /** Procedures entered and not yet left. */
  readonly depth: number;
  /** What was seen so far while the current step was being done. */
  readonly seen?: Observation[];
}

/** One departure that a deviation made, for whoever checks that a judge finds it. */
export interface Departure {
  readonly deviation: string;
  readonly dimension: Dimension;
  /** The id of the step, or of the loop, decision or other node that was departed from. */
  readonly node: string;
  /** The steps of that node: a judge may name any one of them. */
  readonly steps: readonly string[];
  /** Keys of the loop values joined by `/`; empty outside loops. */
  readonly item: string;
}

/** What a step's handler is given in place of what the run observed. */
export interface StepChanges {
  /** Does the step although it may never be done. */
  readonly forbidden?: boolean;
  /** What its handler sees of other steps. */
  readonly values?: StepValues;
}

/** What a walk is made from. */
export interface WalkSource {
  readonly process: Process;
  readonly handlers: Handlers;
  readonly facts: Facts;
  readonly parameters: ParameterValues;
  /** Base URL of each service. */
  readonly services: Readonly<Record<string, string>>;
  readonly seed: number;
  /** Told of each departure that a deviation makes. */
  readonly departed: (node: Node, item: Item) => void;
}

/** One execution under way, as the changes made to it see it. */
export interface Walk extends WalkSource {
  readonly values: StepValues;
  /** The names in scope of an expression or template. */
  scope(context: WalkContext, names: ReadonlySet<string>, extra?: Readonly<Record<string, unknown>>): Scope;
  /** Walks nodes one after another. */
  block(nodes: Block, context: WalkContext): Promise<void>;
  /** Walks one iteration, whatever its loop's mode and unit. */
  iteration(node: ForEachNode, binding: Binding, context: WalkContext): Promise<void>;
  /** Tells the step and the attempts around it of something seen by other means than its handler's own abilities. */
  note(observation: Observation, context: WalkContext): void;
  /** Gives a step the value that a content stands for. */
  yielded(node: StepNode, content: string, context: WalkContext): void;
  /** One of `list`, the same for the same seed and name. */
  choose<T>(name: string, list: readonly T[]): T | undefined;
  /** Keys of the items that prepare.ts planted as exceptions. */
  readonly planted: ReadonlySet<string>;
}
