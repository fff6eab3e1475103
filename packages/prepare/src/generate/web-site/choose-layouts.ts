import type { Random } from '../../random.js';
import { type LayoutName, layouts } from './layouts.js';

/** A layout for each of so many sites: every one comes before any comes again, in an order that the seed decides. */
export function chooseLayouts(random: Random, count: number): LayoutName[] {
  const order = random.shuffle(Object.keys(layouts) as LayoutName[]);
  return Array.from({ length: count }, (_, index) => order[index % order.length] as LayoutName);
}
