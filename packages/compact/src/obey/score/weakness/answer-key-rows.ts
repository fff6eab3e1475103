import { mean } from '../../../score/neumaier-sum.js';
import type { ComparedTemplates } from './compared-templates.js';
import { gainOver, scoreOwn, scoreReference } from './filter-gain.js';
import { samplesOf, type TrainedHalf, trainedHalves } from './trained-halves.js';
import { areaUnderCurve, type TurnFilter } from './turn-filter.js';
import { atMost, both, rowOf, type WeaknessRow } from './weakness-row.js';

const topic = 'answer key';

/** What a filter that understands nothing learns of which turns matter. */
export function answerKeyRows({ reference, own }: ComparedTemplates): WeaknessRow[] {
  const there = trainedHalves(reference);
  const here = trainedHalves(own);
  const gain = gainOver(here, scoreOwn);
  return [
    rowOf({
      ...{ topic, key: 'tags.area', unit: 'share', bound: atMost(0.6) },
      about: 'filler told by its tags: area under the curve',
      figures: {
        '1.0.0': areaOver(there, () => byTag),
        '2.0.0': areaOver(there, () => withoutTags),
        own: areaOver(here, () => withoutTags),
      },
    }),
    rowOf({
      ...{ topic, key: 'lines.area', unit: 'share', bound: atMost(0.6) },
      about: 'filler told by lines met before: the same',
      figures: {
        ...both(areaOver(there, () => byKnownLines(there))),
        own: areaOver(here, () => byKnownLines(here)),
      },
    }),
    rowOf({
      ...{ topic, key: 'filter.area', unit: 'share', bound: atMost(0.6) },
      about: 'filler told by a filter trained on other families',
      figures: {
        ...both(areaOver(there, ({ filter }) => filter)),
        own: areaOver(here, ({ filter }) => filter),
      },
    }),
    rowOf({
      ...{ topic, key: 'filter.gain', unit: 'share', bound: atMost(0.02) },
      about: 'score that filter gains over a random choice',
      figures: { ...both(gainOver(there, scoreReference).mean), own: gain.mean },
      interval: { low: gain.low, high: gain.high },
      // As far as so many cases can tell.
      judged: gain.low,
    }),
  ];
}

const byTag: TurnFilter = ({ turn }) => (turn.tags.includes('distractor') ? 0 : 1);

/** The profiles 2.0.0 and obey-1 show a method no tags. */
const withoutTags: TurnFilter = ({ turn }) => byTag({ turn: { ...turn, tags: [] }, of: 1 });

/** Whatever was filler in a case that was trained on is filler. */
function byKnownLines(halves: readonly TrainedHalf[]): TurnFilter {
  const samples = halves.flatMap(({ trained }) => trained.flatMap(samplesOf));
  const filler = new Set(samples.flatMap(({ turn, signal }) => (signal ? [] : [turn.content])));
  return ({ turn }) => (filler.has(turn.content) ? 0 : 1);
}

/** The mean over both halves of the area under the curve on cases that a filter was not trained on. */
function areaOver(halves: readonly TrainedHalf[], filterOf: (half: TrainedHalf) => TurnFilter): number {
  const areas = halves.map((half) => {
    const filter = filterOf(half);
    const samples = half.cases.flatMap(samplesOf);
    return areaUnderCurve(samples.map((sample) => ({ rating: filter(sample), signal: sample.signal })));
  });
  return mean(areas, 0.5);
}
