/** What a figure is counted in. */
export type FigureUnit = 'share' | 'count' | 'ratio' | 'tokens';

/** What was measured, on templates of CompactBench's dialect and on those of ours. */
export interface WeaknessFigures {
  /** On templates of the dialect `compactbench-1`, by the profile 1.0.0. */
  readonly '1.0.0': number | null;
  /** The same by the profile 2.0.0; the same number where the two do not differ. */
  readonly '2.0.0': number | null;
  /** The same cases by the profile obey-1; null where what was measured is the dialect, not the scorer. */
  readonly same: number | null;
  /** On templates of the dialect `obey-1`, by the profile obey-1. */
  readonly own: number | null;
}

export interface Bound {
  readonly is: 'at most' | 'at least';
  readonly value: number;
}

/** One line of the table of weaknesses. */
export interface WeaknessRow {
  readonly key: string;
  readonly topic: string;
  /** What is measured, as a clause. */
  readonly about: string;
  readonly unit: FigureUnit;
  readonly figures: WeaknessFigures;
  /** 95 %, of the figure of obey-1, where it is one of a sample. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** What obey-1 is to keep on both kinds of templates; null for what is only shown. */
  readonly bound: Bound | null;
  /** Null without a bound, or where nothing of obey-1 could be measured. */
  readonly holds: boolean | null;
}

export type RowDraft = Omit<WeaknessRow, 'holds' | 'interval' | 'bound' | 'figures'> & {
  readonly figures: Partial<WeaknessFigures>;
  readonly interval?: WeaknessRow['interval'];
  readonly bound?: Bound;
  /** What the bound is held against in place of the figures of obey-1. */
  readonly judged?: number;
};

/** Room for the last bits, in which sums may differ. */
const tolerance = 1e-9;

/** The row of what was measured: it holds where every figure of obey-1 keeps the bound. */
export function rowOf({ figures, interval = null, bound, judged, ...rest }: RowDraft): WeaknessRow {
  const all: WeaknessFigures = { '1.0.0': null, '2.0.0': null, same: null, own: null, ...figures };
  const ours = judged === undefined ? [all.same, all.own].filter((figure) => figure !== null) : [judged];
  const keeps = ({ is, value }: Bound) =>
    ours.every((figure) => (is === 'at most' ? figure <= value + tolerance : figure >= value - tolerance));
  const holds = bound === undefined || ours.length === 0 ? null : keeps(bound);
  return { ...rest, figures: all, interval, bound: bound ?? null, holds };
}

/** Both profiles of the reference, where they do not differ. */
export const both = (figure: number | null): Pick<WeaknessFigures, '1.0.0' | '2.0.0'> => ({
  '1.0.0': figure,
  '2.0.0': figure,
});

export const atMost = (value: number): Bound => ({ is: 'at most', value });
export const atLeast = (value: number): Bound => ({ is: 'at least', value });
