import { fixed, grouped } from '../json/number-text.js';
import type { Case } from '../model/case.js';
import type { Turn } from '../model/transcript.js';
import { countTokens, countTranscriptTokens } from '../score/token-count.js';
import type { CallModel } from './call-model.js';
import { costOf, freeDailyTokens, priceOf, pricesOf } from './price-catalogue.js';

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
  readonly carries: 'transcript' | 'artifact';
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

/** Tokens, about: of a prompt's own words, of an artifact, of a turn of the assistant, of an answer. */
const assumed = { prompt: 120, artifact: 400, reply: 250, answer: 60 };

/** Counts a run's calls: of the compactions, of the assistant's turns from the second cycle on, and one for each question. */
export function estimateRun(run: RunToEstimate): RunEstimate {
  const calls = { compaction: 0, continuation: 0, evaluation: 0 };
  let [input, output] = [0, 0];
  for (const { cycles } of run.cases) {
    let said: Said = { turns: 0, tokens: 0 };
    for (const [cycle, { turns, awaitsReply, asked }] of cycles.entries()) {
      const replies = awaitsReply && cycle > 0 ? 1 : 0;
      const added = {
        turns: turns.length + replies,
        tokens: countTranscriptTokens({ turns }) + replies * assumed.reply,
      };
      said = run.carries === 'artifact' && cycle > 0 ? plus(carried, added) : plus(said, added);
      const size = { ...said, cycle };
      const compactions = run.method.calls(size);
      calls.compaction += compactions;
      calls.continuation += replies;
      calls.evaluation += asked.evaluation_items.length;
      input += run.method.passes * size.tokens + compactions * assumed.prompt;
      input += replies * (assumed.artifact + assumed.prompt);
      output += run.method.output(size) + replies * assumed.reply + asked.evaluation_items.length * assumed.answer;
      for (const item of asked.evaluation_items) input += assumed.artifact + assumed.prompt + countTokens(item.prompt);
    }
  }
  return {
    cases: run.cases.length,
    calls: { ...calls, total: calls.compaction + calls.continuation + calls.evaluation },
    inputTokens: input,
    outputTokens: output,
    costUsd: costOf(priceOf(run.provider, run.model), { input, output }),
    freeDailyTokens: freeDailyTokens(run.provider, run.model) ?? null,
  };
}

/** What a compaction is given. */
interface Said {
  readonly turns: number;
  readonly tokens: number;
}

/** An artifact in the place of all that was said before. */
const carried: Said = { turns: 1, tokens: assumed.artifact };
const plus = (a: Said, b: Said): Said => ({ turns: a.turns + b.turns, tokens: a.tokens + b.tokens });

/** The estimate as lines for a person. `exact`: whether the method's calls are known. */
export function estimateReport(estimate: RunEstimate, run: RunToEstimate, exact: boolean): string {
  const { calls, inputTokens, outputTokens, costUsd, freeDailyTokens: limit } = estimate;
  const about = exact ? '' : '~';
  const tokens = inputTokens + outputTokens;
  const cycles = run.cases.reduce((sum, one) => sum + one.cycles.length, 0);
  const lines = [
    `cases          ${grouped(estimate.cases)} in ${grouped(cycles)} cycles`,
    `calls          ${about}${grouped(calls.total)}: ${about}${grouped(calls.compaction)} to compact, ${grouped(calls.continuation)} to go on, ${grouped(calls.evaluation)} to ask`,
    `tokens         ~${grouped(inputTokens)} in, ~${grouped(outputTokens)} out`,
    costUsd === null
      ? `cost           unknown: no price of ${run.provider}/${run.model}`
      : `cost           ~$${grouped(costUsd, 2)} at prices of ${pricesOf}`,
  ];
  if (!exact)
    lines.push('               the method does not tell how many calls it makes; one a compaction was assumed');
  if (limit !== null) {
    const share = fixed(tokens / limit, 1);
    const fits = tokens <= limit ? 'within' : `~${share} times`;
    lines.push(`free tier      ${fits} the ${grouped(limit)} tokens a day`);
  }
  return lines.join('\n');
}
