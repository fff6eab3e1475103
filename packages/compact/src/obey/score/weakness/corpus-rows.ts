import { answerOf, runReferenceCheck } from '../../../score/reference-check.js';
import { type CorpusEntry, isHeldOut, readCorpus } from '../corpus/corpus-entry.js';
import { measureCorpus } from '../corpus/measure-corpus.js';
import { atLeast, both, rowOf, type WeaknessRow } from './weakness-row.js';

/** How many of the hand-written answers are read rightly, class by class, on the half that nothing was tuned on. */
export function corpusRows(): WeaknessRow[] {
  return measureCorpus()
    .filter(({ half }) => half === 'held-out')
    .map((line) => {
      const needsJudge = line.class === 'paraphrased';
      const entries = readCorpus(line.class).filter(isHeldOut);
      return rowOf({
        key: `answers.${line.class}`,
        topic: 'reading',
        about: `answers read rightly: ${line.class}, ${needsJudge ? 'no judge, ' : ''}${line.total}`,
        unit: 'share',
        figures: { ...both(entries.filter(readBySubstring).length / entries.length), own: line.accuracy },
        interval: { low: line.low, high: line.high },
        ...(needsJudge ? {} : { bound: atLeast(0.95) }),
      });
    });
}

/** Whether the reference's checks come to the verdict that is right: a value is there, or it is not. */
function readBySubstring({ check, value, answer, verdict }: CorpusEntry): boolean {
  const spec = new Map([
    ['check', check === 'violation' ? 'forbidden_absent' : 'contains_normalized'],
    ['value', value],
  ]);
  const earns = runReferenceCheck(spec, answerOf(answer)) === 1;
  return (check === 'violation' ? !earns : earns) === verdict;
}
