const maxKinds = 50;

/** How many records of a log were passed over, by what was wrong with them. */
export class SkipCounts {
  readonly #counts: Record<string, number> = {};

  /** Live: it grows while a log is being read. */
  get counts(): Readonly<Record<string, number>> {
    return this.#counts;
  }

  add(kind: string): void {
    // A hostile log must not be able to fill the memory with kinds.
    const known = Object.hasOwn(this.#counts, kind) || Object.keys(this.#counts).length < maxKinds;
    const key = known ? kind : 'others';
    this.#counts[key] = (this.#counts[key] ?? 0) + 1;
  }
}
