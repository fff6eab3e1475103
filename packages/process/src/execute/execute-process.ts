import { type Facts, ObeyError, type ParameterValues } from '@obey/schema';
import type { Abilities, Handlers } from '../abilities.js';
import type { Process } from '../ast.js';
import { itemKey } from '../items/item-key.js';
import { attackNamed } from './attacks.js';
import { delayHooks } from './delay-hooks.js';
import type { Deviation } from './deviation.js';
import { deviationNamed } from './deviations.js';
import { composeHooks, type Hooks } from './hooks.js';
import { stepsIn } from './places.js';
import { simpleParts } from './step-traits.js';
import { variantNamed } from './variants.js';
import type { Departure, Walk } from './walk.js';
import { Walker } from './walker.js';

export interface ExecuteOptions {
  /** One per step; an optional step may have none. */
  readonly handlers: Handlers;
  readonly abilities: Abilities;
  readonly facts: Facts;
  readonly parameters: ParameterValues;
  /** Base URL of each service. */
  readonly services: Readonly<Record<string, string>>;
  /** Decides with which step and item a deviation departs. */
  readonly seed: number;
  /** Name of a deviation; one that does not apply to the process changes nothing. */
  readonly deviation?: string | undefined;
  /** Asked as the walk goes on, until it says that the deviation departs from here on; without it, that begins at once. */
  readonly departs?: (() => boolean) | undefined;
  /** Name of a variant; likewise. */
  readonly variant?: string | undefined;
  /** Name of an attack, which takes the place of the whole walk. */
  readonly attack?: string | undefined;
  /** Told of each departure as it is made. */
  readonly onDeviate?: ((departure: Departure) => void) | undefined;
}

/**
 * Carries a process out: walks its tree and calls a handler for each step that is due, on what the run itself observed;
 * obediently, or with one named deviation; or, with an attack, only seems to. Handlers act through `abilities` alone.
 *
 * @throws ObeyError `usage` for an unknown deviation, variant or attack, `solve-failed` when a handler is missing or throws,
 *   `expression-failed` when a condition cannot be evaluated
 */
export async function executeProcess(process: Process, options: ExecuteOptions): Promise<void> {
  const { handlers, onDeviate, departs } = options;
  const deviation = options.deviation === undefined ? undefined : deviationNamed(options.deviation);
  const variant = options.variant === undefined ? undefined : variantNamed(options.variant);
  const attack = options.attack === undefined ? undefined : attackNamed(options.attack);
  for (const { step, optional } of process.steps.values()) {
    if (!optional && !Object.hasOwn(handlers, step)) {
      throw new ObeyError('solve-failed', `there is no handler for step \`${step}\``, {
        hint: 'the `solve` export of solve.ts needs one per step',
      });
    }
  }
  const told = new Set<string>();
  const walker = new Walker(
    {
      ...options,
      process,
      departed(node, item) {
        const key = itemKey(item);
        if (deviation === undefined || told.has(`${node.id} ${key}`)) return;
        told.add(`${node.id} ${key}`);
        const steps = stepsIn([node]).map(({ step }) => step);
        onDeviate?.({ deviation: deviation.name, dimension: deviation.dimension, node: node.id, steps, item: key });
      },
    },
    (walk) =>
      composeHooks(
        deviation?.applies(process) === true ? hooksOf(deviation, walk, departs) : {},
        variant?.applies(process) === true ? variant.begin(walk) : {},
      ),
  );
  if (attack !== undefined) {
    return attack.perform(walker, { item: [], counters: {}, abilities: options.abilities, depth: 0 });
  }
  const answers = [...process.steps.values()].some(({ done }) =>
    simpleParts(done).some(({ type }) => type === 'replied'),
  );
  await walker.start(options.abilities);
  if (!answers && deviation?.name !== 'claim-only') await options.abilities.say('Everything is done as asked.');
}

function hooksOf(deviation: Deviation, walk: Walk, departs: ExecuteOptions['departs']): Partial<Hooks> {
  return departs === undefined ? deviation.begin(walk, walk.process) : delayHooks(deviation, walk, departs);
}
