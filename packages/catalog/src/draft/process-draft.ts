import type { NodeSource } from '@obey/schema';

/** Something that a draft took from one line of prose, or could not take from it. */
export interface DraftNote {
  /** Line of the prose, from 1. */
  readonly line: number;
  /** That line. */
  readonly text: string;
  /** What was guessed, or what is to be answered. */
  readonly says: string;
}

/** A process drafted from prose. */
export interface ProcessDraft {
  readonly nodes: readonly NodeSource[];
  /** What was read out of the prose, and from where. */
  readonly guesses: readonly DraftNote[];
  /** What the prose did not say. */
  readonly questions: readonly DraftNote[];
}
