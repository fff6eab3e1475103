import type { Artifact } from '../model/artifact.js';
import type { Method } from '../model/method.js';
import type { Turn } from '../model/transcript.js';
import { ScriptedProvider } from '../providers/mock/scripted-provider.js';
import { carriedOver, withoutTags } from '../run/carry-over.js';
import type { CallModel } from './call-model.js';
import type { EstimatedCase, RunToEstimate } from './estimate-run.js';
import { tokenModelOf } from './reply-sizes.js';

/** Cases that a method is tried on, spread over those of the run. */
const triedCases = 12;

interface Tried {
  readonly cycle: number;
  readonly calls: number;
  readonly input: number;
}

/**
 * Runs a method on some of a run's cases with a mock that replies nothing, and takes the means of each cycle for what it does on all.
 *
 * @throws what the method throws
 */
export async function tryMethod(
  method: Method,
  run: Pick<RunToEstimate, 'cases' | 'carries' | 'provider'> & { readonly signal?: AbortSignal },
): Promise<CallModel> {
  const step = Math.max(1, Math.floor(run.cases.length / triedCases));
  const tried: Tried[] = [];
  for (let index = 0; index < run.cases.length; index += step) {
    const one = run.cases[index];
    if (one !== undefined) tried.push(...(await tryCase(method, one, run)));
  }
  const mean = (cycle: number, of: (one: Tried) => number): number => {
    const values = tried.filter((one) => one.cycle === cycle).map(of);
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  };
  return ({ cycle }, { replies }) => {
    const calls = mean(cycle, (one) => one.calls);
    return {
      calls,
      input: mean(cycle, (one) => one.input),
      output: calls * Math.max(1, replies.summary),
      artifact: replies.summary,
    };
  };
}

async function tryCase(
  method: Method,
  { cycles }: EstimatedCase,
  { carries, provider, signal }: Parameters<typeof tryMethod>[1],
): Promise<Tried[]> {
  const { count } = tokenModelOf(provider);
  const mock = new ScriptedProvider();
  const compactor = method.create({ provider: mock, model: 'mock-deterministic' });
  const tried: Tried[] = [];
  let conversation: readonly Turn[] = [];
  let previous: Artifact | undefined;
  for (const [cycle, { turns }] of cycles.entries()) {
    signal?.throwIfAborted();
    conversation = [...conversation, ...turns];
    const source =
      carries === 'transcript' || previous === undefined ? { turns: conversation } : carriedOver(previous, turns);
    const before = mock.calls.length;
    previous = await compactor.compact(withoutTags(source), {
      ...(previous === undefined ? {} : { previous }),
      ...(signal === undefined ? {} : { signal }),
    });
    const made = mock.calls.slice(before);
    const input = made.reduce((sum, { cachedPrefix = '', prompt }) => sum + count(cachedPrefix + prompt), 0);
    tried.push({ cycle, calls: made.length, input });
  }
  return tried;
}
