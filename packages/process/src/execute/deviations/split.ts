import type { Abilities } from '../../abilities.js';
import type { Binding, ForEachNode, Process, StepNode } from '../../ast.js';
import { itemKey } from '../../items/item-key.js';
import { changeAbilities } from '../change-abilities.js';
import type { Deviation } from '../deviation.js';
import { ItemChoice } from '../item-choice.js';
import { type Place, placesOf } from '../places.js';
import { shellWrite } from '../shell-write.js';
import { certainSteps, requestsOf, simpleParts } from '../step-traits.js';
import type { Walk, WalkContext } from '../walk.js';

/** Several acts for one item of a loop whose unit is the request, the call or the agent. */
export const split: Deviation = {
  name: 'split',
  dimension: 'granularity',
  says: 'does several acts for one item',
  applies: (process) => sitesIn(process).length > 0,
  begin(walk, process) {
    const site = walk.choose('split', sitesIn(process));
    if (site === undefined) return {};
    const { node: loop } = site;
    const choice = new ItemChoice(walk, { ...site, parents: [...site.parents, loop] });
    const steps = new Set(divisible(loop));
    return {
      async forEach(node, bindings, context, proceed) {
        choice.enter(node, bindings, context);
        const isMeant = (binding: Binding) => choice.has([...context.item, binding]);
        if (node !== loop || loop.unit !== 'agent') return proceed(bindings, node.mode);
        await proceed(
          bindings.filter((binding) => !isMeant(binding)),
          node.mode,
        );
        for (const binding of bindings.filter(isMeant)) await byTwoAgents(walk, loop, binding, context);
      },
      abilities(abilities, node, context) {
        if (loop.unit === 'agent' || !steps.has(node) || !choice.has(context.item)) return abilities;
        walk.departed(node, context.item);
        return changeAbilities(abilities, loop.unit === 'request' ? twoRequests : twoCalls);
      },
    };
  },
};

function sitesIn(process: Process): Place<ForEachNode>[] {
  return placesOf(process, 'forEach').filter(({ node }) => divisible(node).length > 0);
}

/** The steps whose one act can be done as two. */
function divisible(loop: ForEachNode): StepNode[] {
  if (loop.unit === 'artifact') return [];
  const steps = certainSteps(loop);
  if (loop.unit === 'request') return steps.filter((step) => requestsOf(step).some(({ method }) => method !== 'GET'));
  return steps.filter(({ done }) => simpleParts(done).some(({ type }) => type === 'wrote'));
}

/** One agent leaves half a result, and another one finishes it. */
async function byTwoAgents(walk: Walk, loop: ForEachNode, binding: Binding, context: WalkContext): Promise<void> {
  const key = itemKey([...context.item, binding]);
  const [step] = divisible(loop);
  walk.departed(step ?? loop, [...context.item, binding]);
  const whole = new Map<string, string>();
  const half = (inner: Abilities): Partial<Abilities> => ({
    async write(path, content) {
      whole.set(path, content);
      await inner.write(path, firstHalf(content));
    },
  });
  await context.abilities.delegate(`${key} 1`, (abilities) =>
    walk.iteration(loop, binding, { ...context, abilities: changeAbilities(abilities, half) }),
  );
  await context.abilities.delegate(`${key} 2`, async (abilities) => {
    for (const [path, content] of whole) await abilities.write(path, content);
  });
}

/** One call writes half a file, and another one adds the rest. */
function twoCalls(abilities: Abilities): Partial<Abilities> {
  return {
    async write(path, content) {
      await abilities.write(path, firstHalf(content));
      await abilities.run(shellWrite(new Map([[path, content.slice(firstHalf(content).length)]]), '>>'));
    },
  };
}

function twoRequests(abilities: Abilities): Partial<Abilities> {
  return {
    async fetch(url, request) {
      const { body } = request ?? {};
      if (body === undefined || body.length < 2) return abilities.fetch(url, request);
      await abilities.fetch(url, { ...request, body: firstHalf(body) });
      return abilities.fetch(url, { ...request, body: body.slice(firstHalf(body).length) });
    },
  };
}

function firstHalf(text: string): string {
  return text.slice(0, Math.ceil(text.length / 2));
}
