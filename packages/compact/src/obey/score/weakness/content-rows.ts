import type { Case, EvaluationItem } from '../../../model/case.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import type { AnyTemplate } from '../../../run/any-suite.js';
import { normalise } from '../../../score/normalise.js';
import { scorer100, scorer200 } from '../../../score/reference-scorer.js';
import { obey1Profile } from '../obey1-profile.js';
import { type ComparedTemplates, casesNear } from './compared-templates.js';
import { changedByKnob, collisions } from './generated-cases.js';
import { emptyArtifact, isGerman, textsOf } from './situations.js';
import { atLeast, atMost, both, rowOf, type WeaknessRow } from './weakness-row.js';

const topic = 'content';

/** Whether templates ask for what can be answered. */
export function contentRows({ reference, own }: ComparedTemplates): WeaknessRow[] {
  const casesOf = (files: readonly AnyTemplate[]) => files.map((file) => casesNear([file], 'medium', [1n, 2n]));
  const [there, here] = [casesOf(reference), casesOf(own)];
  // What holds of one seed alone is chance.
  const count = (found: (made: Case) => boolean) => ({
    ...both(there.filter((cases) => cases.every(found)).length),
    own: here.filter((cases) => cases.every(found)).length,
  });
  const untouched = (templates: readonly Case[][], profile: ScorerProfile) =>
    templates.filter((cases) => cases.every((made) => worstContradiction(made, profile) === 0)).length;
  return [
    rowOf({
      ...{ topic, key: 'templates.torn', unit: 'count', bound: atMost(0) },
      about: 'templates that require as true what they forbid',
      figures: count(requiresForbidden),
    }),
    rowOf({
      ...{ topic, key: 'templates.told', unit: 'count', bound: atMost(0) },
      about: 'templates whose question shows what is forbidden',
      figures: count(showsForbidden),
    }),
    rowOf({
      ...{ topic, key: 'templates.no_contradiction', unit: 'count', bound: atMost(0) },
      about: 'templates on which no answer contradicts anything',
      figures: {
        '1.0.0': untouched(there, scorer100),
        '2.0.0': untouched(there, scorer200),
        own: untouched(here, obey1Profile),
      },
    }),
    rowOf({
      ...{ topic, key: 'variables.collisions', unit: 'share', bound: atMost(0) },
      about: 'cases in which two variables have one value',
      figures: { ...both(collisions(reference)), own: collisions(own) },
    }),
    rowOf({
      ...{ topic, key: 'difficulty.knobs', unit: 'count', bound: atLeast(3) },
      about: 'settings of difficulty that change the text',
      figures: { ...both(changedByKnob(reference)), own: changedByKnob(own) },
    }),
  ];
}

const isForbidding = ({ expected }: EvaluationItem): boolean => expected.get('check') === 'forbidden_absent';

/** A rule that is asked for as one is no text that the answer must state as true. */
function requiresForbidden({ evaluation_items: items }: Case): boolean {
  const forbidden = items.filter(isForbidding).flatMap(({ expected }) => textsOf(expected.get('value')));
  return items.some(({ expected }) => {
    if (expected.get('check') === 'forbidden_absent' || expected.get('stance') === 'prohibited') return false;
    const required = [...textsOf(expected.get('value')), ...textsOf(expected.get('values'))];
    return required.some((value) => forbidden.includes(value));
  });
}

function showsForbidden({ evaluation_items: items }: Case): boolean {
  return items
    .filter(isForbidding)
    .some(({ prompt, expected }) =>
      textsOf(expected.get('value')).some((value) => normalise(prompt).includes(normalise(value))),
    );
}

/** The contradiction rate of answers that state, each, something that is forbidden or rejected. */
function worstContradiction(made: Case, profile: ScorerProfile): number {
  const [rule] = made.ground_truth.forbidden_behaviors;
  const worst = ({ expected, prompt }: EvaluationItem): string => {
    const forbidden = expected.get('check') === 'forbidden_absent' ? textsOf(expected.get('value')) : [];
    const [wrong] = [...forbidden, ...textsOf(expected.get('rejects'))];
    const [rival] = textsOf(expected.get('conflicts'));
    return [
      rule === undefined ? '' : isGerman(prompt) ? `Alle sollen ${rule}.` : `We should ${rule}.`,
      wrong === undefined ? '' : `${wrong}.`,
      rival === undefined ? '' : `${rival}: ${textsOf(expected.get('attribute')).join()}.`,
    ].join('\n');
  };
  const responses = new Map(made.evaluation_items.map((item) => [item.key, worst(item)]));
  const source = made.transcript;
  return profile.scoreCycle({ case: made, cycle: 0, responses, artifact: emptyArtifact(), source }).contradiction_rate;
}
