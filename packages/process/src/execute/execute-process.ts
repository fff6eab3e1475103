import { type Facts, ObeyError, type ParameterValues } from '@obey/schema';
import type { Abilities, Handlers } from '../abilities.js';
import type { Process } from '../ast.js';
import { itemKey } from '../items/item-key.js';
import { attackNamed } from './attacks.js';
import { deviationNamed } from './deviations.js';
import { gateHooks } from './gate-hooks.js';
import { composeHooks } from './hooks.js';
import { stepsIn } from './places.js';
import { simpleParts } from './step-traits.js';
import { variantNamed } from './variants.js';
import type { Departure } from './walk.js';
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
  /** Asked at each place that the deviation could change: whether it departs from here on. By default it always does. */
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
  const { handlers, onDeviate, departs = () => true } = options;
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
        deviation?.applies(process) === true ? gateHooks(deviation.begin(walk), departs) : {},
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
