import { analyseValue } from '../mention/analyse-value.js';
import type { CheckContext, CheckResult } from './check-result.js';
import { stanceOf } from './contains.js';
import type { CheckParameters } from './parameters.js';
import { valueName } from './same-value.js';

/** `set_match`: the share of the distinct values that are asserted; 0 where a decoy is. */
export function checkSet(
  parameters: Extract<CheckParameters, { check: 'set_match' }>,
  { answer, forbidden }: CheckContext,
): CheckResult {
  const values = [...new Map(parameters.values.map((value) => [valueName(value), value])).values()];
  const aliases = Array.isArray(parameters.aliases) ? {} : parameters.aliases;
  const own = (value: string): readonly string[] => (Object.hasOwn(aliases, value) ? (aliases[value] ?? []) : []);
  const analyses = values.map((value) =>
    analyseValue(answer, value, own(value), [...values.filter((other) => other !== value), ...parameters.rejects]),
  );
  const met = analyses.filter((analysis) => {
    const stance = stanceOf(parameters.stance, analysis.value, forbidden);
    if (stance === 'any') return analysis.mentions.some((mention) => !mention.unknown);
    return stance === 'prohibited' ? analysis.prohibited : analysis.asserted;
  });
  const decoys = parameters.rejects.map((reject) => analyseValue(answer, reject, [], values, 'strict'));
  const violated = decoys.filter((decoy) => decoy.asserted).map((decoy) => decoy.value);
  const shown = [...analyses, ...decoys.filter(({ mentions }) => mentions.length > 0)];
  if (violated.length > 0) return { score: 0, reason: 'a decoy is affirmed', analyses: shown, violated };
  return { score: met.length / values.length, reason: `${met.length} of ${values.length}`, analyses: shown, violated };
}
