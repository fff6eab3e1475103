import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { distinctCases } from '../results/run-result.js';
import { type BelievedRun, believeRun } from './believe-run.js';
import { findPlaceholders } from './placeholders.js';
import { qualifyRun } from './qualify-run.js';
import { readSubmissionConfig } from './read-config.js';
import { isHandle, isSubmissionName, readClassPath, type SubmissionConfig } from './submission-config.js';
import { readSubmittedResults, requirePlainFile } from './submission-file.js';

/** One thing that keeps a submission from being taken. */
export interface SubmissionProblem {
  /** Of the submission's folder, with slashes; empty for the folder itself. */
  readonly file: string;
  /** From 1, where it is one line's. */
  readonly line?: number;
  readonly message: string;
}

export interface ValidateRequest {
  /** `…/submissions/<handle>/<method>` */
  readonly folder: string;
  /** The folder of suites that the run's is in. */
  readonly suites: string;
  /** Whether it is for a leaderboard of one's own, where any provider will do. */
  readonly local?: boolean;
}

type FoundProblem = Omit<SubmissionProblem, 'file'>;

const needed = ['config.yaml', 'README.md', 'requirements.txt', 'results.jsonl'];

/**
 * All that is wrong with a submission: its files, what is left to fill in, its configuration, its results. Empty when it may be taken.
 * Nothing of it is executed.
 */
export async function validateSubmission({
  folder,
  suites,
  local = false,
}: ValidateRequest): Promise<SubmissionProblem[]> {
  const [handle, name] = [basename(dirname(folder)), basename(folder)];
  const place = `submissions/${handle}/${name}`;
  const entries = await readdir(folder).catch((): string[] => []);
  if (entries.length === 0) return [{ file: '', message: 'there is no such submission' }];
  const named = [
    ...(isHandle(handle) ? [] : [{ file: '', message: `its owner's folder ${JSON.stringify(handle)} is no handle` }]),
    ...(isSubmissionName(name) ? [] : [{ file: '', message: `${JSON.stringify(name)} is no name of a submission` }]),
    ...(basename(dirname(dirname(folder))) === 'submissions' ? [] : [{ file: '', message: `it is not at ${place}` }]),
  ];
  const files = await plainFiles(folder, entries);
  const left = (await findPlaceholders(folder)).map(({ path, line, text }) => ({
    file: path,
    line,
    message: `still to be filled in: ${text}`,
  }));
  const read = files.present.has('config.yaml')
    ? await readConfig(join(folder, 'config.yaml'), local)
    : { problems: [] };
  const about = read.config === undefined ? [] : placeProblems(read.config, { place, handle, files: files.present });
  const results = files.present.has('results.jsonl')
    ? await resultsProblems(join(folder, 'results.jsonl'), read.config, suites)
    : [];
  return [
    ...named,
    ...files.problems,
    ...left,
    ...read.problems.map((problem) => ({ file: 'config.yaml', ...problem })),
    ...about.map((message) => ({ file: 'config.yaml', message })),
    ...results.map((problem) => ({ file: 'results.jsonl', ...problem })),
  ];
}

/** The files that can be read, and what is wrong with those that cannot. */
async function plainFiles(
  folder: string,
  entries: readonly string[],
): Promise<{ present: ReadonlySet<string>; problems: SubmissionProblem[] }> {
  const problems: SubmissionProblem[] = needed
    .filter((file) => !entries.includes(file))
    .map((file) => ({ file, message: 'is missing' }));
  const present = new Set<string>();
  for (const file of entries) {
    if (!needed.includes(file) && !/^method\.\w+$/.test(file)) continue;
    const kind = file === 'results.jsonl' ? 'results' : file === 'config.yaml' ? 'config' : 'text';
    try {
      await requirePlainFile(join(folder, file), kind);
      present.add(file);
    } catch (error) {
      problems.push({ file, ...problemOf(error) });
    }
  }
  return { present, problems };
}

/** `config.yaml`, or what is wrong with it. */
async function readConfig(
  path: string,
  local: boolean,
): Promise<{ config?: SubmissionConfig; problems: readonly FoundProblem[] }> {
  try {
    const read = await readSubmissionConfig(path, local);
    return read.ok
      ? { config: read.config, problems: [] }
      : { problems: read.problems.map((message) => ({ message })) };
  } catch (error) {
    return { problems: [problemOf(error)] };
  }
}

function placeProblems(
  config: SubmissionConfig,
  { place, files, handle }: { place: string; files: ReadonlySet<string>; handle: string },
): string[] {
  const problems: string[] = [];
  const path = readClassPath(config.method.class_path);
  if (path === undefined || path.folder !== place) problems.push(`method.class_path: must lie in ${place}`);
  else if (!files.has(path.file)) problems.push(`method.class_path: there is no ${path.file}`);
  if (config.attribution.handle !== handle) problems.push(`attribution.handle: must be ${handle}`);
  return problems;
}

async function resultsProblems(
  path: string,
  config: SubmissionConfig | undefined,
  suites: string,
): Promise<FoundProblem[]> {
  const problems: string[] = [];
  try {
    const log = await readSubmittedResults(path);
    const believed = believeRun(log, suites);
    const { cases } = believed.run;
    const twice = cases.length - distinctCases(cases).length;
    if (log.torn) problems.push('its last line is torn');
    problems.push(...believed.faults.map((fault) => `does not hold what its cases give: ${fault}`));
    if (twice > 0) problems.push(`holds ${twice} cases twice`);
    if (config !== undefined) {
      problems.push(...differences(config, believed));
      const reasons = qualifyRun({ ...believed, faults: [] }, config.runtime.compression_tier);
      problems.push(...reasons.map((reason) => `does not qualify: ${reason}`));
    }
    return problems.map((message) => ({ message }));
  } catch (error) {
    return [problemOf(error)];
  }
}

/** What an error says of the file that was tried, without naming it: its reader knows it. */
function problemOf(error: unknown): FoundProblem {
  if (!ObeyError.isInstance(error)) throw error;
  const line = error.at?.line;
  return { message: error.message, ...(line === undefined ? {} : { line }) };
}

/** In what the configuration and the run differ. */
function differences({ method, runtime }: SubmissionConfig, { run, start }: BelievedRun): string[] {
  const pairs: [name: string, run: string | number, config: string | number][] = [
    ['method', run.method_name, method.name],
    ['method version', run.method_version, method.version],
    ['provider', run.target_provider, runtime.provider],
    ['model', run.target_model, runtime.model],
    ['drift cycles', start.drift_cycles, runtime.drift_cycles],
    ['cases per template', start.case_count_per_template, runtime.case_count_per_template],
  ];
  return pairs.flatMap(([name, has, says]) =>
    has === says ? [] : [`${name}: the run has ${has}, config.yaml ${says}`],
  );
}
