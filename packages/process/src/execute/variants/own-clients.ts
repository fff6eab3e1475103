import type { Abilities, FetchResponse } from '../../abilities.js';
import type { Process, StepNode, TryNode } from '../../ast.js';
import { changeAbilities } from '../change-abilities.js';
import { FetchBatch } from '../fetch-batch.js';
import type { ScriptedFetch } from '../fetch-command.js';
import { isTrue, type ScopeOf } from '../fits.js';
import { placesOf } from '../places.js';
import { matchersOf, requestsOf } from '../step-traits.js';
import { toRequest } from '../to-request.js';
import type { Variant } from '../variant.js';
import type { Walk, WalkContext } from '../walk.js';

/** Fetches what several items need at once through one script that asks for all of it concurrently. */
export const oneScript: Variant = {
  name: 'one-script',
  says: 'fetches through one concurrent script',
  applies: (process) => [...process.steps.values()].some((step) => requestsOf(step).length > 0),
  begin(walk) {
    const batch = new FetchBatch();
    return {
      abilities: (abilities, _node, context) =>
        throughScript(walk, abilities, context, batch, () => ({ attempts: 1, again: [] })),
    };
  },
};

/** Lets the retries that a `try` prescribes happen inside one command. */
export const clientRetries: Variant = {
  name: 'client-retries',
  says: 'uses a client that retries by itself',
  applies: (process) => retriedSteps(process).size > 0,
  begin(walk) {
    const retried = retriedSteps(walk.process);
    const batch = new FetchBatch();
    return {
      abilities(abilities, node, context) {
        const around = retried.get(node);
        if (around === undefined) return abilities;
        return throughScript(walk, abilities, context, batch, (asked) => ({
          attempts: (around.retry?.max ?? 0) + 1,
          again: statusesToRetry(walk, around, asked, context),
        }));
      },
    };
  },
};

type Asked = { readonly type: 'request'; readonly sent?: string | undefined } & ReturnType<typeof toRequest>;

function throughScript(
  walk: Walk,
  abilities: Abilities,
  context: WalkContext,
  batch: FetchBatch,
  retriesOf: (asked: Asked) => Pick<ScriptedFetch, 'attempts' | 'again'>,
): Abilities {
  return changeAbilities(abilities, (inner) => ({
    async fetch(url, request = {}) {
      const asked = { type: 'request', ...toRequest(url, request.method, walk.services), sent: request.body } as const;
      const answers = await batch.ask({ url, request, ...retriesOf(asked) }, inner.run);
      for (const answer of answers) walk.note({ ...asked, ...answer }, context);
      return answers.at(-1) as FetchResponse;
    },
  }));
}

/** Steps in the body of a `try` that only asks for the same request once more. */
function retriedSteps(process: Process): Map<StepNode, TryNode> {
  const found = new Map<StepNode, TryNode>();
  for (const { node, parents } of placesOf(process, 'step')) {
    const around = parents.findLast((parent): parent is TryNode => parent.type === 'try');
    if (around?.on.type !== 'requested' || around.retry === undefined || around.do.length > 0) continue;
    if (!around.body.includes(node)) continue;
    const { method, path } = around.on;
    const same = matchersOf(node).some(
      (matcher) => matcher.type === 'requested' && matcher.method === method && matcher.path.source === path.source,
    );
    if (same) found.set(node, around);
  }
  return found;
}

function statusesToRetry(walk: Walk, { on, retry }: TryNode, asked: Asked, context: WalkContext): number[] {
  const scopeOf: ScopeOf = (names) => walk.scope(context, names);
  const where = on.type === 'requested' ? on.where : undefined;
  return Array.from({ length: 500 }, (_, index) => 100 + index).filter((status) =>
    [where, retry?.where].every(
      (condition) => condition === undefined || isTrue(condition, { ...asked, status, body: '' }, scopeOf),
    ),
  );
}
