import type { ModuleGraph } from './module-graph.js';

type Edges = Pick<ModuleGraph, 'modules' | 'imports'>;

/** Groups of modules of which each reaches each other one, those of one module left out unless it imports itself (Tarjan). */
export function stronglyConnected({ modules, imports }: Edges): string[][] {
  const next = successors({ modules, imports });
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const groups: string[][] = [];
  for (const root of modules) {
    if (order.has(root)) continue;
    const path: { node: string; rest: string[] }[] = [];
    const enter = (node: string) => {
      order.set(node, order.size);
      low.set(node, order.size - 1);
      stack.push(node);
      open.add(node);
      path.push({ node, rest: [...(next.get(node) ?? [])] });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node, rest } = top;
      const to = rest.pop();
      if (to !== undefined) {
        if (!order.has(to)) enter(to);
        else if (open.has(to)) low.set(node, Math.min(low.get(node) ?? 0, order.get(to) ?? 0));
        continue;
      }
      path.pop();
      const above = path.at(-1)?.node;
      if (above !== undefined) low.set(above, Math.min(low.get(above) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== order.get(node)) continue;
      const group = stack.splice(stack.lastIndexOf(node));
      for (const member of group) open.delete(member);
      if (group.length > 1 || next.get(node)?.has(node)) groups.push(group.sort());
    }
  }
  return groups.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

/**
 * Every elementary cycle (no module twice), from its least module on in the order of its imports; `most` bounds how many are
 * looked for, since there can be exponentially many. By depth first search within each strongly connected group, every
 * cycle from its least module alone.
 *
 * @throws RangeError when there are more than `most`
 */
export function elementaryCycles(graph: Edges, { most = 10_000 }: { most?: number } = {}): string[][] {
  const next = successors(graph);
  const cycles: string[][] = [];
  for (const group of stronglyConnected(graph)) {
    for (const least of group) {
      const within = new Set(group.filter((one) => one >= least));
      const path = [least];
      const onPath = new Set(path);
      const visit = (node: string): void => {
        for (const to of [...(next.get(node) ?? [])].sort()) {
          if (to === least) {
            cycles.push([...path]);
            if (cycles.length > most) throw new RangeError(`more than ${most} cycles`);
          } else if (within.has(to) && !onPath.has(to)) {
            path.push(to);
            onPath.add(to);
            visit(to);
            path.pop();
            onPath.delete(to);
          }
        }
      };
      visit(least);
    }
  }
  return cycles;
}

function successors({ modules, imports }: Edges): Map<string, Set<string>> {
  const next = new Map<string, Set<string>>(modules.map((module) => [module, new Set()]));
  for (const { from, to } of imports) next.get(from)?.add(to);
  return next;
}
