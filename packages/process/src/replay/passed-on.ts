import type { Binding } from '../ast.js';
import type { Frame } from './replay-run.js';

/** Calls within calls: deeper than any real tree, far less than the stack. */
export const deepestCall = 500;

/** A loop variable handed on as it is keeps its key. */
export function passedOn(source: string, frame: Pick<Frame, 'item'>): Binding | undefined {
  return frame.item.find(({ variable }) => variable === source.trim().replace(/^\$/, ''));
}
