import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { parseDocument } from 'yaml';
import type { ScorerProfile, ScorerVersion } from '../model/scorer.js';
import type { ResultsLog } from '../results/parse-results.js';
import { type RecomputeOptions, recompute, recomputeOptions } from '../results/recompute.js';
import { readResultsFile } from '../results/results-file.js';
import { distinctCases, knownVersion, requireStart, toRunResult } from '../results/run-result.js';
import { findPlaceholders } from './placeholders.js';
import { disqualifications } from './qualify.js';
import { readClassPath, type SubmissionConfig, submissionConfigSchema } from './submission-config.js';

/** One thing that keeps a submission from being taken. */
export interface SubmissionProblem {
  /** Below the root, with slashes. */
  readonly path: string;
  /** From 1, where it is one line's. */
  readonly line?: number;
  readonly message: string;
}

export interface ValidateRequest {
  /** Where `submissions/` is. */
  readonly root: string;
  readonly handle: string;
  readonly name: string;
  readonly profileOf: (version: ScorerVersion) => ScorerProfile;
  /** How the cases of a run are made again, so that it is scored from its answers. */
  readonly regenerator?: (log: ResultsLog) => RecomputeOptions['regenerate'];
  /** The names of methods that are controls. */
  readonly controls: ReadonlySet<string>;
}

/** All that is wrong with a submission: its files, what is left to fill in, its configuration, its results. Empty when it may be taken. */
export async function validateSubmission(request: ValidateRequest): Promise<SubmissionProblem[]> {
  const place = `submissions/${request.handle}/${request.name}`;
  const folder = join(request.root, 'submissions', request.handle, request.name);
  const files = await readdir(folder).catch((): string[] => []);
  if (files.length === 0) return [{ path: place, message: 'there is no such submission' }];
  const missing = ['config.yaml', 'README.md', 'requirements.txt', 'results.jsonl']
    .filter((file) => !files.includes(file))
    .map((file) => ({ path: `${place}/${file}`, message: 'is missing' }));
  const left = (await findPlaceholders(folder)).map(({ path, line, text }) => ({
    path: `${place}/${path}`,
    line,
    message: `still to be filled in: ${text}`,
  }));
  const config = files.includes('config.yaml') ? await readConfig(join(folder, 'config.yaml')) : undefined;
  const wrong = config?.problems.map((message) => ({ path: `${place}/config.yaml`, message })) ?? [];
  const read = config?.config;
  const about = read === undefined ? [] : placeProblems(read, { place, files, handle: request.handle });
  const results = files.includes('results.jsonl')
    ? await resultsProblems(join(folder, 'results.jsonl'), read, request)
    : [];
  return [
    ...missing,
    ...left,
    ...wrong,
    ...about.map((message) => ({ path: `${place}/config.yaml`, message })),
    ...results.map((problem) => ({ ...problem, path: `${place}/results.jsonl` })),
  ];
}

/** `config.yaml`, or what is wrong with it. */
async function readConfig(path: string): Promise<{ config?: SubmissionConfig; problems: string[] }> {
  const document = parseDocument(await readFile(path, 'utf8'), { uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) return { problems: [`not YAML: ${error.message.split('\n')[0] ?? ''}`] };
  const parsed = submissionConfigSchema.safeParse(document.toJS({ maxAliasCount: 0 }) as unknown);
  if (parsed.success) return { config: parsed.data, problems: [] };
  return { problems: parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`) };
}

function placeProblems(
  config: SubmissionConfig,
  { place, files, handle }: { place: string; files: readonly string[]; handle: string },
): string[] {
  const problems: string[] = [];
  const path = readClassPath(config.method.class_path);
  if (path === undefined || path.folder !== place) problems.push(`method.class_path: must lie in ${place}`);
  else if (!files.includes(path.file)) problems.push(`method.class_path: there is no ${path.file}`);
  if (config.attribution.handle !== handle) problems.push(`attribution.handle: must be ${handle}`);
  return problems;
}

type FoundProblem = Omit<SubmissionProblem, 'path'>;

async function resultsProblems(
  path: string,
  config: SubmissionConfig | undefined,
  { profileOf, controls, regenerator }: ValidateRequest,
): Promise<FoundProblem[]> {
  try {
    const log = await readResultsFile(path);
    const run = toRunResult(log);
    const start = requireStart(log);
    const rules = knownVersion(run.scorer_version);
    const recomputed = recompute(log, recomputeOptions(profileOf(rules), regenerator?.(log)));
    const twice = run.cases.length - distinctCases(run.cases).length;
    const problems = recomputed.faults.map((fault) => `does not hold what its cases give: ${fault}`);
    if (log.torn) problems.unshift('its last line is torn');
    if (twice > 0) problems.push(`holds ${twice} cases twice`);
    if (config === undefined) return problems.map((message) => ({ message }));
    problems.push(...differences(config, { ...run, ...start }));
    problems.push(
      ...disqualifications(run, {
        tier: config.runtime.compression_tier,
        expectedDriftCycles: config.runtime.drift_cycles,
        rules,
        control: controls.has(run.method_name),
        casesPerTemplate: start.case_count_per_template,
      }).map((reason) => `does not qualify: ${reason}`),
    );
    return problems.map((message) => ({ message }));
  } catch (error) {
    if (!ObeyError.isInstance(error)) throw error;
    const { line } = error.at ?? {};
    return [{ message: error.message, ...(line === undefined ? {} : { line }) }];
  }
}

/** In what the configuration and the run differ. */
function differences(
  { method, runtime }: SubmissionConfig,
  run: {
    readonly method_name: string;
    readonly method_version: string;
    readonly target_provider: string;
    readonly target_model: string;
    readonly drift_cycles: number;
    readonly case_count_per_template: number;
  },
): string[] {
  const pairs: [name: string, run: string | number, config: string | number][] = [
    ['method', run.method_name, method.name],
    ['method version', run.method_version, method.version],
    ['provider', run.target_provider, runtime.provider],
    ['model', run.target_model, runtime.model],
    ['drift cycles', run.drift_cycles, runtime.drift_cycles],
    ['cases per template', run.case_count_per_template, runtime.case_count_per_template],
  ];
  return pairs.flatMap(([name, has, says]) =>
    has === says ? [] : [`${name}: the run has ${has}, config.yaml ${says}`],
  );
}
