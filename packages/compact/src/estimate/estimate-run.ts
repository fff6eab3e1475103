import { hardenedFence, referenceFence } from '../artifact/fence.js';
import { requireArtifact } from '../artifact/parse-artifact.js';
import { emptyArtifactText } from '../artifact/prompt-format.js';
import { continuationRequest, evaluationPrefix, evaluationSuffix } from '../artifact/prompts.js';
import { fixed, grouped } from '../json/number-text.js';
import { transcriptText } from '../methods/transcript-text.js';
import type { Case } from '../model/case.js';
import type { Turn } from '../model/transcript.js';
import type { CarryOver } from '../run/carry-over.js';
import type { CallModel, TurnSize } from './call-model.js';
import { costOf, freeDailyTokens, priceOf, pricesOf } from './price-catalogue.js';
import { isMock, type TokenModel, tokenModelOf } from './reply-sizes.js';

/** A case as it will be played, cycle by cycle. */
export interface EstimatedCase {
  readonly cycles: readonly {
    /** Said since the last compaction; in cycle 0 the whole transcript. */
    readonly turns: readonly Turn[];
    /** Whether the model answers the last of them first, from cycle 1 on. */
    readonly awaitsReply: boolean;
    readonly asked: Pick<Case, 'evaluation_items'>;
  }[];
}

export interface RunToEstimate {
  readonly cases: readonly EstimatedCase[];
  readonly method: CallModel;
  /** What one cycle hands to the next: the whole transcript (1.0.0, 2.0.0) or only the artifact, as one turn (obey-1). */
  readonly carries: CarryOver;
  readonly provider: string;
  readonly model: string;
}

/** What a run takes. Calls are exact where the method's are; tokens are about. */
export interface RunEstimate {
  readonly cases: number;
  readonly calls: {
    readonly compaction: number;
    readonly continuation: number;
    readonly evaluation: number;
    readonly total: number;
  };
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null where the model is in no list of prices. */
  readonly costUsd: number | null;
  /** Null where no free tier is known. */
  readonly freeDailyTokens: number | null;
}

/** Counts a run's calls: of the compactions, of the assistant's turns from the second cycle on, and one for each question. */
export function estimateRun(run: RunToEstimate): RunEstimate {
  const calls = { compaction: 0, continuation: 0, evaluation: 0 };
  const tokens = tokenModelOf(run.provider);
  const asking = askingWords(run.carries, tokens);
  let [input, output] = [0, 0];
  for (const { cycles } of run.cases) {
    let turns: readonly TurnSize[] = [];
    let artifact = 0;
    for (const [cycle, scripted] of cycles.entries()) {
      const replies = scripted.awaitsReply && cycle > 0 ? 1 : 0;
      const added = scripted.turns.map((turn) => turnSize(turn, tokens));
      if (replies === 1) {
        input += asking.continuation + artifact + tokens.count(scripted.turns.at(-1)?.content ?? '');
        output += Math.max(1, tokens.replies.turn);
        added.push({ tokens: tokens.replies.turn + 4, points: 4 * tokens.replies.turn });
      }
      const first = run.carries === 'artifact' && cycle > 0 ? [{ tokens: artifact + 12, points: 4 * artifact }] : turns;
      turns = [...first, ...added];
      const cost = run.method({ turns, cycle, carries: run.carries }, tokens);
      artifact = cost.artifact;
      const items = scripted.asked.evaluation_items;
      calls.compaction += cost.calls;
      calls.continuation += replies;
      calls.evaluation += items.length;
      input += cost.input;
      output += cost.output + items.length * Math.max(1, tokens.replies.answer);
      for (const item of items) input += asking.evaluation + artifact + tokens.count(item.prompt);
    }
  }
  const compaction = Math.round(calls.compaction);
  const [inputTokens, outputTokens] = [Math.round(input), Math.round(output)];
  return {
    cases: run.cases.length,
    calls: { ...calls, compaction, total: compaction + calls.continuation + calls.evaluation },
    inputTokens,
    outputTokens,
    costUsd: isMock(run.provider) ? 0 : costOf(priceOf(run.provider, run.model), { input, output }),
    freeDailyTokens: freeDailyTokens(run.provider, run.model) ?? null,
  };
}

function turnSize(turn: Turn, { count }: TokenModel): TurnSize {
  const text = `${transcriptText({ turns: [turn] })}\n\n`;
  return { tokens: count(text), points: text.length };
}

/** The words around an artifact and a question, or the user's turn. */
function askingWords(carries: CarryOver, { count }: TokenModel): { evaluation: number; continuation: number } {
  const fence = carries === 'artifact' ? hardenedFence('7c0d41e95ab2f8361e0b9d5c74a3f268') : referenceFence;
  const around = { artifact: emptyArtifact, fence, model: '' };
  const words = [evaluationPrefix(emptyArtifact, fence), evaluationSuffix(''), continuationRequest('', around).prompt];
  const [prefix = 0, suffix = 0, continuation = 0] = words.map(count);
  const empty = count(emptyArtifactText);
  return { evaluation: prefix + suffix - empty, continuation: continuation - empty };
}

const emptyArtifact = requireArtifact({});

/**
 * The estimate as lines for a person.
 * @param doubt why the number of calls is a guess; absent where it is known
 */
export function estimateReport(estimate: RunEstimate, run: RunToEstimate, doubt?: string): string {
  const { calls, inputTokens, outputTokens, costUsd, freeDailyTokens: limit } = estimate;
  const about = doubt === undefined ? '' : '~';
  const tokens = inputTokens + outputTokens;
  const cycles = run.cases.reduce((sum, one) => sum + one.cycles.length, 0);
  const lines = [
    `cases          ${grouped(estimate.cases)} in ${grouped(cycles)} cycles`,
    `calls          ${about}${grouped(calls.total)}: ${about}${grouped(calls.compaction)} to compact, ${grouped(calls.continuation)} to go on, ${grouped(calls.evaluation)} to ask`,
    `tokens         ~${grouped(inputTokens)} in, ~${grouped(outputTokens)} out`,
    `cost           ${costText(costUsd, run)}`,
  ];
  if (doubt !== undefined) lines.push(`               ${doubt}`);
  if (limit !== null) {
    const share = fixed(tokens / limit, 1);
    const fits = tokens <= limit ? 'within' : `~${share} times`;
    lines.push(`free tier      ${fits} the ${grouped(limit)} tokens a day`);
  }
  return lines.join('\n');
}

function costText(cost: number | null, { provider, model }: RunToEstimate): string {
  if (isMock(provider)) return 'none: a mock asks nobody';
  return cost === null ? `unknown: no price of ${provider}/${model}` : `~$${grouped(cost, 2)} at prices of ${pricesOf}`;
}
