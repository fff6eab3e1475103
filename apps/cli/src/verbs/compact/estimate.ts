import type { RunEstimate, RunSettings, RunToEstimate } from '@obey/compact';
import { type Command, Option } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { parseLevel } from '../../parse-values.js';
import { jsonOption, wholeNumber } from '../../verb-options.js';
import { type ControlFlags, wantsControls, withControlOptions } from './control-options.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';

/** The options of `obey compact run` that decide how many calls it makes. */
export interface EstimateOptions extends ControlFlags {
  readonly method: string;
  readonly suite: string;
  readonly model?: string;
  readonly level: string;
  readonly driftCycles: number;
  readonly caseCount: number;
  readonly seedGroup: string;
  readonly scorer: RunSettings['scorer'];
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact estimate`: what a run would take, without asking anybody. */
export function compactEstimateVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('estimate')
    .description('tell how many calls and tokens a run would take, and what it would cost')
    .requiredOption('--method <method>', 'built-in:<key>, or <file>:<Class> of your own')
    .option('--suite <suite>', 'key of a suite', 'starter')
    .option('--provider <provider>', 'mock, mock:reader, or one of obey compact providers list', 'mock')
    .option('--model <model>', 'the model to ask (default: that of the mock)')
    .option('--level <level>', 'easy, medium, hard or elite', 'medium')
    .option('--drift-cycles <n>', 'how often each case is compacted again, 0 to 5', wholeNumber(0), 2)
    .option('--case-count <n>', 'cases of each template', wholeNumber(1), 5)
    .option('--seed-group <word>', 'another word draws other cases', 'default')
    .addOption(new Option('--scorer <profile>', 'the formulas').choices(['obey-1', '1.0.0', '2.0.0']).default('obey-1'))
    .addOption(jsonOption());
  withSuitesOption(withControlOptions(verb)).action((options: EstimateOptions) => printEstimate(options, context));
}

/** Columns that the report's labels take. */
const labelWidth = 15;

/** Prints what a run with these options would take. No provider is made, no model asked, nothing written. */
export async function printEstimate(options: EstimateOptions, context: CommandContext): Promise<void> {
  const { callModelOf, estimateReport, estimateRun, loadAnySuite, planCases, pricesOf, requireSuite, resolveMethod } =
    await import('@obey/compact');
  const { escapeTerminal } = await import('@obey/report');
  const settings = await settingsOf(options);
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
      ...(controls === null ? [] : [`${'controls'.padEnd(labelWidth)}${controlsText(controls)}`]),
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

function controlsText({
  calls,
  input_tokens,
  output_tokens,
  cost_usd,
}: Awaited<ReturnType<typeof estimateControls>>): string {
  const number = (value: number) => value.toLocaleString('en-US');
  const cost = cost_usd === null || cost_usd === 0 ? '' : `, ~$${cost_usd.toFixed(2)}`;
  return `${number(calls)} calls more, ~${number(input_tokens)} tokens in, ~${number(output_tokens)} out${cost}, for null and oracle`;
}

async function settingsOf(options: EstimateOptions): Promise<RunSettings> {
  const { carryOf, runSettingsSchema } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  const { caseCount, driftCycles, scorer, seedGroup } = options;
  const difficulty = await parseLevel(options.level);
  const carry = carryOf(scorer);
  const settings = runSettingsSchema.safeParse({ difficulty, driftCycles, caseCount, seedGroup, scorer, carry });
  if (!settings.success) throw new ObeyError('usage', 'expected 0 to 5 drift cycles');
  if (options.model === undefined && !options.provider.startsWith('mock'))
    throw new ObeyError('usage', `${options.provider} needs --model`);
  return settings.data;
}
