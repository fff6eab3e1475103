import type { Case } from '../../../model/case.js';
import type { Aggregate } from '../../../model/scorecard.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import { aggregateCases } from '../../../score/aggregate.js';
import { scorer100, scorer200 } from '../../../score/reference-scorer.js';
import { obey1Profile } from '../obey1-profile.js';
import { type ComparedTemplates, casesNear } from './compared-templates.js';
import { measureSituations, scoreSituation } from './measure-situations.js';
import { type SituationKey, situations } from './situations.js';
import { atLeast, atMost, type Bound, rowOf, type WeaknessRow } from './weakness-row.js';

interface ScoredRow {
  readonly situation: SituationKey;
  readonly number: keyof Aggregate;
  readonly topic: string;
  readonly about: string;
  readonly bound: Bound;
}

const ignorance = 'ignorance';
const restating = 'mention';

const rows: readonly ScoredRow[] = [
  { situation: 'null_dont_know', about: 'score of “I don’t know”' },
  { situation: 'null_empty', about: 'score of silence' },
  { situation: 'null_refusal', about: 'score of refusals' },
  { situation: 'null_restated', about: 'score of questions restated' },
  { situation: 'null_invented', about: 'score of invented values' },
  { situation: 'raw_dump_echo', about: 'score of echoing all that was said' },
].map(
  (row): ScoredRow => ({
    ...row,
    situation: row.situation as SituationKey,
    number: 'overall_score',
    topic: ignorance,
    bound: atMost(0.02),
  }),
);

const rightAnswers: readonly ScoredRow[] = [
  {
    situation: 'ideal_terse',
    number: 'overall_score',
    topic: restating,
    about: 'score of right answers, terse',
    bound: atLeast(0.98),
  },
  {
    situation: 'ideal_aware',
    number: 'overall_score',
    topic: restating,
    about: 'score of right answers that name the rule',
    bound: atLeast(0.98),
  },
  {
    situation: 'ideal_aware',
    number: 'contradiction_rate',
    topic: restating,
    about: 'contradictions found in those',
    bound: atMost(0),
  },
];

/** Seeds of the cases: any would do. */
const seeds = { reference: [0n, 1n, 2n, 3n, 4n], own: [1n] } as const;

/** What answers earn that a person would call right or wrong at a glance, by every profile. */
export function scoringRows({ reference, own }: ComparedTemplates): WeaknessRow[] {
  const theirs = casesNear(reference, 'medium', seeds.reference);
  const ours = casesNear(own, 'easy', seeds.own);
  const there = measureSituations(theirs, [scorer100, scorer200, obey1Profile]);
  const here = measureSituations(ours, [obey1Profile]);
  const found = (scored: typeof there, { situation, number }: ScoredRow, { version }: ScorerProfile): number | null =>
    scored.find((one) => one.situation === situation && one.profile === version)?.aggregate[number] ?? null;
  return [
    ...[...rows, ...rightAnswers].map((row) =>
      rowOf({
        key: `${row.situation}.${row.number}`,
        topic: row.topic,
        about: row.about,
        unit: 'share',
        figures: {
          '1.0.0': found(there, row, scorer100),
          '2.0.0': found(there, row, scorer200),
          same: found(there, row, obey1Profile),
          own: found(here, row, obey1Profile),
        },
        bound: row.bound,
      }),
    ),
    rowOf({
      key: 'dumps_and_nothing.compression_ratio',
      topic: 'compression',
      about: 'compression of 19 dumps and an empty artifact',
      unit: 'ratio',
      figures: {
        '1.0.0': mixedCompression(theirs, scorer100),
        '2.0.0': mixedCompression(theirs, scorer200),
        same: mixedCompression(theirs, obey1Profile),
        own: mixedCompression(ours, obey1Profile),
      },
      bound: atMost(1.1),
    }),
  ];
}

const mixed = 20;

/** The compression ratio of a run in which all cases but one were kept whole, and one not at all. */
function mixedCompression(cases: readonly Case[], profile: ScorerProfile): number {
  const scored = Array.from({ length: mixed }, (_, index) => {
    const asked = cases[index % cases.length];
    const key: SituationKey = index === 0 ? 'null_empty' : 'raw_dump_echo';
    const situation = situations.find((one) => one.key === key);
    return asked === undefined || situation === undefined ? [] : [scoreSituation(asked, profile, situation)];
  });
  return aggregateCases(scored.flat(), profile.version).compression_ratio;
}
