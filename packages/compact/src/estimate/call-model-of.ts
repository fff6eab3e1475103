import type { Method } from '../model/method.js';
import { assumedCallModel, builtInCallModel, type CallModel } from './call-model.js';
import type { RunToEstimate } from './estimate-run.js';
import { tryMethod } from './try-method.js';

/** How a method is taken to call its model. */
export interface KnownCalls {
  readonly model: CallModel;
  /** Why that is a guess; absent where it is known. */
  readonly doubt?: string;
}

export interface CallsToTell extends Pick<RunToEstimate, 'cases' | 'carries' | 'provider'> {
  /** As `obey compact run` takes it: `built-in:<key>` or `<path>:<Class>`. */
  readonly spec: string;
  /** Makes the method where it has to be tried. */
  readonly resolve: () => Promise<Method>;
  readonly signal?: AbortSignal;
}

const guess = 'one call a compaction was assumed';
const prefix = 'built-in:';

/**
 * What is known of the built-in methods and controls; of a user's method, what it does with a mock that replies nothing, on the
 * first cases. Claude Code asks its model itself, and is not tried.
 *
 * @throws what `resolve` throws
 */
export async function callModelOf({ spec, resolve, ...run }: CallsToTell): Promise<KnownCalls> {
  const known = spec.startsWith(prefix) ? builtInCallModel(spec.slice(prefix.length)) : undefined;
  if (known !== undefined) return { model: known };
  if (spec === 'built-in:claude-code') {
    return { model: assumedCallModel, doubt: `Claude Code does not tell how many calls it makes; ${guess}` };
  }
  const method = await resolve();
  try {
    return {
      model: await tryMethod(method, run),
      doubt: `${method.name} was tried on a mock to count the calls to compact; another model may make it take more`,
    };
  } catch (cause) {
    if (run.signal?.aborted) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { model: assumedCallModel, doubt: `${method.name} cannot be tried on a mock (${reason}); ${guess}` };
  }
}
