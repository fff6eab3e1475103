import { fixed, grouped } from '../json/number-text.js';
import type { Case } from '../model/case.js';
import { countTokens, countTranscriptTokens } from '../score/token-count.js';
import type { CallModel } from './call-model.js';
import { costOf, freeDailyTokens, priceOf, pricesOf } from './price-catalogue.js';
import type { EstimatedRun } from './reference-estimate.js';

export interface RunToEstimate extends EstimatedRun {
  readonly method: CallModel;
  /** What one cycle hands to the next: the whole transcript (1.0.0, 2.0.0) or only the artifact, as one turn (obey-1). */
  readonly carries: 'transcript' | 'artifact';
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

/** Tokens, about: of a prompt's own words, of an artifact, of a turn that goes on with the conversation, of an answer. */
const assumed = { prompt: 120, artifact: 400, continuation: 250, answer: 60 };

/** Counts a run's calls: of the compactions, of the assistant's turns from the second cycle on, and one for each item. */
export function estimateRun(run: RunToEstimate): RunEstimate {
  const calls = { compaction: 0, continuation: 0, evaluation: 0 };
  let [input, output] = [0, 0];
  for (const one of run.cases) {
    for (let cycle = 0; cycle <= run.driftCycles; cycle++) {
      const size = { ...sizeOf(one, cycle, run.carries), cycle };
      calls.compaction += run.method.calls(size);
      input += run.method.passes * size.tokens + run.method.calls(size) * assumed.prompt;
      output += run.method.output(size);
      if (cycle > 0) {
        calls.continuation++;
        input += assumed.artifact + assumed.prompt;
        output += assumed.continuation;
      }
      calls.evaluation += one.evaluation_items.length;
      output += one.evaluation_items.length * assumed.answer;
      for (const item of one.evaluation_items) input += assumed.artifact + assumed.prompt + countTokens(item.prompt);
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

/** Each cycle adds a turn of the user and one of the assistant to what is carried over. */
function sizeOf({ transcript }: Case, cycle: number, carries: RunToEstimate['carries']) {
  const added = 2 * cycle;
  if (carries === 'artifact' && cycle > 0) return { turns: 3, tokens: assumed.artifact + assumed.continuation };
  return {
    turns: transcript.turns.length + added,
    tokens: countTranscriptTokens(transcript) + cycle * assumed.continuation,
  };
}

/** The estimate as lines for a person. `exact`: whether the method's calls are known. */
export function estimateReport(estimate: RunEstimate, run: RunToEstimate, exact: boolean): string {
  const { calls, inputTokens, outputTokens, costUsd, freeDailyTokens: limit } = estimate;
  const about = exact ? '' : '~';
  const tokens = inputTokens + outputTokens;
  const lines = [
    `cases          ${grouped(estimate.cases)} in ${run.driftCycles + 1} cycles`,
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
