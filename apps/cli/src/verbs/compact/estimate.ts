import type { RunEstimate, RunToEstimate } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { wantsControls } from './control-options.js';
import { withModelOptions } from './provider-options.js';
import { type RunChoice, settingsOf, withRunOptions } from './run-options.js';
import { suitesFolder } from './suite-options.js';

export interface EstimateOptions extends RunChoice {
  readonly model?: string;
  readonly json?: true;
}

/** `obey compact estimate`: what a run would take, without asking anybody. */
export function compactEstimateVerb(compact: Command, context: CommandContext): void {
  const verb = withRunOptions(
    compact.command('estimate').description('tell how many calls and tokens a run would take, and what it would cost'),
  );
  withModelOptions(verb)
    .addOption(jsonOption())
    .action((options: EstimateOptions) => printEstimate(options, context));
}

/** Columns that the report's labels take. */
const labelWidth = 15;

/** Prints what a run with these options would take. No provider is made, no model asked, nothing written. */
export async function printEstimate(options: EstimateOptions, context: CommandContext): Promise<void> {
  const { callModelOf, estimateReport, estimateRun, loadAnySuite, planCases, pricesOf, requireSuite, resolveMethod } =
    await import('@obey/compact');
  const { escapeTerminal } = await import('@obey/report');
  const settings = await settingsOf(options);
  if (options.model === undefined && !options.provider.startsWith('mock')) {
    const { ObeyError } = await import('@obey/schema');
    throw new ObeyError('usage', `${options.provider} needs --model`);
  }
  const suite = loadAnySuite(requireSuite(await suitesFolder(options, context), options.suite));
  const asked = {
    cases: planCases(suite, settings),
    carries: settings.carry,
    provider: options.provider,
    model: options.model ?? 'mock-deterministic',
  };
  const { model: method, doubt } = await callModelOf({
    ...asked,
    spec: options.method,
    resolve: () => resolveMethod(options.method, { profile: options.scorer, folder: context.directory }),
    signal: context.signal,
  });
  const run = { ...asked, method };
  const estimate = estimateRun(run);
  const controls = wantsControls(options) ? await estimateControls(asked) : null;
  if (!options.json) {
    const lines = estimateReport(estimate, run, doubt).split('\n');
    return await printLines(context, [
      ...lines.map((line) => line.slice(0, labelWidth) + escapeTerminal(line.slice(labelWidth), { max: 500 })),
      ...(controls === null ? [] : [`${'controls'.padEnd(labelWidth)}${await controlsText(controls)}`]),
    ]);
  }
  const { calls, cases, costUsd, freeDailyTokens, inputTokens, outputTokens } = estimate;
  await printJson(context, {
    cases,
    calls,
    calls_known: doubt === undefined,
    doubt: doubt ?? null,
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    cost_usd: costUsd,
    prices_of: pricesOf,
    free_daily_tokens: freeDailyTokens,
    controls,
  });
}

/** What the null and the oracle control take beside the run. */
async function estimateControls(asked: Omit<RunToEstimate, 'method'>) {
  const { callModelOf, estimateRun, resolveMethod, scaleControls } = await import('@obey/compact');
  const all: RunEstimate[] = [];
  for (const key of scaleControls) {
    const spec = `built-in:${key}`;
    const resolve = () => resolveMethod(spec, { profile: 'obey-1', folder: '.' });
    const { model } = await callModelOf({ ...asked, spec, resolve });
    all.push(estimateRun({ ...asked, method: model }));
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const costs = all.flatMap(({ costUsd }) => costUsd ?? []);
  return {
    calls: sum(all.map(({ calls }) => calls.total)),
    input_tokens: sum(all.map(({ inputTokens }) => inputTokens)),
    output_tokens: sum(all.map(({ outputTokens }) => outputTokens)),
    cost_usd: costs.length === all.length ? sum(costs) : null,
  };
}

async function controlsText(controls: Awaited<ReturnType<typeof estimateControls>>): Promise<string> {
  const { grouped } = await import('@obey/compact');
  const { calls, input_tokens, output_tokens, cost_usd } = controls;
  const cost = cost_usd === null || cost_usd === 0 ? '' : `, ~$${cost_usd.toFixed(2)}`;
  return `${grouped(calls)} calls more, ~${grouped(input_tokens)} tokens in, ~${grouped(output_tokens)} out${cost}, for null and oracle`;
}
