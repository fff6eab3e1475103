import { ObeyError } from '@obey/schema';
import { requireArtifact } from '../../artifact/parse-artifact.js';
import type { Compactor } from '../../model/method.js';
import type { ScorerVersion } from '../../model/scorer.js';

/** A user's compactor, whose artifacts are checked and whose failures have one clear line each. */
export function checkedCompactor(
  inner: { compact(...given: unknown[]): unknown },
  { spec, profile }: { readonly spec: string; readonly profile: ScorerVersion },
): Compactor {
  return {
    async compact(transcript, options) {
      try {
        return requireArtifact(await inner.compact(transcript, options), { bothSpellings: profile !== '1.0.0' });
      } catch (cause) {
        if (ObeyError.isInstance(cause) && cause.code !== 'solve-failed') throw cause;
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new ObeyError('solve-failed', `${spec}: ${reason}`, {
          cause,
          ...(ObeyError.isInstance(cause) && cause.hint !== undefined ? { hint: cause.hint } : {}),
        });
      }
    },
  };
}
