import type { Facts, ParameterValues } from '@obey/schema';
import type { Item, Process, Scope } from '../ast.js';
import type { StepValues } from './step-values.js';

export interface ScopeSource {
  readonly facts: Facts;
  readonly parameters: ParameterValues;
  readonly item: Item;
  readonly values: StepValues;
  readonly process: Pick<Process, 'steps'>;
  /** Further names, such as a repeat's counter, an event's fields or an aggregate's `values`; they come first. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
  /** The names that will be asked for, as an expression or a template lists them: much quicker than all of them. */
  readonly names?: ReadonlySet<string>;
}

/**
 * The names in scope of an expression where `item` is bound, each an own field. Steps follow the scoping rule and, unless
 * `names` says which are needed, are resolved when they are asked for.
 */
export function scopeFor(source: ScopeSource): Scope {
  const scope: Record<string, unknown> = {};
  if (source.names !== undefined) {
    for (const name of source.names) {
      const value = resolve(source, name);
      if (value !== undefined) scope[name] = value;
    }
    return scope;
  }
  Object.assign(scope, source.parameters, source.facts);
  for (const step of source.process.steps.keys()) {
    Object.defineProperty(scope, step, {
      get: () => source.values.get(step, source.item),
      enumerable: true,
      configurable: true,
    });
  }
  for (const { variable, value } of source.item) define(scope, variable, value);
  for (const [name, value] of Object.entries(source.extra ?? {})) define(scope, name, value);
  return scope;
}

function resolve({ facts, parameters, item, values, process, extra }: ScopeSource, name: string): unknown {
  if (extra !== undefined && Object.hasOwn(extra, name)) return extra[name];
  for (let i = item.length - 1; i >= 0; i -= 1) {
    const binding = item[i];
    if (binding?.variable === name) return binding.value;
  }
  if (process.steps.has(name)) return values.get(name, item);
  if (Object.hasOwn(facts, name)) return facts[name];
  return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
}

/** An assignment would be lost where a step of that name has its getter. */
function define(scope: object, name: string, value: unknown): void {
  Object.defineProperty(scope, name, { value, enumerable: true, configurable: true });
}
