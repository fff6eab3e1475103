import { ScoringError } from '../../../score/scoring-error.js';
import { judgeMention } from '../mention/judge-mention.js';
import type { Mention } from '../mention/mention.js';
import { foldWord } from '../text/fold-text.js';
import type { Token } from '../text/token.js';
import { tokenize } from '../text/tokenize.js';
import { type Unit, unitOf } from '../text/units.js';
import type { CheckContext, CheckResult } from './check-result.js';
import type { CheckParameters } from './parameters.js';

interface Quantity {
  readonly value: number;
  readonly unit: Unit | undefined;
}

/** `numeric_within`: 1 where the answer asserts a number within the tolerance of the value, and none within that of a decoy. */
export function checkNumeric(
  parameters: Extract<CheckParameters, { check: 'numeric_within' }>,
  { answer }: CheckContext,
): CheckResult {
  const unit = parameters.unit === undefined ? undefined : unitOf(foldWord(parameters.unit.trim()));
  const wanted = quantityOf(parameters.value, unit);
  const rejects = parameters.rejects.map((reject) => quantityOf(reject, unit));
  const judged = answer.text.tokens.flatMap((token, index) => {
    if (token.kind !== 'number') return [];
    const relevant = [wanted, ...rejects].some((quantity) => within(token, quantity, parameters));
    if (!relevant) return [];
    return [{ token, mention: judgeMention(answer.text, { start: index, end: index + 1, matched: new Set([index]) }) }];
  });
  const asserted = judged.filter(({ mention }) => isAsserted(mention));
  const met = asserted.some(({ token }) => within(token, wanted, parameters));
  const decoys = rejects.filter((reject) =>
    asserted.some(({ token }) => within(token, reject, parameters) && !within(token, wanted, parameters)),
  );
  const violated = decoys.map(({ value }) => String(value));
  const analyses = [
    {
      value: String(wanted.value),
      mentions: judged.map(({ mention }) => mention),
      asserted: met,
      prohibited: false,
      violated: met,
    },
  ];
  if (violated.length > 0) return { score: 0, reason: 'a decoy is affirmed', analyses, violated };
  return { score: met ? 1 : 0, reason: met ? 'within' : 'no such number is affirmed', analyses, violated };
}

const isAsserted = (mention: Mention): boolean =>
  mention.class === 'stated' || (mention.class === 'quoted' && mention.settled);

function quantityOf(value: number | string, unit: Unit | undefined): Quantity {
  if (typeof value === 'number') return { value, unit };
  const [token] = tokenize(value).tokens.filter(({ kind }) => kind === 'number');
  const read = token?.numbers?.[0];
  if (read === undefined)
    throw new ScoringError(`numeric_within has a wrong 'value': ${JSON.stringify(value.slice(0, 40))} is no number`);
  return { value: read, unit: unit ?? token?.unit };
}

function within(
  token: Token,
  { value, unit }: Quantity,
  parameters: { tolerance?: number | undefined; rel_tolerance?: number | undefined },
): boolean {
  const own = token.unit;
  if (own !== undefined && unit !== undefined && own.dimension !== unit.dimension) return false;
  const scale = own !== undefined && unit !== undefined ? own.factor / unit.factor : 1;
  const allowed =
    Math.max(parameters.tolerance ?? 0, (parameters.rel_tolerance ?? 0) * Math.abs(value)) +
    1e-9 * Math.max(1, Math.abs(value));
  return (token.numbers ?? []).some((read) => Math.abs(read * scale - value) <= allowed);
}
