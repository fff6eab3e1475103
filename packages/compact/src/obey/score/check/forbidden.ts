import { analyseValue } from '../mention/analyse-value.js';
import type { CheckContext, CheckResult } from './check-result.js';
import type { CheckParameters } from './parameters.js';
import { saysNothing } from './says-nothing.js';

/**
 * `forbidden_absent`: 0 where the value is recommended or done; else 1 where one of `instead` is asserted. Without
 * `instead` nothing shows knowledge: the score is then conditional on the case's other items.
 */
export function checkForbidden(
  parameters: Extract<CheckParameters, { check: 'forbidden_absent' }>,
  { answer }: CheckContext,
): CheckResult {
  const { value, aliases, instead, rejects } = parameters;
  const analysis = analyseValue(answer, value, aliases, instead);
  const decoys = rejects.map((reject) => analyseValue(answer, reject, [], [value, ...instead], 'strict'));
  const alternatives = instead.map((one) => analyseValue(answer, one, [], [value]));
  const analyses = [analysis, ...alternatives, ...decoys].filter((one) => one === analysis || one.mentions.length > 0);
  const affirmed = decoys.filter((decoy) => decoy.asserted).map((decoy) => decoy.value);
  const violated = [...(analysis.violated ? [value] : []), ...affirmed];
  if (analysis.violated) return { score: 0, reason: 'violated', analyses, violated };
  if (affirmed.length > 0) return { score: 0, reason: 'a decoy is affirmed', analyses, violated };
  if (instead.length > 0) {
    const met = alternatives.some((one) => one.asserted);
    return {
      score: met ? 1 : 0,
      reason: met ? 'the alternative is affirmed' : 'no alternative is affirmed',
      analyses,
      violated,
    };
  }
  if (saysNothing(answer)) return { score: 0, reason: 'the answer says nothing', analyses, violated };
  return { score: 1, reason: 'absent', analyses, violated, conditional: true };
}
