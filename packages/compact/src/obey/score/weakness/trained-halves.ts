import type { Case } from '../../../model/case.js';
import type { AnyTemplate } from '../../../run/any-suite.js';
import { casesNear } from './compared-templates.js';
import { type Sample, type TurnFilter, trainFilter } from './turn-filter.js';

/** A filter trained on one half of the families, and cases of the other. */
export interface TrainedHalf {
  readonly filter: TurnFilter;
  readonly trained: readonly Case[];
  readonly cases: readonly Case[];
}

/** Cases to train on and to test on: of fewer, a gain in score is mostly chance. */
const enough = 50;

/** Both ways of halving: train on one half of the families, look at the other, with other seeds. */
export function trainedHalves(files: readonly AnyTemplate[]): TrainedHalf[] {
  const perTemplate = Math.ceil(enough / Math.max(1, files.length));
  const seeds = Array.from({ length: perTemplate }, (_, index) => BigInt(index));
  const families = [...new Set(files.map(({ template }) => template.family))].sort();
  return [0, 1].map((parity) => {
    const inHalf = (half: number) => files.filter(({ template }) => families.indexOf(template.family) % 2 === half);
    const trained = casesNear(
      inHalf(parity),
      'medium',
      seeds.map((seed) => 100n + seed),
    );
    const cases = casesNear(
      inHalf(1 - parity),
      'medium',
      seeds.map((seed) => 200n + seed),
    );
    return { filter: trainFilter(trained.flatMap(samplesOf)), trained, cases };
  });
}

/** The turns of a case as a filter sees them, and whether each is signal: in both dialects filler is tagged as such. */
export function samplesOf({ transcript }: Case): Sample[] {
  const { turns } = transcript;
  return turns.map((turn) => ({ turn, of: turns.length, signal: !turn.tags.includes('distractor') }));
}
