import type { Binding, Item } from '../ast.js';

/** One value of a step, with the item that it belongs to. */
export interface ItemValue {
  readonly item: Item;
  readonly value: unknown;
}

interface Entry {
  readonly item: Item;
  value: unknown;
}

/** The entries of a step that agree in some of their loop values. */
interface Bucket {
  entries: Entry[];
  sorted: boolean;
  values: unknown[] | undefined;
}

interface StepEntries {
  /** The slots of the step's item, see `slots`. */
  readonly slots: readonly string[];
  readonly byItem: Map<string, Entry>;
  /** Shared slots → their keys → entries. */
  readonly groupings: Map<string, { readonly shared: readonly string[]; readonly buckets: Map<string, Bucket> }>;
}

const separator = '\u0000';

/**
 * What the steps of a run yielded, read by the scoping rule: where the same item is bound, a step's name is that item's
 * value; elsewhere it is the array of all its values that agree in the loop values that are shared, in item order.
 * Loops bind the same item when the kind and the key of a binding are the same.
 */
export class StepValues {
  readonly #steps = new Map<string, StepEntries>();
  readonly #ranks = new Map<string, Map<string, number>>();

  /** Fixes the order of items: the order in which a kind's keys are first declared. */
  declare(bindings: readonly Binding[]): void {
    for (const { kind, key } of bindings) this.#rank(kind, key);
  }

  /** Sets the value that a step yielded for an item, in place of an earlier one. */
  set(step: string, item: Item, value: unknown): void {
    let entries = this.#steps.get(step);
    if (entries === undefined) {
      entries = { slots: slots(item), byItem: new Map(), groupings: new Map() };
      this.#steps.set(step, entries);
    }
    this.declare(item);
    const key = slotKeys(entries.slots, item);
    const known = entries.byItem.get(key);
    const entry = known ?? { item, value };
    entry.value = value;
    entries.byItem.set(key, entry);
    for (const { shared, buckets } of entries.groupings.values()) {
      const bucketKey = slotKeys(shared, item);
      const bucket = buckets.get(bucketKey) ?? { entries: [], sorted: true, values: undefined };
      if (known === undefined) {
        bucket.entries.push(entry);
        bucket.sorted = false;
      }
      bucket.values = undefined;
      buckets.set(bucketKey, bucket);
    }
  }

  /** Takes back the values that agree with `item`, as when it left by `otherwise`. */
  remove(step: string, item: Item): void {
    const entries = this.#steps.get(step);
    if (entries === undefined) return;
    const shared = sharedSlots(entries.slots, item);
    const key = slotKeys(shared, item);
    let removed = false;
    if (shared.length === entries.slots.length) removed = entries.byItem.delete(key);
    else {
      for (const [name, entry] of entries.byItem) {
        if (slotKeys(shared, entry.item) === key) removed = entries.byItem.delete(name);
      }
    }
    if (removed) entries.groupings.clear();
  }

  /** Whether the step yielded for exactly this item. */
  has(step: string, item: Item): boolean {
    const entries = this.#steps.get(step);
    return entries?.byItem.has(slotKeys(entries.slots, item)) ?? false;
  }

  /** A step's value as seen where `item` is bound; `undefined` when it has none. */
  get(step: string, item: Item): unknown {
    const entries = this.#steps.get(step);
    if (entries === undefined) return undefined;
    if (isSameLoop(entries.slots, item)) return entries.byItem.get(slotKeys(entries.slots, item))?.value;
    const bound = sharedSlots(entries.slots, item);
    if (bound.length === entries.slots.length) return entries.byItem.get(slotKeys(entries.slots, item))?.value;
    const bucket = this.#bucket(entries, bound, item);
    if (bucket === undefined || bucket.entries.length === 0) return undefined;
    bucket.values ??= bucket.entries.map(({ value }) => value);
    return bucket.values;
  }

  /** A step's values with their items, as seen where `item` is bound, in item order. */
  entries(step: string, item: Item): readonly ItemValue[] {
    const entries = this.#steps.get(step);
    if (entries === undefined) return [];
    const bound = sharedSlots(entries.slots, item);
    if (bound.length < entries.slots.length) return this.#bucket(entries, bound, item)?.entries ?? [];
    const entry = entries.byItem.get(slotKeys(entries.slots, item));
    return entry === undefined ? [] : [entry];
  }

  /** Orders items as their loops declare them, outermost first. */
  compare(a: Item, b: Item): number {
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
      const [left, right] = [a[i], b[i]];
      if (left === undefined || right === undefined) break;
      const difference = this.#rank(left.kind, left.key) - this.#rank(right.kind, right.key);
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  }

  #bucket(entries: StepEntries, shared: readonly string[], item: Item): Bucket | undefined {
    const name = shared.join(separator);
    let grouping = entries.groupings.get(name);
    if (grouping === undefined) {
      grouping = { shared, buckets: new Map() };
      entries.groupings.set(name, grouping);
      for (const entry of entries.byItem.values()) {
        const key = slotKeys(shared, entry.item);
        const bucket = grouping.buckets.get(key);
        if (bucket === undefined) grouping.buckets.set(key, { entries: [entry], sorted: false, values: undefined });
        else bucket.entries.push(entry);
      }
    }
    const bucket = grouping.buckets.get(slotKeys(shared, item));
    if (bucket !== undefined && !bucket.sorted) {
      bucket.entries.sort((a, b) => this.compare(a.item, b.item));
      bucket.sorted = true;
    }
    return bucket;
  }

  #rank(kind: string, key: string): number {
    let keys = this.#ranks.get(kind);
    if (keys === undefined) {
      keys = new Map();
      this.#ranks.set(kind, keys);
    }
    const known = keys.get(key);
    if (known !== undefined) return known;
    keys.set(key, keys.size);
    return keys.size - 1;
  }
}

/** Names of an item's places: its kinds, each with its number among bindings of the same kind (pairs of one list). */
function slots(item: Item): string[] {
  const seen = new Map<string, number>();
  return item.map(({ kind }) => {
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    return count === 0 ? kind : `${kind}#${count}`;
  });
}

function sharedSlots(wanted: readonly string[], item: Item): readonly string[] {
  if (wanted.length === 0 || item.length === 0) return [];
  const present = slots(item);
  return wanted.filter((slot) => present.includes(slot));
}

/** The common case: outside loops, or in one and the same. */
function isSameLoop(wanted: readonly string[], item: Item): boolean {
  return wanted.length === 0 || (wanted.length === 1 && item.length === 1 && wanted[0] === item[0]?.kind);
}

/** The keys that an item has in the slots asked for. */
function slotKeys(wanted: readonly string[], item: Item): string {
  if (wanted.length === 0) return '';
  if (item.length === 1 && wanted.length === 1 && wanted[0] === item[0]?.kind) return item[0]?.key ?? '';
  const present = slots(item);
  const keys = wanted.map((slot) => item[present.indexOf(slot)]?.key ?? '');
  return keys.length === 1 ? (keys[0] ?? '') : keys.join(separator);
}
