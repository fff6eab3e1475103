import type { Binding, ForEachNode, Item } from '../ast.js';
import { itemKey } from '../items/item-key.js';
import type { Place } from './places.js';
import type { Walk } from './walk.js';

/**
 * The first item that reaches a node, for one that only some items ever reach: which ones cannot be known as its loops are
 * entered. Planted exceptions are passed over where a loop has others.
 */
export class FirstReached {
  readonly #walk: Walk;
  readonly #loops: readonly ForEachNode[];
  #others = false;
  #chosen: string | undefined;

  constructor(walk: Walk, place: Place) {
    this.#walk = walk;
    this.#loops = place.parents.filter((node): node is ForEachNode => node.type === 'forEach');
  }

  /** To be told of every loop that is entered. */
  enter(node: ForEachNode, bindings: readonly Binding[]): void {
    if (this.#loops.includes(node)) this.#others ||= bindings.some(({ key }) => !this.#walk.planted.has(key));
  }

  /** To be asked for each item that reaches the node. */
  has(item: Item): boolean {
    const isPlanted = item.some(({ key }) => this.#walk.planted.has(key));
    if (!isPlanted || !this.#others) this.#chosen ??= itemKey(item);
    return this.#chosen === itemKey(item);
  }
}
