import type { NodeInstance } from '@obey/prepare';
import { type Expression, type IfNode, parseExpression } from '@obey/process';
import { ObeyError } from '@obey/schema';
import type { Findings } from './findings.js';
import type { Instance } from './instance.js';
import { type ServedValues, servedValues } from './served-values.js';

const leastEachSide = 3;

interface Tally {
  yes: number;
  no: number;
  boundary: number;
}

/**
 * Each `if` over items meets at least three on each side, and one on the boundary of what it compares, where the facts and the
 * world's answers tell; what only a run can tell is left to calibration.
 */
export async function checkDecisions(instance: Instance, findings: Findings): Promise<void> {
  const tallies = new Map<IfNode, Tally>();
  const served = servedValues(instance);
  for (const place of instance.nodes) {
    if (place.node.type !== 'if' || place.item.length === 0) continue;
    const tally = tallies.get(place.node) ?? { yes: 0, no: 0, boundary: 0 };
    tallies.set(place.node, tally);
    const outcome = await decide(place.node, place, served);
    if (outcome?.boundary === true) tally.boundary += 1;
    if (outcome !== undefined && !outcome.tied) tally[outcome.holds ? 'yes' : 'no'] += 1;
  }
  for (const [node, { yes, no, boundary }] of tallies) {
    if (yes + no + boundary === 0) continue;
    const { source } = node.condition;
    // Structure decides what a tree looks like, so it needs both sides but no more.
    const least = node.structural ? 1 : leastEachSide;
    if (yes < least || no < least) {
      findings.error(
        node,
        `fewer than ${least} items on a side of \`${source}\``,
        `it holds for ${yes} and fails for ${no}: plant more in prepare.ts`,
      );
    } else if (!node.structural && boundary === 0 && onBoundary(node.condition) !== undefined) {
      findings.warning(
        node,
        `no item lies on the boundary of \`${source}\``,
        'plant one for which both sides are equal',
      );
    }
  }
}

/** On which side of a decision an item lies. */
export interface Decided {
  readonly holds: boolean;
  /** Either branch would do. */
  readonly tied: boolean;
  readonly boundary: boolean;
}

/** How a decision falls for an item, as far as the facts and what the world serves tell; undefined when they do not. */
export async function decide(
  { condition }: IfNode,
  { names, item }: NodeInstance,
  served: ServedValues,
): Promise<Decided | undefined> {
  const values = Object.fromEntries([...condition.steps].map((step) => [step, served(step, item)]));
  if (Object.values(values).some((value) => value === undefined)) return undefined;
  const scope = { ...names, ...values };
  try {
    const holds = await condition.evaluate(scope);
    if (typeof holds !== 'boolean') return undefined;
    const tied = condition.tied?.(scope) === true;
    return { holds, tied, boundary: tied || (await onBoundary(condition)?.evaluate(scope)) === true };
  } catch (error) {
    if (ObeyError.isInstance(error)) return undefined;
    throw error;
  }
}

/** Whether both sides of the one order comparison of a condition are equal; undefined when it has none or several. */
function onBoundary({ source }: Expression): Expression | undefined {
  const parts = source.split(/[<>]=?/);
  return parts.length === 2 ? parseExpression(parts.join('=')) : undefined;
}
