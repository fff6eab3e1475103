import { fixed, grouped } from '../json/number-text.js';
import type { Case } from '../model/case.js';
import { countTokens } from '../score/token-count.js';
import { costOf, freeDailyTokens, priceOf } from './price-catalogue.js';

/** What CompactBench projects a run to take. */
export interface ReferenceEstimate {
  readonly total_cases: number;
  readonly total_calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number | null;
  readonly daily_limit: number | null;
}

export interface EstimatedRun {
  readonly cases: readonly Case[];
  /** Cycles after the first. */
  readonly driftCycles: number;
  readonly provider: string;
  readonly model: string;
}

/**
 * The reference's projection, whatever the method: one call per compaction and per item. It leaves out continuation calls
 * and the calls of methods that make several (216 for runs that took 256 to 570), which `estimateRun` counts.
 */
export function referenceEstimate({ cases, driftCycles, provider, model }: EstimatedRun): ReferenceEstimate {
  const cycles = driftCycles + 1;
  let [total_calls, input, output] = [0, 0, 0];
  for (const { transcript, evaluation_items: items } of cases) {
    const shown = countTokens(transcript.turns.map((turn) => turn.content).join('\n'));
    const asked = items.reduce((sum, item) => sum + Math.floor(shown / 4) + countTokens(item.prompt) + 80, 0);
    total_calls += cycles * (1 + items.length);
    input += cycles * (shown + 100 + asked);
    output += cycles * (500 + 200 * items.length);
  }
  return {
    total_cases: cases.length,
    total_calls,
    input_tokens: input,
    output_tokens: output,
    cost_usd: costOf(priceOf(provider, model), { input, output }),
    daily_limit: freeDailyTokens(provider, model) ?? null,
  };
}

/** The reference's report of it. */
export function referenceReport(estimate: ReferenceEstimate, provider: string, model: string): string {
  const { cost_usd, daily_limit, input_tokens, output_tokens } = estimate;
  const cost =
    cost_usd === null
      ? `  (no cost catalogue entry for ${provider}/${model} — update src/compactbench/runner/costs.py to include it)`
      : `  estimated total: ~$${fixed(cost_usd, 2)} USD`;
  return [
    ...headed('Run plan'),
    `  cases total:     ${estimate.total_cases}`,
    `  API calls:       ${estimate.total_calls}`,
    `  input tokens:    ${grouped(input_tokens)}`,
    `  output tokens:   ${grouped(output_tokens)}`,
    '',
    ...headed(`Cost on ${provider} / ${model}`),
    cost,
    '',
    ...(daily_limit === null ? [] : freeTier(input_tokens + output_tokens, daily_limit, { provider, model })),
  ].join('\n');
}

function freeTier(tokens: number, limit: number, { provider, model }: { provider: string; model: string }): string[] {
  const cap = `  ${provider} free-tier daily cap for ${model}: ${grouped(limit)} tokens`;
  if (tokens <= limit) return [...headed('Free-tier check'), cap, '  this run fits within the free-tier daily cap'];
  return [
    ...headed('Free-tier check'),
    cap,
    `  this run (${grouped(tokens)} tokens) will exceed the cap by ~${fixed(tokens / limit, 1)}x`,
    '  options: lower --case-count, upgrade the provider, or switch providers',
  ];
}

const headed = (title: string): string[] => [title, '-'.repeat([...title].length)];
