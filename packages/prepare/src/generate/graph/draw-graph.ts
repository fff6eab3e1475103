import type { Random } from '../../random.js';

/** Nodes 0 to `nodes` − 1 with edges between different nodes, each pair at most once. */
export interface Graph {
  readonly nodes: number;
  readonly edges: readonly (readonly [number, number])[];
}

/** A tree on all nodes, each edge from the parent to the child; the root is 0, and no node has more than `children`. */
export function drawTree(random: Random, { nodes, children = nodes }: { nodes: number; children?: number }): Graph {
  const edges: [number, number][] = [];
  const counts = new Map<number, number>();
  for (let node = 1; node < nodes; node += 1) {
    const open = Array.from({ length: node }, (_, index) => index).filter((one) => (counts.get(one) ?? 0) < children);
    const parent = random.pick(open);
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
    edges.push([parent, node]);
  }
  return { nodes, edges };
}

/** A directed graph without cycles in which every edge goes from the lower number to the higher. */
export function drawDag(random: Random, { nodes, edges }: { nodes: number; edges: number }): Graph {
  return { nodes, edges: inOrder(random.sample(pairsOf(nodes), edges)) };
}

/** An undirected graph with a path between any two nodes; each edge names the lower node first. */
export function drawConnectedGraph(random: Random, { nodes, edges }: { nodes: number; edges: number }): Graph {
  if (edges < nodes - 1) throw new RangeError(`${edges} edges cannot connect ${nodes} nodes`);
  const tree = drawTree(random.fork('tree'), { nodes }).edges;
  const names = random.fork('names').shuffle(Array.from({ length: nodes }, (_, index) => index));
  const own = tree.map(([a, b]): [number, number] => {
    const [first = 0, second = 0] = [names[a], names[b]];
    return first < second ? [first, second] : [second, first];
  });
  const used = new Set(own.map(String));
  const free = pairsOf(nodes).filter((pair) => !used.has(String(pair)));
  return { nodes, edges: inOrder([...own, ...random.fork('more').sample(free, edges - own.length)]) };
}

function pairsOf(nodes: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < nodes; a += 1) for (let b = a + 1; b < nodes; b += 1) pairs.push([a, b]);
  return pairs;
}

function inOrder(edges: readonly (readonly [number, number])[]): Graph['edges'] {
  return edges.toSorted(([a, b], [c, d]) => a - c || b - d);
}
