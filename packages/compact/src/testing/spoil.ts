/** At which byte, how many go, and what is put there. */
export type ByteEdit = readonly [where: number, gone: number, put: Uint8Array];

/** The bytes after edits, one after the other. */
export function editBytes(bytes: Buffer, edits: readonly ByteEdit[]): Buffer {
  let edited = bytes;
  for (const [where, gone, put] of edits) {
    const at = where % Math.max(1, edited.length);
    edited = Buffer.concat([edited.subarray(0, at), put, edited.subarray(at + gone)]);
  }
  return edited;
}

type Bag = Record<string | number, unknown>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

/**
 * Walks down a structure by `steps`, each a place among the keys there, and changes a copy at the end of the way: `how` 0
 * puts another value, 1 takes it away, 2 has it twice under another key, 3 repeats it in a list or under the key `put`.
 */
export function mutate(root: unknown, steps: readonly number[], how: number, put: unknown): unknown {
  const copy = structuredClone(root);
  let at: unknown = copy;
  let parent: Bag | undefined;
  let last: string | number = '';
  for (const step of steps) {
    if (!isBag(at)) break;
    const keys = Object.keys(at);
    if (keys.length === 0) break;
    parent = at;
    last = keys[step % keys.length] ?? '';
    at = at[last];
  }
  if (parent === undefined) return put;
  if (how === 0) parent[last] = put;
  else if (how === 1) delete parent[last];
  else if (how === 2) parent[`${last}x`] = at;
  else if (Array.isArray(parent)) parent.splice(Number(last), 0, structuredClone(at));
  else parent[String(put)] = at;
  return copy;
}
