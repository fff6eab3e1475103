import { resolveMethod } from '../../../methods/resolve-method.js';
import type { Artifact } from '../../../model/artifact.js';
import type { ScorerVersion } from '../../../model/scorer.js';
import { ScriptedProvider } from '../../../providers/mock/scripted-provider.js';

const decisions = ['the roof is slate', 'the roof is tin', 'the roof is thatch'] as const;

/**
 * The share of taken-back decisions that the built-in ledger still holds after three cycles, in each of which its model states the
 * new decision and names the one before it as superseded.
 */
export async function heldSuperseded(profile: ScorerVersion): Promise<number> {
  const replies = decisions.flatMap((decision, cycle) => [
    JSON.stringify({ locked_decisions: [decision], superseded: cycle === 0 ? [] : ['L1'] }),
    'A roof is planned.',
  ]);
  const provider = new ScriptedProvider({ responses: replies });
  const method = await resolveMethod('built-in:hybrid-ledger', { profile, folder: '.' });
  const compactor = method.create({ provider, model: 'none' });
  let previous: Artifact | undefined;
  for (const [id, content] of decisions.entries()) {
    const turns = [{ id, role: 'user' as const, content, tags: [] }];
    previous = await compactor.compact({ turns }, previous === undefined ? {} : { previous });
  }
  const [last, ...old] = [...decisions].reverse();
  const held: readonly string[] = previous?.structured_state.locked_decisions ?? [];
  if (last === undefined || !held.includes(last)) return 1;
  return old.filter((decision) => held.includes(decision)).length / old.length;
}
