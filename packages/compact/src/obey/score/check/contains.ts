import { analyseValue } from '../mention/analyse-value.js';
import type { CheckContext, CheckResult } from './check-result.js';
import type { CheckParameters } from './parameters.js';
import { valueName } from './same-value.js';

type Stance = 'affirmed' | 'prohibited' | 'any';

/** The stance asked for; without one, a forbidden behaviour of the case is to be named as forbidden. */
export const stanceOf = (stance: Stance | undefined, value: string, forbidden: readonly string[]): Stance =>
  stance ?? (forbidden.some((one) => valueName(one) === valueName(value)) ? 'prohibited' : 'affirmed');

/** `contains_normalized`: 1 where the value is asserted (or named as prohibited), and no decoy is. */
export function checkContains(
  parameters: Extract<CheckParameters, { check: 'contains_normalized' }>,
  { answer, forbidden }: CheckContext,
): CheckResult {
  const { value, aliases, rejects } = parameters;
  const stance = stanceOf(parameters.stance, value, forbidden);
  const analysis = analyseValue(answer, value, aliases, rejects);
  const decoys = rejects.map((reject) => analyseValue(answer, reject, [], [value, ...aliases], 'strict'));
  const affirmed = decoys.filter((decoy) => decoy.asserted || (stance === 'prohibited' && decoy.prohibited));
  const analyses = [analysis, ...decoys.filter(({ mentions }) => mentions.length > 0)];
  const violated = affirmed.map((decoy) => decoy.value);
  const met =
    stance === 'affirmed'
      ? analysis.asserted
      : stance === 'prohibited'
        ? analysis.prohibited
        : analysis.mentions.some((mention) => !mention.unknown);
  if (!met) return { score: 0, reason: `not ${stance === 'any' ? 'named' : stance}`, analyses, violated };
  if (violated.length > 0) return { score: 0, reason: 'a decoy is affirmed', analyses, violated };
  return { score: 1, reason: stance === 'any' ? 'named' : stance, analyses, violated };
}
