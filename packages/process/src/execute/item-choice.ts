import type { Binding, ForEachNode, Item } from '../ast.js';
import { itemKey } from '../items/item-key.js';
import type { Place } from './places.js';
import type { Walk, WalkContext } from './walk.js';

/**
 * Chooses items on the way to a node, loop by loop as they are entered: `share` of the innermost loop (at least one), one of
 * each outer loop, and in a procedure its first call. Planted exceptions are chosen only where there is nothing else.
 */
export class ItemChoice {
  readonly #walk: Walk;
  readonly #loops: readonly ForEachNode[];
  readonly #inProcedure: boolean;
  readonly #share: number;
  readonly #chosen = new Map<string, ReadonlySet<string>>();
  #firstCall: string | undefined;

  constructor(walk: Walk, place: Place, share = 0) {
    this.#walk = walk;
    this.#loops = place.parents.filter((node): node is ForEachNode => node.type === 'forEach');
    this.#inProcedure = place.procedure !== undefined;
    this.#share = share;
  }

  /** To be told of every loop that is entered. */
  enter(node: ForEachNode, bindings: readonly Binding[], context: WalkContext): void {
    if (!this.#loops.includes(node)) return;
    const keys = bindings.map(({ key }) => key);
    const ordinary = keys.filter((key) => !this.#walk.planted.has(key));
    const pool = ordinary.length === 0 ? keys : ordinary;
    const place = placeOf(node, context.item);
    const wanted = node === this.#loops.at(-1) ? Math.max(1, Math.floor(keys.length * this.#share)) : 1;
    const chosen = new Set<string>();
    while (chosen.size < Math.min(wanted, pool.length)) {
      const rest = pool.filter((key) => !chosen.has(key));
      chosen.add(this.#walk.choose(`${place} ${chosen.size}`, rest) as string);
    }
    this.#chosen.set(place, chosen);
  }

  /** Whether an item at the node is a chosen one. */
  has(item: Item): boolean {
    const base = item.length - this.#loops.length;
    if (this.#inProcedure) {
      const call = itemKey(item.slice(0, base));
      this.#firstCall ??= call;
      if (call !== this.#firstCall) return false;
    }
    return this.#loops.every((node, index) => {
      const binding = item[base + index];
      return (
        binding !== undefined && this.#chosenAt(placeOf(node, item.slice(0, base + index)), binding).has(binding.key)
      );
    });
  }

  /** Of a loop that it was not told of, being under way by then, it takes the first item that it is asked for. */
  #chosenAt(place: string, { key }: Binding): ReadonlySet<string> {
    const chosen = this.#chosen.get(place) ?? new Set([key]);
    this.#chosen.set(place, chosen);
    return chosen;
  }
}

function placeOf(node: ForEachNode, outer: Item): string {
  return `${node.id} ${itemKey(outer)}`;
}
