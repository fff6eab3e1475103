import { lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { stringify } from 'yaml';
import { readResultsFile } from '../results/results-file.js';
import { type BelievedRun, requireBelievable } from './believe-run.js';
import { findPlaceholders, type PlaceholderFound, placeholder } from './placeholders.js';
import { isHandle, isSubmissionName, type SubmissionConfig } from './submission-config.js';
import { submissionReadme } from './submission-readme.js';
import { readMethodFile, type SubmittedMethod } from './submitted-method.js';
import { reachedTier, type Tier } from './tier.js';

export interface DraftRequest {
  /** The folder `submissions`, which is made where it is not. */
  readonly submissions: string;
  readonly results: string;
  /** The folder of suites that the run's is in. */
  readonly suites: string;
  readonly handle: string;
  /** The name of the submission's folder. */
  readonly name: string;
  readonly org?: string;
  /** Default: the hardest tier whose floor the run reaches. */
  readonly tier?: Tier;
  /** `<path>:<Class>`, or only the path where the run says the class; without it both must be filled in. */
  readonly method?: string;
  /** Relative paths of the method are taken from here. */
  readonly directory: string;
  /** What the method does, in a sentence or more. */
  readonly description?: string;
  /** Whether a draft of that name may be replaced. */
  readonly replace?: boolean;
  /** How untrusted text is written into Markdown. */
  readonly escapeMarkdown: (text: string) => string;
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
 * `requirements.txt`, `README.md` and a copy of the results, which are computed anew first. The folder appears whole or not at all, and
 * nothing is executed.
 * @throws ObeyError `usage` for a bad name, `conflict` when the folder exists or a file is not to be believed, `not-found` and
 *   `run-invalid` for the results
 */
export async function draftSubmission(request: DraftRequest): Promise<Draft> {
  requireNames(request);
  const log = await readResultsFile(request.results);
  const believed = requireBelievable(log, request.suites);
  const folder = join(request.submissions, request.handle, request.name);
  const there = await exists(folder);
  if (there && request.replace !== true) {
    throw new ObeyError('conflict', `${folder} exists`, { hint: 'give --replace, or another name' });
  }
  const method =
    request.method === undefined ? undefined : await readMethodFile(request.method, request.directory, believed.start);
  const tier = request.tier ?? reachedTier(believed.run.compression_ratio) ?? 'Elite-Light';
  const files = {
    ...(method === undefined ? {} : { [method.file]: method.text }),
    'config.yaml': stringify(configOf(request, believed, { tier, method })),
    'requirements.txt': '# Nothing beyond Obey itself.\n',
    'README.md': submissionReadme(believed, {
      tier,
      description: request.description,
      markdown: request.escapeMarkdown,
    }),
    'results.jsonl': await readFile(request.results),
  };
  const placeholders = await writeDraft(folder, files, there);
  return { folder, tier, placeholders };
}

/** Writes a draft beside its place and puts it there whole. @throws ObeyError `not-found` where nothing can be written */
async function writeDraft(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  there: boolean,
): Promise<PlaceholderFound[]> {
  const parent = dirname(folder);
  const draft = await mkdir(parent, { recursive: true })
    .then(() => mkdtemp(join(parent, '.draft-')))
    .catch((cause: unknown) => {
      throw new ObeyError('not-found', 'cannot write here', {
        cause,
        at: { file: parent },
        hint: 'give another --out',
      });
    });
  try {
    const made = join(draft, 'made');
    await mkdir(made);
    for (const [file, content] of Object.entries(files)) await writeFile(join(made, file), content);
    const placeholders = await findPlaceholders(made);
    await swapIn(made, folder, there ? join(draft, 'before') : undefined);
    return placeholders;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Puts a folder in its place; what was there goes to `before`, and comes back where that fails. */
async function swapIn(made: string, folder: string, before: string | undefined): Promise<void> {
  if (before !== undefined) await rename(folder, before);
  try {
    await rename(made, folder);
  } catch (error) {
    if (before !== undefined) await rename(before, folder);
    throw error;
  }
}

function requireNames({ handle, name, org }: DraftRequest): void {
  if (!isHandle(handle)) {
    throw new ObeyError('usage', `${JSON.stringify(handle)} is no handle`, {
      hint: 'up to 39 letters, digits and hyphens, a letter or digit first',
    });
  }
  if (!isSubmissionName(name)) {
    throw new ObeyError('usage', `${JSON.stringify(name)} cannot name a submission`, {
      hint: 'up to 64 letters, digits, dots, hyphens and underscores, a letter or digit first',
    });
  }
  if (org !== undefined && (org.trim() === '' || /\p{Cc}/u.test(org))) {
    throw new ObeyError('usage', `${JSON.stringify(org)} cannot name an organisation`);
  }
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

function configOf(
  { handle, name, org }: DraftRequest,
  { run, start }: BelievedRun,
  { tier, method }: { readonly tier: Tier; readonly method: SubmittedMethod | undefined },
): SubmissionConfig {
  const { file, className } = method ?? { file: 'method.ts', className: placeholder };
  return {
    method: {
      name: run.method_name,
      version: run.method_version,
      class_path: `submissions/${handle}/${name}/${file}:${className}`,
    },
    runtime: {
      provider: run.target_provider,
      model: run.target_model,
      compression_tier: tier,
      drift_cycles: start.drift_cycles,
      case_count_per_template: start.case_count_per_template,
    },
    attribution: { handle, org: org ?? null },
    method_config: {},
  };
}
