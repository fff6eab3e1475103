import { copyFile, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { stringify } from 'yaml';
import { fixed } from '../json/number-text.js';
import { readResultsFile } from '../results/results-file.js';
import { type RunResult, requireStart, toRunResult } from '../results/run-result.js';
import { eliteScore } from './elite-score.js';
import { findPlaceholders, type PlaceholderFound, placeholder } from './placeholders.js';
import { handlePattern, methodFolderPattern, type SubmissionConfig } from './submission-config.js';
import { type Tier, tierFloors, tiers } from './tier.js';

export interface DraftRequest {
  /** Where `submissions/` is, or will be. */
  readonly root: string;
  readonly results: string;
  readonly handle: string;
  /** The name of the submission's folder. */
  readonly name: string;
  readonly org?: string;
  /** Default: the hardest tier whose floor the run reaches. */
  readonly tier?: Tier;
  /** `<path>:<Class>`, as the run was started with; without it the class must be filled in. */
  readonly method?: string;
  /** One requirement a line. */
  readonly requirements?: readonly string[];
  /** What the method does, in a sentence or more. */
  readonly description?: string;
}

export interface Draft {
  /** The submission's folder. */
  readonly folder: string;
  readonly tier: Tier;
  /** What the submitter still has to write. */
  readonly placeholders: readonly PlaceholderFound[];
}

/**
 * Drafts a submission ready for a pull request: `submissions/<handle>/<name>/` with method, `config.yaml`,
 * `requirements.txt`, `README.md` and a copy of the results. The folder appears whole or not at all.
 * @throws ObeyError `usage` for a bad name, `conflict` when the folder exists, `not-found` and `run-invalid` for the results
 */
export async function draftSubmission(request: DraftRequest): Promise<Draft> {
  requireName('handle', request.handle, handlePattern);
  requireName('name', request.name, methodFolderPattern);
  const log = await readResultsFile(request.results);
  const run = toRunResult(log);
  const start = requireStart(log);
  const folder = join(request.root, 'submissions', request.handle, request.name);
  if (await exists(folder)) {
    throw new ObeyError('conflict', `${folder} exists`, { hint: 'remove it, or give another name' });
  }
  const tier = request.tier ?? reachedTier(run);
  const config = configOf(request, run, {
    tier,
    driftCycles: start.drift_cycles,
    cases: start.case_count_per_template,
  });
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(join(dirname(folder), `.${request.name}-`));
  try {
    if (request.method !== undefined) await copyMethod(request.method, join(draft, methodFile(request)));
    await writeFile(join(draft, 'config.yaml'), stringify(config));
    await writeFile(join(draft, 'requirements.txt'), requirementsText(request));
    await writeFile(join(draft, 'README.md'), readmeText(request, run, { tier, level: start.difficulty }));
    await copyFile(request.results, join(draft, 'results.jsonl'));
    const placeholders = await findPlaceholders(draft);
    await rename(draft, folder);
    return { folder, tier, placeholders };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** The hardest tier whose floor a run reaches; the lightest where it reaches none. */
export function reachedTier(run: RunResult): Tier {
  return tiers.findLast((tier) => run.compression_ratio >= tierFloors[tier]) ?? 'Elite-Light';
}

function requireName(what: string, text: string, pattern: RegExp): void {
  if (pattern.test(text)) return;
  throw new ObeyError('usage', `${what} \`${text}\` cannot name a folder of submissions`, {
    hint: 'begin with a letter or digit and go on with letters, digits and hyphens',
  });
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const methodSource = (spec: string): { path: string; className: string } => {
  const at = spec.lastIndexOf(':');
  return { path: spec.slice(0, at), className: spec.slice(at + 1) };
};

const methodFile = ({ method }: DraftRequest): string =>
  method === undefined ? 'method.ts' : `method${extname(methodSource(method).path)}`;

async function copyMethod(spec: string, to: string): Promise<void> {
  const { path } = methodSource(spec);
  try {
    await copyFile(path, to);
  } catch (cause) {
    throw new ObeyError('not-found', `cannot read the method ${path}`, { cause, hint: 'give it as <path>:<Class>' });
  }
  const text = await readFile(to, 'utf8');
  const nearby = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/.exec(text)?.[1];
  if (nearby === undefined) return;
  throw new ObeyError('usage', `the method ${path} imports ${nearby}, which would not be part of the submission`, {
    hint: 'put the method into one file',
  });
}

interface RunLimits {
  readonly tier: Tier;
  readonly driftCycles: number;
  readonly cases: number;
}

function configOf(request: DraftRequest, run: RunResult, { tier, driftCycles, cases }: RunLimits): SubmissionConfig {
  const className = request.method === undefined ? placeholder : methodSource(request.method).className;
  const folder = `submissions/${request.handle}/${request.name}`;
  return {
    method: {
      name: run.method_name,
      version: run.method_version,
      class_path: `${folder}/${methodFile(request)}:${className}`,
    },
    runtime: {
      provider: run.target_provider as SubmissionConfig['runtime']['provider'],
      model: run.target_model,
      compression_tier: tier,
      drift_cycles: driftCycles,
      case_count_per_template: cases,
    },
    attribution: { handle: request.handle, org: request.org ?? null },
    method_config: {},
  };
}

function requirementsText({ requirements = [] }: DraftRequest): string {
  return requirements.length === 0 ? '# Nothing beyond Obey itself.\n' : `${requirements.join('\n')}\n`;
}

function readmeText(request: DraftRequest, run: RunResult, { tier, level }: { tier: Tier; level: string }): string {
  const row = (name: string, value: number, places = 3) => `| ${name} | ${fixed(value, places)} |`;
  return `${[
    `# ${run.method_name} ${run.method_version}`,
    '',
    request.description ?? `${placeholder}: what the method does, what its prompts are for, and how it is configured.`,
    '',
    `Suite ${run.suite_key}@${run.suite_version} at ${level}, scorer ${run.scorer_version}, ${run.target_provider} / ${run.target_model}, tier ${tier}.`,
    '',
    '| score | |',
    '|---|---|',
    row('elite', eliteScore(run, tier)),
    row('overall', run.overall_score),
    row('drift resistance', run.drift_resistance),
    row('constraint retention', run.constraint_retention),
    row('contradiction rate', run.contradiction_rate),
    row('compression ratio', run.compression_ratio, 2),
    '',
    `Run ${run.run_id}, completed ${run.completed_at}. \`obey compact score --results results.jsonl\` computes these numbers anew.`,
  ].join('\n')}\n`;
}
