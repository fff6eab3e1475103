import type { ModuleGraph } from './module-graph.js';

/**
 * How many pairs of modules there are of which one imports the other. Two statements that take from the same module are
 * one, so that joining or splitting them changes nothing.
 */
export function importCount({ imports }: Pick<ModuleGraph, 'imports'>): number {
  return new Set(imports.map(({ from, to }) => `${from}\n${to}`)).size;
}
