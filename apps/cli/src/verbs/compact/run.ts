import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { CompactProgress, RunMachine } from '@obey/compact';
import { type Command, Option } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { parseLevel } from '../../parse-values.js';
import { jsonOption, wholeNumber } from '../../verb-options.js';
import { readVersion } from '../../version.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';

interface RunOptions {
  readonly method: string;
  readonly suite: string;
  readonly provider: string;
  readonly model?: string;
  readonly level: string;
  readonly driftCycles: number;
  readonly caseCount: number;
  readonly seedGroup: string;
  readonly scorer: '1.0.0' | '2.0.0' | 'obey-1';
  readonly concurrency: number;
  readonly out: string;
  readonly resume?: true;
  readonly replace?: true;
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact run`: a method on a suite. */
export function compactRunVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('run')
    .description('run a method of compaction on a suite and score what survived')
    .requiredOption('--method <method>', 'built-in:<key>, or <file>:<Class> of your own')
    .option('--suite <suite>', 'key of a suite', 'starter')
    .option('--provider <provider>', 'mock, mock:reader, or one of obey compact providers list', 'mock')
    .option('--model <model>', 'the model to ask (default: that of the mock)')
    .option('--level <level>', 'easy, medium, hard or elite', 'medium')
    .option('--drift-cycles <n>', 'how often each case is compacted again, 0 to 5', wholeNumber(0), 2)
    .option('--case-count <n>', 'cases of each template', wholeNumber(1), 5)
    .option('--seed-group <word>', 'another word draws other cases', 'default')
    .addOption(new Option('--scorer <profile>', 'the formulas').choices(['obey-1', '1.0.0', '2.0.0']).default('obey-1'))
    .option('--concurrency <n>', 'cases at once', wholeNumber(1), 4)
    .option('--out <file>', 'the results file', 'results.jsonl')
    .addOption(new Option('--resume', 'go on with the results file').conflicts('replace'))
    .option('--replace', 'begin the results file anew')
    .addOption(jsonOption());
  withSuitesOption(verb).action((options: RunOptions) => run(options, context));
}

async function run(options: RunOptions, context: CommandContext): Promise<void> {
  const {
    carryOf,
    createProvider,
    loadEnvironment,
    readArtifact,
    resolveMethod,
    runCompaction,
    runSettingsSchema,
    suiteFolder,
  } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  const { scorer } = options;
  const settings = runSettingsSchema.safeParse({
    difficulty: await parseLevel(options.level),
    driftCycles: options.driftCycles,
    caseCount: options.caseCount,
    seedGroup: options.seedGroup,
    scorer,
    carry: carryOf(scorer),
  });
  if (!settings.success) throw new ObeyError('usage', 'expected 0 to 5 drift cycles');
  if (options.model === undefined && !options.provider.startsWith('mock'))
    throw new ObeyError('usage', `${options.provider} needs --model`);
  const output = resolve(context.directory, options.out);
  const { cases, end } = await runCompaction({
    suite: suiteFolder(await suitesFolder(options, context), options.suite),
    settings: settings.data,
    method: await resolveMethod(options.method, { profile: scorer, folder: context.directory }),
    provider: createProvider(options.provider, {
      environment: await loadEnvironment(context.directory, context.environment),
      reader: readArtifact,
      signal: context.signal,
    }),
    model: options.model ?? 'mock-deterministic',
    concurrency: options.concurrency,
    output,
    existing: options.resume ? 'resume' : options.replace ? 'replace' : 'refuse',
    machine: machineOf(context),
    signal: context.signal,
    onProgress: (progress) => void context.stderr.write(progressLine(progress)),
  });
  const { overall_score, drift_resistance, constraint_retention, contradiction_rate, compression_ratio } = end;
  const scores = { overall_score, drift_resistance, constraint_retention, contradiction_rate, compression_ratio };
  if (options.json) return await printJson(context, { results: output, cases: cases.length, ...scores });
  await printLines(context, [
    ...Object.entries(scores).map(([name, value]) => `${name.padEnd(21)}${value.toFixed(3)}`),
    '',
    `results  ${output}`,
  ]);
}

const progressLine = ({ case_id, outcome, done, total }: CompactProgress): string =>
  `[${done}/${total}] ${case_id}: ${typeof outcome === 'number' ? outcome.toFixed(3) : outcome}\n`;

function machineOf({ now }: CommandContext): RunMachine {
  return {
    newId: randomUUID,
    timestamp: () =>
      now()
        .toISOString()
        .replace(/\.000Z$/, 'Z')
        .replace(/\.(\d{3})Z$/, '.$1000Z'),
    now: () => performance.now(),
    versions: { obey: readVersion(), node: process.version },
  };
}
