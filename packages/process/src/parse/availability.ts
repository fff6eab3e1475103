import type { NodeSource } from '@obey/schema';
import { type PathKey, pathKey } from './path-key.js';
import type { ProcessShape } from './process-shape.js';
import { stepsIn } from './source-walk.js';
import type { YamlPath } from './yaml-file.js';

type Steps = ReadonlySet<string>;

/**
 * The steps that may have a value where a node stands: those before it in the order of the program, of a `repeat` also
 * those of its body (an earlier cycle), of a loop's `while` likewise (an earlier item), of a procedure those before any of its calls. For `try`, `…/catch` has those of
 * its handlers' conditions.
 */
export function stepsAvailable({ process, procedures }: ProcessShape): ReadonlyMap<PathKey, Steps> {
  const before = new Map<PathKey, Steps>();
  const entries = new Map<string, Set<string>>();
  const walk: Walk = { before, entries, procedures, changed: true };
  while (walk.changed) {
    walk.changed = false;
    walkBlock(process, ['process'], new Set(), walk);
    for (const [name, { do: block }] of Object.entries(procedures)) {
      walkBlock(block, ['procedures', name, 'do'], entries.get(name) ?? new Set(), walk);
    }
  }
  return before;
}

interface Walk {
  readonly before: Map<PathKey, Steps>;
  /** Steps before any call of a procedure. */
  readonly entries: Map<string, Set<string>>;
  readonly procedures: ProcessShape['procedures'];
  changed: boolean;
}

function walkBlock(block: readonly NodeSource[], path: YamlPath, start: Steps, walk: Walk): Steps {
  return block.reduce((known, node, index) => walkNode(node, [...path, index], known, walk), start);
}

function walkNode(node: NodeSource, path: YamlPath, known: Steps, walk: Walk): Steps {
  const set = (steps: Steps, ...parts: string[]) => walk.before.set(pathKey([...path, ...parts]), steps);
  const inside = (block: readonly NodeSource[] | undefined, start: Steps, ...parts: PropertyKey[]) =>
    block === undefined ? start : walkBlock(block, [...path, ...parts], start, walk);
  set(known);
  if ('step' in node) return new Set([...known, node.step]);
  if ('forEach' in node) {
    if (node.while !== undefined) set(union([known, stepsIn(node.do, walk.procedures)]), 'while');
    return inside(node.do, known, 'do');
  }
  if ('parallel' in node) {
    return union(node.parallel.map((branch, index) => inside(branch, known, 'parallel', index)));
  }
  if ('if' in node) return union([inside(node.then, known, 'then'), inside(node.else, known, 'else')]);
  if ('repeat' in node) {
    const start = union([known, stepsIn(node.do, walk.procedures)]);
    set(start);
    return inside(node.do, start, 'do');
  }
  if ('try' in node) {
    const { do: recovery, otherwise } = node.catch;
    const body = inside(node.try, union([known, stepsIn(recovery ?? [], walk.procedures)]), 'try');
    set(body, 'catch');
    const recovered = inside(recovery, body, 'catch', 'do');
    return union([recovered, inside(otherwise, recovered, 'catch', 'otherwise')]);
  }
  const entry = walk.entries.get(node.call) ?? new Set();
  for (const step of known) {
    if (!entry.has(step)) walk.changed = true;
    entry.add(step);
  }
  walk.entries.set(node.call, entry);
  return union([known, stepsIn([node], walk.procedures)]);
}

function union(sets: readonly Steps[]): Steps {
  return new Set(sets.flatMap((set) => [...set]));
}
