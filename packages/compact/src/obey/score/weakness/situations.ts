import { renderArtifact } from '../../../artifact/render-artifact.js';
import { emptyState } from '../../../artifact/state-sections.js';
import type { Artifact } from '../../../model/artifact.js';
import type { Case, EvaluationItem } from '../../../model/case.js';
import { guessLanguage } from '../text/language.js';
import { tokenize } from '../text/tokenize.js';

/** What a method kept and how it was answered for: the situations that the reference was measured in, and three more. */
export interface Situation {
  readonly key: string;
  artifact(asked: Case): Artifact;
  answer(asked: Case, item: EvaluationItem): string;
}

const artifactOf = (summaryText: string): Artifact => ({
  schemaVersion: '1.0.0',
  summaryText,
  structured_state: emptyState(),
  selectedSourceTurnIds: [],
  warnings: [],
  methodMetadata: {},
});

/** What is left of a conversation of which nothing was kept. */
export const emptyArtifact = (): Artifact => artifactOf('');
const dump = ({ transcript }: Case): Artifact => artifactOf(transcript.turns.map(({ content }) => content).join('\n'));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The texts of a parameter that is one or a list of them. */
export const textsOf = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string');

/** Whether a question is in German. */
export const isGerman = (prompt: string): boolean =>
  guessLanguage(tokenize(prompt).tokens.map(({ word }) => word)) === 'de';

/** The right answer in as few words as can be. */
export function terse(item: EvaluationItem): string {
  const expected = item.expected;
  switch (expected.get('check')) {
    case 'forbidden_absent':
      return textsOf(expected.get('instead'))[0] ?? 'No.';
    case 'set_match':
      return textsOf(expected.get('values')).join(', ');
    case 'entity_consistent':
      return `${text(expected.get('entity'))}: ${text(expected.get('attribute'))}`;
    default:
      return String(expected.get('value') ?? '');
  }
}

/** The right answer that also says which rule it follows. */
function aware(asked: Case, item: EvaluationItem): string {
  const value = text(item.expected.get('value'));
  const forbidden = asked.ground_truth.forbidden_behaviors;
  const ban = isGerman(item.prompt) ? `Niemand darf ${value}.` : `We must never ${value}.`;
  if (item.expected.get('check') === 'forbidden_absent') {
    const [proper] = textsOf(item.expected.get('instead'));
    if (isGerman(item.prompt)) return `${ban}${proper === undefined ? '' : ` Stattdessen: ${proper}.`}`;
    return proper === undefined ? `No. ${ban}` : `${ban} Instead: ${proper}.`;
  }
  return forbidden.includes(value) ? ban : terse(item);
}

export const situations = [
  { key: 'null_dont_know', artifact: emptyArtifact, answer: () => "I don't know." },
  { key: 'null_empty', artifact: emptyArtifact, answer: () => '' },
  {
    key: 'null_refusal',
    artifact: emptyArtifact,
    answer: () => "I'm sorry, but I can't answer that, since the summary holds no information about it.",
  },
  {
    key: 'null_restated',
    artifact: emptyArtifact,
    answer: (_, item) => item.prompt,
  },
  {
    key: 'null_invented',
    artifact: emptyArtifact,
    answer: () => 'The plan is to paint the barn green with Gustav by 7 May 1999 for $17.',
  },
  {
    key: 'raw_dump_echo',
    artifact: dump,
    answer: (asked) => renderArtifact(dump(asked)),
  },
  { key: 'ideal_terse', artifact: dump, answer: (_, item) => terse(item) },
  { key: 'ideal_aware', artifact: dump, answer: aware },
] as const satisfies readonly Situation[];

export type SituationKey = (typeof situations)[number]['key'];
