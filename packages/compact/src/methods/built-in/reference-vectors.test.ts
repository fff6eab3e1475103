import { ObeyError } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { artifactJson } from '../../artifact/artifact-json.js';
import { requireArtifact } from '../../artifact/parse-artifact.js';
import { toPlain } from '../../json/json-value.js';
import type { Transcript } from '../../model/transcript.js';
import { ScriptedProvider } from '../../providers/mock/scripted-provider.js';
import { hasShared, sharedFile } from '../../testing/shared-data.js';
import { resolveMethod } from '../resolve-method.js';
import { builtInNames } from './built-ins.js';

interface Vector {
  readonly method: string;
  readonly turns: number;
  readonly scripted_responses: readonly string[];
  readonly default_response: string;
  readonly previous_artifact: unknown;
  readonly artifact?: { readonly methodMetadata: Record<string, unknown> };
  readonly error?: string;
  readonly calls: readonly { readonly json_object: boolean; readonly cached_prefix: boolean }[];
}

const file: { built_ins_sorted: string[]; vectors: Vector[] } = hasShared
  ? JSON.parse(sharedFile('vectors/compactors.json'))
  : { built_ins_sorted: [], vectors: [] };

/** Turn i as the vectors have it. */
function transcriptOf(count: number): Transcript {
  const roles = ['user', 'assistant', 'system'] as const;
  return {
    turns: Array.from({ length: count }, (_, id) => ({
      id,
      role: roles[id % 3] ?? 'user',
      content: `turn ${id} text`,
      tags: [],
    })),
  };
}

describe.skipIf(!hasShared)('the built-ins as CompactBench has them (skipped where ../shared is absent)', () => {
  it('are those', () => expect(builtInNames).toEqual(file.built_ins_sorted));

  it.each(file.vectors.map((vector, index) => [index, vector.method, vector] as const))(
    'do as vector %i (%s) does',
    async (_index, key, vector) => {
      const provider = new ScriptedProvider({
        responses: vector.scripted_responses,
        defaultResponse: vector.default_response,
      });
      const method = await resolveMethod(`built-in:${key}`, { profile: '1.0.0', folder: '.' });
      const previous = vector.previous_artifact === null ? {} : { previous: requireArtifact(vector.previous_artifact) };
      const outcome = await method
        .create({ provider, model: 'm1' })
        .compact(transcriptOf(vector.turns), previous)
        .catch((error: unknown) => error);
      const calls = provider.calls.map(({ json = false, system = null, maxTokens, temperature, cachedPrefix }) => ({
        json_object: json,
        system,
        max_tokens: maxTokens,
        temperature,
        cached_prefix: cachedPrefix !== undefined,
      }));
      expect(calls).toEqual(vector.calls);
      if (vector.error !== undefined) {
        expect(ObeyError.isInstance(outcome) && outcome.code).toBe('solve-failed');
        return;
      }
      if (outcome instanceof Error) throw outcome;
      const made = toPlain(artifactJson(outcome as never)) as { methodMetadata: Record<string, unknown> };
      const { prompt_tokens: promptTokens, ...metadata } = made.methodMetadata;
      expect(promptTokens).toBeGreaterThanOrEqual(vector.calls.length);
      expect({ ...made, methodMetadata: metadata }).toEqual(vector.artifact);
      expect(Object.keys(metadata)).toEqual(Object.keys(vector.artifact?.methodMetadata ?? {}));
    },
  );
});
