import { createHash } from 'node:crypto';
import { compactJson } from '../json/json-text.js';
import { fromPlain, type JsonValue } from '../json/json-value.js';
import type { Artifact } from '../model/artifact.js';

/** The JSON form of an artifact, with its field names and their order. */
export function artifactJson(artifact: Artifact): JsonValue {
  const state = artifact.structured_state;
  return new Map<string, JsonValue>([
    ['schemaVersion', artifact.schemaVersion],
    ['summaryText', artifact.summaryText],
    [
      'structured_state',
      new Map<string, JsonValue>([
        ['immutable_facts', state.immutable_facts],
        ['locked_decisions', state.locked_decisions],
        ['deferred_items', state.deferred_items],
        ['forbidden_behaviors', state.forbidden_behaviors],
        ['entity_map', state.entity_map],
        ['unresolved_items', state.unresolved_items],
      ]),
    ],
    ['selectedSourceTurnIds', artifact.selectedSourceTurnIds.map(BigInt)],
    ['warnings', artifact.warnings],
    ['methodMetadata', fromPlain(artifact.methodMetadata)],
  ]);
}

/** The SHA-256 (hex) of an artifact's compact JSON text in UTF-8. */
export const artifactDigest = (artifact: Artifact): string => textDigest(compactJson(artifactJson(artifact)));

/** The SHA-256 (hex) of a text in UTF-8. */
export const textDigest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
