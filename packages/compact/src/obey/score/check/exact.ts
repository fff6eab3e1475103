import { foldText } from '../text/fold-text.js';
import type { CheckContext, CheckResult } from './check-result.js';
import type { CheckParameters } from './parameters.js';

const bare = (text: string): string =>
  foldText(text)
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .replace(/(?<=[^.])\.$/, '')
    .replace(/^["']+|["']+$/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();

/** `exact`: 1 where the whole answer is the value; case counts, Markdown, quotation marks and a final stop do not. */
export function checkExact(
  { value, aliases }: Extract<CheckParameters, { check: 'exact' }>,
  { response }: CheckContext,
): CheckResult {
  const equal = [value, ...aliases].some((one) => bare(one) === bare(response));
  return { score: equal ? 1 : 0, reason: equal ? 'equal' : 'not equal', analyses: [], violated: [] };
}
