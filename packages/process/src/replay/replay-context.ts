import type { Dimension, Facts, ParameterValues, Unit } from '@obey/schema';
import type { Item } from '../ast.js';

/** What the sources of a trial can show, fixed before it began. */
export interface Observable {
  /** Versions of workspace files, recorded from outside. */
  readonly workspace: boolean;
  /** Access logs of the world's services. */
  readonly service: boolean;
  /** Tool calls from the harness's own log. */
  readonly harness: boolean;
  /** Reads of files, by tool or by a shell command that names the path. */
  readonly reads: boolean;
  /** Which calls were issued in one turn. */
  readonly batches: boolean;
  /** Start and end of each tool call. */
  readonly intervals: boolean;
  /** Subagents and what each of them did. */
  readonly agents: boolean;
  /** What the agent said. */
  readonly replies: boolean;
}

/** What replay needs beside the process and the trace. */
export interface ReplayContext {
  readonly facts: Facts;
  readonly parameters: ParameterValues;
  readonly observable: Observable;
  /** Text of a stored content by SHA-256; undefined when it was not kept or is not text. */
  readonly content: (sha256: string) => string | undefined;
  /** The token that only this item's page shows; absent in audits, where no proof can be asked. */
  readonly token?: (item: string) => string;
  /** Faults that the sealed instance can fire: the `try` node and the item's key. */
  readonly plannedFaults?: readonly { readonly node: string; readonly item: string }[];
  /** Calls that the harness runs at once at most; absent for no cap. */
  readonly concurrencyCap?: number;
}

/** The last value of a step for one item, for checks of correctness. */
export interface FinalValue {
  readonly item: Item;
  readonly key: string;
  readonly value: unknown;
}

/** What was due, what was seen, and every difference. */
export interface Replay {
  readonly units: readonly Unit[];
  /** Dimensions that this instance can make due, whether or not a unit was emitted. */
  readonly present: ReadonlySet<Dimension>;
  /** Remarks that cost nothing: items that nobody asked for, slips. */
  readonly notes: readonly string[];
  /** Per step, in item order. */
  readonly values: ReadonlyMap<string, readonly FinalValue[]>;
  /** Number of events read. */
  readonly events: number;
  /** Interval of the trace in ms. */
  readonly span: { readonly start: number; readonly end: number };
}
