import type { Dimension, Unit } from '@obey/schema';
import type { Block, Expression, Item, Process, Scope, StepNode } from '../ast.js';
import type { StepValues } from '../items/step-values.js';
import type { EventIndex, Occurrence } from './event-index.js';
import type { Point } from './point.js';
import type { ReplayContext } from './replay-context.js';
import type { StaticFacts } from './static-facts.js';

/** Why something could not be exercised: the step, and item, that should have made it possible. */
export interface Cause {
  readonly step: string;
  readonly item: string;
}

/** The evidence of one instance: every event that it rests on. */
export interface Evidence {
  readonly done: readonly Occurrence[];
  readonly started: readonly Occurrence[];
  /** Whether it shares its act with another item. */
  readonly shared: boolean;
}

/** One due occurrence of a step for one item. */
export interface Instance {
  readonly node: StepNode;
  readonly item: Item;
  readonly key: string;
  readonly scope: Scope;
  readonly hard: Point | undefined;
  state: 'done' | 'missing' | 'unexercised' | 'unobservable';
  /** Set where it was written before any input of the process was seen: whether none ever was. */
  groundless?: 'so-far' | 'altogether';
  evidence?: Evidence;
  entry?: Point;
  exit?: Point;
  /** Whether its item ended in a try's `otherwise`: it has no value, and nothing that needs one is due. */
  left: boolean;
  /** Whether an enclosing try or decision owns its obligation. */
  readonly silent: boolean;
  /** The unit that stands for its presence, revised when its value proves wrong. */
  unit?: MutableUnit;
  /** The earliest moment at which something consumed its value. */
  consumed?: Point;
  /** Whether a recorded value that differs from the served one decided a condition differently. */
  misled: boolean;
}

export type MutableUnit = { -readonly [Name in keyof Unit]: Unit[Name] };

/** Where a block is being walked. */
export interface Frame {
  readonly item: Item;
  readonly key: string;
  readonly scope: Scope;
  /** The values of the enclosing conditions have been yielded. */
  readonly hard: Point | undefined;
  /** The predecessors have ended. */
  readonly soft: Point | undefined;
  /** From 1 within a repeat, 0 outside. */
  readonly cycle: number;
  /** True where an enclosing try or decision owns the obligations. */
  readonly silent: boolean;
}

export interface Mark {
  readonly point: Point;
  readonly step: string;
  readonly item: string;
  /** Whether the work came from nothing, so that its order shows nothing. */
  readonly groundless?: boolean;
}

export interface Entry {
  readonly step: string;
  readonly item: string;
  /** Absent when it never began. */
  readonly point: Point | undefined;
  /** Whether a decision leads into it, which then owns its order. */
  readonly decided: boolean;
  readonly groundless?: boolean;
  readonly observable: boolean;
}

/** What walking a node gave. */
export interface Span {
  /** Whether anything was due in it. */
  readonly due: boolean;
  readonly entries: readonly Entry[];
  readonly exits: readonly Mark[];
  readonly instances: readonly Instance[];
  /** Requests that belong to it, for busy times. */
  readonly acts: readonly Occurrence[];
  /** The first thing due that is missing. */
  readonly missing: Cause | undefined;
}

export const emptySpan: Span = { due: false, entries: [], exits: [], instances: [], acts: [], missing: undefined };

/** The state of one replay; walkers share it and nothing else. */
export interface ReplayRun {
  readonly process: Process;
  readonly context: ReplayContext;
  readonly index: EventIndex;
  readonly facts: StaticFacts;
  /** Step → item → its latest instance. */
  readonly instances: StepValues;
  readonly all: Instance[];
  readonly units: MutableUnit[];
  readonly present: Set<Dimension>;
  readonly notes: string[];
  /** Paths that some item was due to write. */
  readonly asked: string[];
  readonly emit: (unit: MutableUnit) => MutableUnit;
  readonly frameFor: (frame: Frame, item: Item, extra?: Readonly<Record<string, unknown>>) => Frame;
  readonly walk: (block: Block, frame: Frame) => Promise<Span>;
  readonly evaluate: (expression: Expression, scope: Scope) => unknown | Promise<unknown>;
  depth: number;
}
