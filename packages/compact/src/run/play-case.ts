import type { Fence } from '../artifact/fence.js';
import { continuationRequest, evaluationRequest } from '../artifact/prompts.js';
import { renderArtifact } from '../artifact/render-artifact.js';
import type { Artifact } from '../model/artifact.js';
import type { Compactor } from '../model/method.js';
import type { Provider } from '../model/provider.js';
import type { ScorerProfile } from '../model/scorer.js';
import type { Transcript, Turn } from '../model/transcript.js';
import { type RecordedCall, recordingProvider } from '../providers/recording-provider.js';
import type { PlayedCycle } from '../results/case-evidence.js';
import type { CaseResult, CycleResult } from '../results/results-event.js';
import { countUsage, sumUsage, usageSince } from '../results/token-usage.js';
import { caseScore, penalizedScores } from '../score/aggregate.js';
import { driftDeltas } from '../score/drift.js';
import { trim } from '../score/whitespace.js';
import { type CarryOver, carriedOver, withoutTags } from './carry-over.js';
import type { CaseScript, CycleScript } from './case-script.js';

export interface PlayOptions {
  readonly profile: ScorerProfile;
  readonly carry: CarryOver;
  readonly provider: Provider;
  readonly model: string;
  /** Makes the compactor of this case, bound to the provider it is given. */
  readonly compactor: (provider: Provider) => Compactor;
  /** The fence of one artifact, of its rendered text. */
  readonly fence: (text: string) => Fence;
  /** Milliseconds. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

export interface PlayedCase {
  readonly result: CaseResult;
  readonly cycles: readonly PlayedCycle[];
  /** The models that answered, as their provider names them, in the order in which they first did. */
  readonly models: readonly string[];
}

/**
 * Plays one case: in each cycle what was said since is added, the method compacts, every question is asked of the artifact
 * alone, and the answers are scored.
 *
 * @throws what the provider, the method or the scorer throws
 */
export async function playCase(script: CaseScript, options: PlayOptions): Promise<PlayedCase> {
  const counted = countUsage(options.provider);
  const calls: RecordedCall[] = [];
  const provider = recordingProvider(counted.provider, (call) => void calls.push(call));
  const player = { ...options, provider };
  const compactor = options.compactor(provider);
  const played: PlayedCycle[] = [];
  const results: Omit<CycleResult, 'drift_delta'>[] = [];
  let conversation: readonly Turn[] = [];
  let previous: Artifact | undefined;
  for (const [cycle, scripted] of script.cycles.entries()) {
    options.signal?.throwIfAborted();
    const [began, before] = [options.now(), counted.usage()];
    const added = await saidSince(scripted, previous, player);
    conversation = [...conversation, ...added];
    const source = sourceOf(options.carry, conversation, added, previous);
    const asked = calls.length;
    const artifact = await compactor.compact(options.profile.version === '1.0.0' ? source : withoutTags(source), {
      ...(previous === undefined ? {} : { previous }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      countUsage: counted.add,
    });
    const methodCalls = calls.slice(asked);
    const responses = await askAll(scripted, artifact, player);
    const scorecard = options.profile.scoreCycle({
      case: scripted.asked,
      cycle,
      responses,
      artifact,
      source: { turns: conversation },
    });
    results.push({
      cycle_number: cycle,
      scorecard,
      latency_ms: Math.trunc(options.now() - began),
      token_usage: usageSince(before, counted.usage()),
    });
    played.push({ cycle, addedTurns: cycle === 0 ? [] : added, artifact, responses, methodCalls });
    previous = artifact;
  }
  const deltas = driftDeltas(penalizedScores(results));
  const cycles = results.map((result, index) => ({ ...result, drift_delta: deltas[index] ?? null }));
  return {
    cycles: played,
    models: [...new Set(calls.map(({ completion }) => completion.model))],
    result: {
      case_id: script.case.case_id,
      template_key: script.case.template_key,
      seed: script.case.seed,
      cycles,
      case_score: caseScore(cycles),
      drift_resistance: options.profile.driftResistance(penalizedScores(cycles)),
      token_usage: sumUsage(cycles.map(({ token_usage }) => token_usage)),
    },
  };
}

type Player = Pick<PlayOptions, 'provider' | 'model' | 'fence' | 'signal'>;

/** What was said since the last compaction, with the model's answer where one is awaited. */
async function saidSince(
  { turns, awaitsReply }: CycleScript,
  previous: Artifact | undefined,
  { provider, model, fence, signal }: Player,
): Promise<readonly Turn[]> {
  const last = turns.at(-1);
  if (!awaitsReply || previous === undefined || last === undefined) return turns;
  const request = continuationRequest(last.content, {
    artifact: previous,
    fence: fence(renderArtifact(previous)),
    model,
  });
  const { text } = await provider.complete(signal === undefined ? request : { ...request, signal });
  return [...turns, { id: last.id + 1, role: 'assistant', content: trim(text), tags: last.tags }];
}

function sourceOf(
  carry: CarryOver,
  conversation: readonly Turn[],
  added: readonly Turn[],
  previous: Artifact | undefined,
): Transcript {
  return carry === 'transcript' || previous === undefined ? { turns: conversation } : carriedOver(previous, added);
}

/** The answer to each question, one after another, so that a provider can cache what they share. */
async function askAll(
  { asked }: CycleScript,
  artifact: Artifact,
  { provider, model, fence, signal }: Player,
): Promise<Map<string, string>> {
  const around = fence(renderArtifact(artifact));
  const responses = new Map<string, string>();
  for (const item of asked.evaluation_items) {
    const request = evaluationRequest(item, { artifact, fence: around, model });
    const { text } = await provider.complete(signal === undefined ? request : { ...request, signal });
    responses.set(item.key, trim(text));
  }
  return responses;
}
