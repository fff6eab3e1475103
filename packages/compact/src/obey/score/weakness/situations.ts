import { renderArtifact } from '../../../artifact/render-artifact.js';
import type { Artifact } from '../../../model/artifact.js';
import type { Case, EvaluationItem } from '../../../model/case.js';
import { guessLanguage } from '../text/language.js';
import { tokenize } from '../text/tokenize.js';

/** What a method kept and how it was answered for: the situations that the reference was measured in, and three more. */
export interface Situation {
  readonly key: string;
  /** One clause for a table. */
  readonly about: string;
  artifact(asked: Case): Artifact;
  answer(asked: Case, item: EvaluationItem): string;
}

const artifactOf = (summaryText: string): Artifact => ({
  schemaVersion: '1.0.0',
  summaryText,
  structured_state: {
    immutable_facts: [],
    locked_decisions: [],
    deferred_items: [],
    forbidden_behaviors: [],
    entity_map: new Map(),
    unresolved_items: [],
  },
  selectedSourceTurnIds: [],
  warnings: [],
  methodMetadata: {},
});

const nothing = (): Artifact => artifactOf('');
const dump = ({ transcript }: Case): Artifact => artifactOf(transcript.turns.map(({ content }) => content).join('\n'));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** The right answer in as few words as can be. */
function terse(item: EvaluationItem): string {
  const expected = item.expected;
  switch (expected.get('check')) {
    case 'forbidden_absent':
      return texts(expected.get('instead'))[0] ?? 'No.';
    case 'set_match':
      return texts(expected.get('values')).join(', ');
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
  if (item.expected.get('check') === 'forbidden_absent') {
    const [proper] = texts(item.expected.get('instead'));
    const german = guessLanguage(tokenize(item.prompt).tokens.map(({ word }) => word)) === 'de';
    if (german) return `Niemand darf ${value}.${proper === undefined ? '' : ` Stattdessen: ${proper}.`}`;
    return proper === undefined ? `No. We must never ${value}.` : `We must never ${value}. Instead: ${proper}.`;
  }
  return forbidden.includes(value) ? `We must never ${value}.` : terse(item);
}

export const situations: readonly Situation[] = [
  { key: 'null_dont_know', about: 'nothing kept, "I don\'t know"', artifact: nothing, answer: () => "I don't know." },
  { key: 'null_empty', about: 'nothing kept, silence', artifact: nothing, answer: () => '' },
  {
    key: 'null_refusal',
    about: 'nothing kept, a refusal',
    artifact: nothing,
    answer: () => "I'm sorry, but I can't answer that, since the summary holds no information about it.",
  },
  {
    key: 'null_restated',
    about: 'nothing kept, the question restated',
    artifact: nothing,
    answer: (_, item) => item.prompt,
  },
  {
    key: 'null_invented',
    about: 'nothing kept, invented values',
    artifact: nothing,
    answer: () => 'The plan is to paint the barn green with Gustav by 7 May 1999 for $17.',
  },
  {
    key: 'raw_dump_echo',
    about: 'everything kept and echoed',
    artifact: dump,
    answer: (asked) => renderArtifact(dump(asked)),
  },
  { key: 'ideal_terse', about: 'right answers, terse', artifact: dump, answer: (_, item) => terse(item) },
  { key: 'ideal_aware', about: 'right answers that state the rule', artifact: dump, answer: aware },
];
