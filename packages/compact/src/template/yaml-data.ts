import type { CaseValue } from '../case/case-value.js';
import { markFloat } from '../case/float-marks.js';
import { jsonFloat } from '../json/number-text.js';
import type { ScalarNode, YamlNode } from './yaml-node.js';
import { YamlProblem } from './yaml-problem.js';

/** Where the mappings of a file hold keys of the author's own, as paths in which `*` is any member. */
export type DataPaths = readonly (readonly string[])[];

/**
 * The value of a node as a schema reads it: mappings are plain objects, save that those at `maps`, and all within them, are
 * maps whose keys keep their order.
 *
 * @throws YamlProblem where a key is no text
 */
export function yamlData(node: YamlNode, maps: DataPaths): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map((item) => yamlData(item, below(maps, '*')));
  if (maps.some((path) => path.length === 0)) return dataOf(node, true);
  const object: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) object[textKey(key)] = yamlData(value, below(maps, textKey(key)));
  return object;
}

/** A value with maps for mappings, which remembers what numbers were written as floats. */
function dataOf(node: YamlNode, textKeys: boolean): CaseValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') {
    const list = node.items.map((item) => dataOf(item, false));
    for (const [index, item] of node.items.entries()) if (item.kind === 'scalar' && item.float) markFloat(list, index);
    return list;
  }
  const map = new Map<string, CaseValue>();
  for (const { key, value } of node.entries) {
    const name = textKeys ? textKey(key) : jsonKey(key);
    if (map.has(name)) throw new YamlProblem(`the key ${JSON.stringify(name)} stands twice in one mapping`, key.offset);
    map.set(name, dataOf(value, false));
    if (value.kind === 'scalar' && value.float) markFloat(map, name);
  }
  return map;
}

function textKey({ value, offset }: ScalarNode): string {
  if (typeof value === 'string') return value;
  throw new YamlProblem(`expected text as a key, found ${String(value)}`, offset, 'put it in quotes');
}

/** How a case writes a key that is no text, which only mappings deep within `expected` may have. */
function jsonKey({ value, float }: ScalarNode): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return 'None';
  return typeof value === 'number' && float ? jsonFloat(value) : String(value);
}

function below(maps: DataPaths, key: string): DataPaths {
  return maps.filter(([first]) => first === key || first === '*').map((path) => path.slice(1));
}
