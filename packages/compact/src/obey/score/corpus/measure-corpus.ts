import { wilson } from '../card/wilson.js';
import { type CorpusEntry, corpusClasses, isHeldOut, readCorpus } from './corpus-entry.js';
import { judgeEntry } from './judge-entry.js';

/** How many verdicts of one class and half are right, with the 95 % interval of the share by Wilson. */
export interface CorpusLine {
  readonly class: (typeof corpusClasses)[number];
  readonly half: 'tuning' | 'held-out';
  readonly total: number;
  readonly right: number;
  readonly accuracy: number;
  readonly low: number;
  readonly high: number;
}

/** Measures the analysis on the hand-written answers, class by class and half by half. */
export function measureCorpus(): CorpusLine[] {
  return corpusClasses.flatMap((name) => {
    const entries = readCorpus(name);
    return (['tuning', 'held-out'] as const).map((half) =>
      lineOf(
        name,
        half,
        entries.filter((entry) => isHeldOut(entry) === (half === 'held-out')),
      ),
    );
  });
}

function lineOf(name: CorpusLine['class'], half: CorpusLine['half'], entries: readonly CorpusEntry[]): CorpusLine {
  const right = entries.filter((entry) => judgeEntry(entry).verdict === entry.verdict).length;
  return {
    class: name,
    half,
    total: entries.length,
    right,
    accuracy: right / entries.length,
    ...wilson(right, entries.length),
  };
}
