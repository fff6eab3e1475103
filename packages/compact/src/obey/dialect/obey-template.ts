import type { Level } from '@obey/schema';
import type { ItemType } from '../../model/case.js';
import type { ObeyVariable } from './bind-variables.js';
import type { Act } from './language/language.js';

/** When a statement that replaces another is made: as a share of what is left after the replaced one, or after all other talk of the matter. */
export const overrideTimings = ['early', 'middle', 'late', 'after_last_mention'] as const;
export type OverrideTiming = (typeof overrideTimings)[number];

/**
 * How a statement comes about: said outright; announced under a mark and given later; said as a term and applied to a matter;
 * thought aloud, or quoted from someone, and later made binding.
 */
export const shapes = ['direct', 'mark', 'term', 'idea', 'quote'] as const;
export type Shape = (typeof shapes)[number];

/** One act of the person whose word counts. Texts may refer to variables. */
export interface ActTurn {
  readonly act: Act;
  readonly matter?: string | undefined;
  readonly value?: string | undefined;
  /** What to do instead of what a rule forbids; the second of a pair. */
  readonly instead?: string | undefined;
  /** It replaces what was said of the matter, and is placed by `override_timing`. */
  readonly overrides?: boolean | undefined;
  /** A later act makes it void, so that its turns carry nothing. */
  readonly superseded?: boolean | undefined;
  /** Chosen by the seed where absent. */
  readonly as?: Shape | undefined;
  /** The mark or term, where a question names it. */
  readonly name?: string | undefined;
}

export interface ObeyItem {
  readonly key: string;
  readonly type: ItemType;
  readonly prompt: string;
  readonly expected: ReadonlyMap<string, unknown>;
}

export const listSections = [
  'immutable_facts',
  'locked_decisions',
  'forbidden_behaviors',
  'unresolved_items',
  'deferred_items',
] as const;
export type ListSection = (typeof listSections)[number];

/** Sections that are absent stay as they were in the cycle before; empty in the first. */
export type ObeyGroundTruth = { readonly [Section in ListSection]?: readonly string[] | undefined } & {
  readonly entity_map?: ReadonlyMap<string, string> | undefined;
};

/** What happens after a compaction: new values (old names may be bound anew), new acts, what is true then, questions added or replaced by key. */
export interface Continuation {
  readonly variables: readonly ObeyVariable[];
  readonly acts: readonly ActTurn[];
  readonly ground_truth: ObeyGroundTruth;
  readonly evaluation_items: readonly ObeyItem[];
}

/** A value by level; a level that is absent has none. */
export type PerLevel<Value> = { readonly [level in Level]?: Value | undefined };

export interface ObeyPolicy {
  /** Turns without signal. */
  readonly distractor_turns: PerLevel<number>;
  /** 0 plain, 1 reworded, 2 spread over turns or implied by a term, 3 as 2 with a short name for the project. */
  readonly paraphrase_depth: PerLevel<number>;
  readonly override_timing: PerLevel<OverrideTiming>;
  /** Turns between two that belong together, at least, as far as there is room. */
  readonly distance: PerLevel<number>;
  /** Other projects, up to 8, whose names share a word with that of the project asked about. */
  readonly near_names: PerLevel<number>;
  /** Turns without signal in each later cycle. */
  readonly continuation_turns: PerLevel<number>;
}

/** A template of the dialect `obey-1`, read and validated. */
export interface ObeyTemplate {
  readonly key: string;
  readonly family: string;
  readonly version: string;
  /** The word field that values and remarks are drawn from; it settles the language. */
  readonly field: string;
  /** Names of the variables that hold the project asked about and the person whose word counts on it. */
  readonly subject: { readonly project: string; readonly lead: string };
  readonly difficulty_policy: ObeyPolicy;
  readonly variables: readonly ObeyVariable[];
  readonly acts: readonly ActTurn[];
  readonly ground_truth: ObeyGroundTruth;
  readonly evaluation_items: readonly ObeyItem[];
  /** Cycle n ≥ 1 takes the entry (n − 1) modulo their number. */
  readonly continuation: readonly Continuation[];
}
