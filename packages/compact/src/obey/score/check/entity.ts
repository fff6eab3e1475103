import type { AnswerText } from '../cue/answer-text.js';
import { barrier } from '../cue/barriers.js';
import { analyseValue, readResponse, type ValueAnalysis } from '../mention/analyse-value.js';
import type { Mention } from '../mention/mention.js';
import type { CheckContext, CheckResult } from './check-result.js';
import type { CheckParameters } from './parameters.js';

/**
 * `entity_consistent`: 1 where the answer attaches the attribute to the entity and to no conflicting one. What the
 * question names need not be said again; where both are said, the nearest name of the sentence holds the attribute.
 */
export function checkEntity(
  { entity, attribute, conflicts, aliases, rejects }: Extract<CheckParameters, { check: 'entity_consistent' }>,
  { answer, question }: CheckContext,
): CheckResult {
  const rivals = [...conflicts, ...rejects];
  const holder = analyseValue(answer, entity, [], rivals);
  const held = analyseValue(answer, attribute, aliases, []);
  const others = rivals.map((rival) => analyseValue(answer, rival, [], [entity]));
  const asked = readResponse('', question, answer.text.language);
  const entityAsked = analyseValue(asked, entity).mentions.length > 0;
  const attributeAsked = analyseValue(asked, attribute, aliases).mentions.length > 0;
  const analyses = [holder, held, ...others.filter(({ mentions }) => mentions.length > 0)];

  const attached = held.mentions.filter(isAsserted).map((place) => nearestHolder(place, [holder, ...others]));
  const silent = attributeAsked && held.mentions.length === 0;
  const violated = others
    .filter(
      (other) => attached.includes(other) || (silent && other.asserted && !standsApart(answer.text, holder, other)),
    )
    .map(({ value }) => value);
  if (violated.length > 0) return { score: 0, reason: 'attached to another entity', analyses, violated };
  const named = holder.asserted || entityAsked;
  const given = held.asserted || (attributeAsked && holder.asserted);
  const denied = [...holder.mentions, ...held.mentions].some(isDenied) && !(holder.asserted || held.asserted);
  const met =
    named &&
    given &&
    !denied &&
    (holder.asserted || held.asserted) &&
    (attached.length === 0 || attached.some((one) => one === holder || one === undefined));
  return {
    score: met ? 1 : 0,
    reason: met ? 'attached to its entity' : 'not attached to its entity',
    analyses,
    violated,
  };
}

const isAsserted = (mention: Mention): boolean =>
  mention.class === 'stated' || (mention.class === 'quoted' && mention.settled);
const isDenied = (mention: Mention): boolean => mention.class === 'negated' || mention.class === 'prohibited';
/** Whether the entity is named first, and the other one in a later clause: of that one something else is said. */
function standsApart(text: AnswerText, holder: ValueAnalysis, other: ValueAnalysis): boolean {
  const first = holder.mentions.find(isAsserted);
  const second = other.mentions.find(isAsserted);
  if (first === undefined || second === undefined || second.start < first.end) return false;
  return text.barriers.slice(first.end, second.start + 1).some((parted) => parted >= barrier.clause);
}

const farthest = 25;

/** The entity whose asserted name stands nearest to a place; a name before it counts as nearer than one behind. */
function nearestHolder(place: Mention, holders: readonly ValueAnalysis[]): ValueAnalysis | undefined {
  let best: ValueAnalysis | undefined;
  let least = farthest;
  for (const holder of holders)
    for (const mention of holder.mentions) {
      if (!isAsserted(mention)) continue;
      const distance = mention.end <= place.start ? place.start - mention.end : (mention.start - place.end) * 2 + 1;
      if (distance >= 0 && distance < least) {
        least = distance;
        best = holder;
      }
    }
  return best;
}
