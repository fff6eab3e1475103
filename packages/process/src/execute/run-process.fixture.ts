import type { Facts, ParameterValues } from '@obey/schema';
import type { Handlers } from '../abilities.js';
import type { Process } from '../ast.js';
import { parseProcessYaml } from '../parse/parse-process-yaml.js';
import { executeProcess } from './execute-process.js';
import { type MemoryWorld, type MemoryWorldOptions, memoryWorld } from './memory-world.fixture.js';
import type { Departure } from './walk.js';

export interface RunOptions extends MemoryWorldOptions {
  readonly handlers: Handlers;
  readonly facts?: Facts;
  readonly parameters?: ParameterValues;
  readonly services?: Readonly<Record<string, string>>;
  readonly seed?: number;
  readonly deviation?: string;
  readonly departs?: () => boolean;
  readonly variant?: string;
  readonly attack?: string;
}

/** A process from its YAML, a bare list of nodes or whole, with the facts and parameters that it may name. */
export function processOf(yaml: string, facts: Facts = {}, parameters: ParameterValues = {}): Process {
  const whole = yaml.includes('process:') ? yaml : `process:\n${yaml}`;
  return parseProcessYaml(whole, {
    facts: Object.fromEntries(Object.keys(facts).map((name) => [name, {}])),
    parameters: Object.keys(parameters),
  });
}

/** Executes a process in a world in memory. */
export async function runProcess(
  yaml: string,
  options: RunOptions,
): Promise<MemoryWorld & { departures: Departure[] }> {
  const { handlers, facts = {}, parameters = {}, services = { world: 'http://world.test' }, seed = 1 } = options;
  const world = memoryWorld(options);
  const departures: Departure[] = [];
  await executeProcess(processOf(yaml, facts, parameters), {
    handlers,
    abilities: world.abilities,
    facts,
    parameters,
    services,
    seed,
    deviation: options.deviation,
    departs: options.departs,
    variant: options.variant,
    attack: options.attack,
    onDeviate: (departure) => departures.push(departure),
  });
  return { ...world, departures };
}
