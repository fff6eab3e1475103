import { isJsonObject, type JsonObject, type JsonValue, toPlain } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import type { Artifact } from '../model/artifact.js';
import type { Case } from '../model/case.js';
import type { Transcript } from '../model/transcript.js';

/** A case from its JSON text, as the vectors hold it. */
export function readCase(text: string): Case {
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error(`not a case: ${text.slice(0, 80)}`);
  const root = parsed.value;
  const truth = objectIn(root, 'ground_truth');
  const items = root.get('evaluation_items') as readonly JsonObject[];
  return {
    ...(toPlain(root) as Case),
    seed: root.get('seed') as bigint,
    transcript: toPlain(root.get('transcript') ?? null) as Transcript,
    ground_truth: {
      ...(toPlain(truth) as Case['ground_truth']),
      entity_map: objectIn(truth, 'entity_map') as ReadonlyMap<string, string>,
    },
    evaluation_items: items.map((item) => ({
      ...(toPlain(item) as Case['evaluation_items'][number]),
      expected: new Map([...objectIn(item, 'expected')].map(([key, value]) => [key, toPlain(value)])),
    })),
  };
}

/** An artifact from parsed JSON, without any check. */
export function readArtifact(value: JsonValue): Artifact {
  if (!isJsonObject(value)) throw new Error('not an artifact');
  const plain = toPlain(value) as Artifact;
  const state = objectIn(value, 'structured_state');
  return {
    ...plain,
    structured_state: {
      ...plain.structured_state,
      entity_map: objectIn(state, 'entity_map') as ReadonlyMap<string, string>,
    },
  };
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = object.get(key);
  if (!isJsonObject(value)) throw new Error(`no object at ${key}`);
  return value;
}
