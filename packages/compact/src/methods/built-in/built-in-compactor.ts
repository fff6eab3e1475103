import type { Artifact, StructuredState } from '../../model/artifact.js';
import type { CompactOptions, Compactor, MethodContext } from '../../model/method.js';
import type { ScorerVersion } from '../../model/scorer.js';
import type { Transcript } from '../../model/transcript.js';
import { finishArtifact } from '../finish-artifact.js';
import { MethodCalls } from '../method-calls.js';

/** What a built-in method makes of a conversation. */
export interface Compaction {
  readonly summary: string;
  readonly state: StructuredState;
  readonly warnings: readonly string[];
  /** Stands before `calls` in the metadata, `after` behind it. */
  readonly before?: Readonly<Record<string, number>>;
  readonly calls: number;
  readonly after?: Readonly<Record<string, number>>;
}

export interface CompactionInput extends CompactOptions {
  readonly transcript: Transcript;
  readonly calls: MethodCalls;
  readonly profile: ScorerVersion;
}

export type Compact = (input: CompactionInput) => Promise<Compaction>;

export interface BuiltInOptions {
  readonly name: string;
  readonly version: string;
  readonly profile: ScorerVersion;
  readonly context: MethodContext;
}

/** A compactor around one built-in method: its calls are counted, its result made an artifact with the metadata that all built-ins have. */
export function builtInCompactor(compact: Compact, { name, version, profile, context }: BuiltInOptions): Compactor {
  return {
    async compact(transcript, options): Promise<Artifact> {
      const calls = new MethodCalls(context);
      const made = await compact({ ...options, transcript, calls, profile });
      const broken =
        profile === 'obey-1' && calls.broken > 0 ? [`${calls.broken} of ${made.calls} replies were cut short`] : [];
      return finishArtifact(profile, {
        summary: made.summary,
        state: made.state,
        warnings: [...broken, ...made.warnings],
        transcript,
        metadata: {
          method: name,
          version,
          model: context.model,
          provider: context.provider.key,
          ...made.before,
          calls: made.calls,
          ...made.after,
          prompt_tokens: calls.promptTokens,
          completion_tokens: calls.completionTokens,
        },
      });
    },
  };
}
