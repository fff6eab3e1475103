import { isJsonObject, type JsonObject, toPlain } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import { hasShared, sharedFile } from './shared-data.js';

/** A file of vectors, with whole numbers of any size and the order of keys; empty where there is none: what is skipped is still declared. */
export function vectorFile(name: string): JsonObject {
  if (!hasShared) return new Map();
  const parsed = parseJson(sharedFile(`vectors/${name}`));
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error(`not a file of vectors: ${name}`);
  return parsed.value;
}

/** The entries of one list of a file of vectors. */
export function vectorList(name: string, key = 'vectors'): readonly JsonObject[] {
  return (vectorFile(name).get(key) ?? []) as readonly JsonObject[];
}

/** The same in plain objects, where order and size do not matter. */
export const plainVectors = <Entry>(name: string, key = 'vectors'): readonly Entry[] =>
  vectorList(name, key).map((entry) => toPlain(entry) as Entry);
