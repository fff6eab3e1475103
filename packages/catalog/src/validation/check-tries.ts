import { type TryOutcome, tryOutcomes } from '@obey/prepare';
import type { TryNode } from '@obey/process';
import type { Findings } from './findings.js';
import { type Instance, mayMeetState } from './instance.js';

const words: Readonly<Record<Exclude<TryOutcome, 'well'>, string>> = {
  recovered: 'is well again after a retry',
  exhausted: 'stays faulty after the last retry',
  refused: 'meets a fault that is not retried',
};

/** Each `try` meets at least one fault for every outcome that it has. */
export async function checkTries({ process, prepared, stateful }: Instance, findings: Findings): Promise<void> {
  const seen = new Map<TryNode, Set<TryOutcome>>();
  for (const { node, outcome } of await tryOutcomes(process, prepared)) {
    if (node.on.type === 'requested' && mayMeetState(node.on, stateful)) continue;
    seen.set(node, (seen.get(node) ?? new Set()).add(outcome));
  }
  for (const [node, outcomes] of seen) {
    for (const outcome of outcomesOf(node)) {
      if (!outcomes.has(outcome)) {
        findings.error(
          node,
          `no item of this \`try\` ${words[outcome]}`,
          'plant such a fault in prepare.ts at every level',
        );
      }
    }
  }
}

function outcomesOf({ retry, otherwise }: TryNode): (keyof typeof words)[] {
  if (retry === undefined) return ['refused'];
  const givesUp: (keyof typeof words)[] = otherwise.length > 0 ? ['exhausted'] : [];
  return ['recovered', ...givesUp, ...(retry.where === undefined ? [] : (['refused'] as const))];
}
