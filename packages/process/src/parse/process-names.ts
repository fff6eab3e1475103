import type { Frame } from './frame.js';

export type NameKind = 'variable' | 'counter' | 'fact' | 'parameter' | 'step';

/** Every name that a process may use, and what it is where. */
export class ProcessNames {
  constructor(
    readonly facts: ReadonlyMap<string, { readonly key?: string | undefined }>,
    readonly parameters: ReadonlySet<string>,
    readonly steps: ReadonlySet<string>,
    /** Parameters of each procedure by its name. */
    readonly procedures: ReadonlyMap<string, readonly string[]>,
    /** Services of the task, undefined where they are not known. */
    readonly services: ReadonlySet<string> | undefined,
  ) {}

  kindOf(name: string, frame: Pick<Frame, 'variables' | 'counters'>): NameKind | undefined {
    if (frame.variables.some((variable) => variable.name === name)) return 'variable';
    if (frame.counters.includes(name)) return 'counter';
    if (this.facts.has(name)) return 'fact';
    if (this.parameters.has(name)) return 'parameter';
    return this.steps.has(name) ? 'step' : undefined;
  }

  *inScope(frame: Pick<Frame, 'variables' | 'counters'>): Generator<string> {
    for (const { name } of frame.variables) yield name;
    yield* frame.counters;
    yield* this.facts.keys();
    yield* this.parameters;
    yield* this.steps;
  }
}
