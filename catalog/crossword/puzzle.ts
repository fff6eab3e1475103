/** A rule that the finished grid keeps. */
export interface Constraint {
  readonly id: string;
  readonly rule: string;
}

export const constraints: readonly Constraint[] = [
  { id: 'symmetry', rule: 'Half a turn leaves the grid as it is.' },
  { id: 'connection', rule: 'All open squares hang together.' },
  { id: 'lengths', rule: 'No word is shorter than three letters.' },
  { id: 'words', rule: 'Every word is in the list, and none stands twice.' },
  { id: 'pairs', rule: 'No region has more awkward pairs than are tolerated.' },
];

/** A slot as the input and the facts tell it. */
export interface SlotFact {
  readonly id: string;
  readonly length: number;
}

export interface RegionFact {
  readonly id: string;
  /** Longest first. */
  readonly slots: readonly SlotFact[];
}

/** What the service and the checks know of a puzzle: the fact `puzzle`. */
export interface PuzzleFact {
  /** The empty grid, `.` open and `#` closed. */
  readonly rows: readonly string[];
  /** Pairs of neighbouring letters that the typeface sets badly. */
  readonly pairs: readonly string[];
  /** Awkward pairs that a region may have. */
  readonly tolerated: number;
  /** Word and clue, in the order of the list. */
  readonly words: readonly (readonly [string, string])[];
}
