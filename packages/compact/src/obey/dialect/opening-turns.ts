import type { Random } from '../../generate/mersenne-twister.js';
import type { Turn } from '../../model/transcript.js';
import type { CaseState, ProjectCast } from './case-state.js';
import type { Vocabulary } from './fields/vocabulary.js';
import { fillForm } from './word-form.js';

/** Of so many turns one is a charge, as about one of so many turns that count is; and all of them are in the first tenth. */
const turnsPerCharge = 11;

/**
 * Whose record is kept, and whose word decides there: the last charge holds. Those before are of other projects; there are so many that
 * being a charge tells nothing.
 *
 * @param turns without signal in the whole transcript, these among them
 */
export function openingTurns(turns: number, state: CaseState, random: Random, vocabulary: Vocabulary): Turn[] {
  const { subject } = state.cast;
  const count = Math.max(1, Math.round(turns / turnsPerCharge));
  const contents = Array.from({ length: count }, () => {
    for (;;) {
      const content = word(otherCharge(state, random), random, vocabulary);
      if (state.said.turns.has(content)) continue;
      state.said.turns.add(content);
      return content;
    }
  });
  return [...contents, word(subject, random, vocabulary)].map((content, id) => {
    return { id, role: 'system', content, tags: [id === count ? 'signal' : 'distractor', 'charge'] };
  });
}

type Charge = Pick<ProjectCast, 'project' | 'lead'>;

/** Another project, under whoever decides there or under someone else: records change hands. */
function otherCharge({ cast }: CaseState, random: Random): Charge {
  const of = random.choice(cast.others);
  return random.below(3) > 0 ? of : { project: of.project, lead: random.choice(cast.people) };
}

function word({ project, lead }: Charge, random: Random, { language }: Vocabulary): string {
  return fillForm(random.choice(language.charge), { p: project, who: lead });
}
