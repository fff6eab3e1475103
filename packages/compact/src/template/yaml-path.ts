import type { YamlNode } from './yaml-node.js';

export type YamlPath = readonly (string | number)[];

/** The node at a path; undefined where there is none. */
export function nodeAt(root: YamlNode, path: YamlPath): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const part of path) node = node === undefined ? undefined : child(node, part);
  return node;
}

/** Where the value at a path starts; that of its nearest present ancestor when it is missing. With `key`, where its key does. */
export function offsetAt(root: YamlNode, path: YamlPath, key = false): number {
  const last = path.at(-1);
  const parent = nodeAt(root, path.slice(0, -1));
  const entry = parent?.kind === 'mapping' ? parent.entries.find((one) => one.key.value === last) : undefined;
  if (key && entry !== undefined) return entry.key.offset;
  const node = nodeAt(root, path);
  if (node !== undefined || path.length === 0) return (node ?? root).offset;
  return offsetAt(root, path.slice(0, -1), true);
}

function child(node: YamlNode, part: string | number): YamlNode | undefined {
  if (node.kind === 'sequence') return node.items[Number(part)];
  return node.kind === 'mapping' ? node.entries.find((entry) => entry.key.value === part)?.value : undefined;
}

/** A path as a person writes it: `transcript.turns[0].template`. */
export function pathText(path: YamlPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
