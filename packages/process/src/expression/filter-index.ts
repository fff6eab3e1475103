const least = 8;

/** The elements of one list by the value that a filter compares, or null when some values cannot be told apart by identity. */
type Groups = Map<unknown, unknown[]>;
interface Entry {
  readonly length: number;
  /** Undefined until the list is filtered a second time: most lists are filtered once. */
  groups?: Groups | null;
}

/**
 * Groups lists by a key so that a filter `[key = constant]` is answered by a lookup from the second time on. Lists are
 * recognised by identity and length, and count as immutable while both stay.
 */
export class FilterIndex {
  readonly #lists = new WeakMap<readonly unknown[], Entry>();

  /** The elements whose key is `value`, or undefined when the list has to be scanned. */
  find(list: readonly unknown[], value: unknown, keyOf: (element: unknown) => unknown): readonly unknown[] | undefined {
    if (list.length < least || (typeof value === 'object' && value !== null) || Number.isNaN(value)) return undefined;
    const entry = this.#lists.get(list);
    if (entry === undefined || entry.length !== list.length) {
      this.#lists.set(list, { length: list.length });
      return undefined;
    }
    entry.groups ??= entry.groups === undefined ? group(list, keyOf) : null;
    return entry.groups === null ? undefined : (entry.groups.get(value) ?? []);
  }
}

function group(list: readonly unknown[], keyOf: (element: unknown) => unknown): Groups | null {
  const groups: Groups = new Map();
  for (const element of list) {
    const key = keyOf(element);
    if (typeof key === 'object' && key !== null) return null;
    if (key === undefined || Number.isNaN(key)) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [element]);
    else known.push(element);
  }
  return groups;
}
