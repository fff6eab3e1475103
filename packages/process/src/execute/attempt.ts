import type { TryNode } from '../ast.js';
import { fits, type ScopeOf } from './fits.js';
import type { Observation } from './observation.js';

/** One go at the body of a `try`: the faults that it met, and whether the last such act was one. */
export class Attempt {
  readonly faults: Observation[] = [];
  readonly #on: TryNode['on'];
  readonly #scopeOf: ScopeOf;
  readonly #outer: Attempt | undefined;
  #failed = false;

  constructor(on: TryNode['on'], scopeOf: ScopeOf, outer: Attempt | undefined) {
    this.#on = on;
    this.#scopeOf = scopeOf;
    this.#outer = outer;
  }

  /** True from a fault on until the same act goes well. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Whether this attempt or one around it has failed, so that what follows in its body is not done. */
  get interrupted(): boolean {
    return this.#failed || (this.#outer?.interrupted ?? false);
  }

  note(observation: Observation): void {
    if (fits(this.#on, observation, this.#scopeOf, 'any')) {
      this.faults.push(observation);
      this.#failed = true;
    } else if (fits(this.#on, observation, this.#scopeOf, 'act')) {
      this.#failed = false;
    }
    this.#outer?.note(observation);
  }
}
