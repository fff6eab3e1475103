import type { ForEachNode, Process, RequestMatcher, StepNode } from '../ast.js';
import { itemKey } from '../items/item-key.js';
import { loopBindings } from '../items/loop-bindings.js';
import { parseContent } from '../items/parse-content.js';
import { isTarget } from '../template/request-query.js';
import { changeAbilities } from './change-abilities.js';
import type { Hooks } from './hooks.js';
import { placesOf } from './places.js';
import { shellWrite } from './shell-write.js';
import { certainSteps, outputOf, requestsOf, simpleParts } from './step-traits.js';
import { toRequest } from './to-request.js';
import type { Walk } from './walk.js';

/** One way to do one act for all items of one loop. */
export interface Lumping {
  readonly begin: (walk: Walk) => Partial<Hooks>;
}

/** What can be lumped in a process. */
export function lumpings(process: Process): Lumping[] {
  return placesOf(process, 'forEach').flatMap(({ node }) => {
    if (node.unit === 'agent') return [{ begin: (walk) => oneAgent(walk, node) }];
    if (node.unit === 'call') return writesAlone(node) ? [{ begin: (walk) => oneCall(walk, node) }] : [];
    return node.unit === 'request'
      ? bulkRequests(node).map((bulk) => ({ begin: (walk) => oneRequest(walk, node, bulk) }))
      : [];
  });
}

interface Bulk {
  readonly step: StepNode;
  readonly request: RequestMatcher;
}

/** Requests that would do for every item alike: alternatives that do not name the loop variable. */
function bulkRequests(node: ForEachNode): Bulk[] {
  return certainSteps(node).flatMap((step) => {
    const requests = requestsOf(step);
    const own = requests.filter(({ path }) => path.names.has(node.variable));
    const bulk = requests.find(({ method, path }) => method === 'GET' && !path.names.has(node.variable));
    return own.length > 0 && bulk !== undefined ? [{ step, request: bulk }] : [];
  });
}

/** Whether each item's evidence is a file alone, so that one call can write them all. */
function writesAlone(node: ForEachNode): boolean {
  const steps = certainSteps(node);
  return (
    steps.length > 0 && steps.every((step) => outputOf(step) !== undefined && simpleParts(step.started).length === 0)
  );
}

function oneAgent(walk: Walk, loop: ForEachNode): Partial<Hooks> {
  return {
    async forEach(node, bindings, context, proceed) {
      if (node !== loop || bindings.length < 2) return proceed(bindings, node.mode);
      for (const binding of bindings) departedAll(walk, loop, [...context.item, binding]);
      await context.abilities.delegate(`${bindings.length} of ${loop.id}`, async (abilities) => {
        for (const binding of bindings) await walk.iteration(node, binding, { ...context, abilities });
      });
    },
  };
}

function oneCall(walk: Walk, loop: ForEachNode): Partial<Hooks> {
  const held = new Map<string, string>();
  const steps = new Set(certainSteps(loop));
  let isHolding = false;
  return {
    async forEach(node, bindings, context, proceed) {
      if (node !== loop || bindings.length < 2) return proceed(bindings, node.mode);
      isHolding = true;
      await proceed(bindings, 'any');
      for (const binding of bindings) departedAll(walk, loop, [...context.item, binding]);
      await context.abilities.run(shellWrite(held));
      held.clear();
    },
    abilities(abilities, node, context) {
      // In a loop that was under way when this began, nobody would ever write what is held.
      if (!isHolding || !steps.has(node)) return abilities;
      const target =
        node.yields?.type === 'file' ? node.yields.path.fill(walk.scope(context, node.yields.path.names)) : '';
      return changeAbilities(abilities, () => ({
        async write(path, content) {
          held.set(path, content);
          if (path === target) walk.yielded(node, content, context);
        },
      }));
    },
  };
}

function oneRequest(walk: Walk, loop: ForEachNode, { step, request }: Bulk): Partial<Hooks> {
  const answers = new Map<string, Promise<{ status: number; body: string }>>();
  return {
    abilities(abilities, node, context) {
      const binding = context.item.findLast(({ kind }) => kind === loop.kind);
      if (node !== step || binding === undefined) return abilities;
      return changeAbilities(abilities, (inner) => ({
        async fetch(url, options) {
          const asked = toRequest(url, options?.method, walk.services);
          const own = requestsOf(step).some(
            ({ method, path }) =>
              method === asked.method && isTarget(path.fill(walk.scope(context, path.names)), asked),
          );
          if (!own) return inner.fetch(url, options);
          walk.departed(step, context.item);
          const outer = itemKey(context.item.slice(0, -1));
          const address = new URL(request.path.fill(walk.scope(context, request.path.names)), url).href;
          const answer = answers.get(outer) ?? inner.fetch(address);
          answers.set(outer, answer);
          const whole = await answer;
          const part = whole.status >= 400 ? whole : partFor(loop, binding.key, whole.body);
          walk.note({ type: 'request', ...asked, sent: options?.body, ...part }, context);
          return part;
        },
      }));
    },
  };
}

/** The part of a bulk answer that is about one item: a field by its key, or an element of a list. */
function partFor(loop: ForEachNode, key: string, body: string): { status: number; body: string } {
  const all = parseContent(body);
  if (Array.isArray(all)) {
    const index = all.findIndex((element) => loopBindings(loop, [element])[0]?.key === key);
    return index < 0 ? { status: 404, body: '' } : { status: 200, body: JSON.stringify(all[index]) };
  }
  const part = typeof all === 'object' && all !== null && Object.hasOwn(all, key) ? Reflect.get(all, key) : undefined;
  return part === undefined ? { status: 404, body: '' } : { status: 200, body: JSON.stringify(part) };
}

function departedAll(walk: Walk, loop: ForEachNode, item: Parameters<Walk['departed']>[1]): void {
  const [first] = certainSteps(loop);
  walk.departed(first ?? loop, item);
}
