import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { parseDocument } from 'yaml';
import { byCodePoint } from '../json/json-text.js';
import type { ScorerProfile, ScorerVersion } from '../model/scorer.js';
import type { ResultsLog } from '../results/parse-results.js';
import { type RecomputeOptions, recomputeOptions, requireHonest } from '../results/recompute.js';
import { readResultsFile } from '../results/results-file.js';
import { knownVersion, requireStart, toRunResult } from '../results/run-result.js';
import { type LeaderboardRow, leaderboardRow } from './leaderboard-row.js';
import { disqualifications } from './qualify.js';
import { rankRows } from './rank-rows.js';
import { type Contender, rankRuns } from './rank-runs.js';
import { type Tier, tiers } from './tier.js';

export interface RebuildRequest {
  /** Where `submissions/` is. */
  readonly root: string;
  /** Recomputes each file before it is believed, where it is given; the reference believes what a file says. */
  readonly profileOf?: (version: ScorerVersion) => ScorerProfile;
  /** How the cases of a run are made again, so that it is scored from its answers. */
  readonly regenerator?: (log: ResultsLog) => RecomputeOptions['regenerate'];
  readonly controls: ReadonlySet<string>;
}

export interface RebuiltLeaderboard {
  /** Those of the reference's scorers ranked as it ranks them, those of obey-1 with intervals and shared ranks. */
  readonly rows: readonly LeaderboardRow[];
  /** One line for each submission that was left out, and why. */
  readonly warnings: readonly string[];
}

/**
 * Ranks what lies in `submissions/<handle>/<method>/`. Names that begin with `_` and folders without `results.jsonl` or
 * `config.yaml` are passed over; what cannot be read, has no tier or does not qualify is left out with a warning.
 */
export async function rebuildLeaderboard(request: RebuildRequest): Promise<RebuiltLeaderboard> {
  const warnings: string[] = [];
  const contenders: Contender[] = [];
  const submissions = join(request.root, 'submissions');
  for (const handle of await folders(submissions)) {
    for (const method of await folders(join(submissions, handle))) {
      const folder = join(submissions, handle, method);
      if (!(await hasFiles(folder))) continue;
      const read = await readSubmission(folder, handle, request);
      if (typeof read === 'string') warnings.push(`submissions/${handle}/${method}: ${read}`);
      else contenders.push(read);
    }
  }
  const ours = contenders.filter(({ run }) => run.scorer_version === 'obey-1');
  const others = contenders.filter(({ run }) => run.scorer_version !== 'obey-1');
  const rows = [...rankRows(others.map(({ run, owner }) => leaderboardRow(run, owner))), ...rankRuns(ours)];
  return { rows, warnings };
}

async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && !/^[_.]/.test(entry.name)).map((entry) => entry.name);
  return names.sort(byCodePoint);
}

const hasFiles = async (folder: string): Promise<boolean> => {
  const found = await Promise.all(
    ['results.jsonl', 'config.yaml'].map((file) =>
      stat(join(folder, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
};

/** A submission, or why it is left out. */
async function readSubmission(folder: string, handle: string, request: RebuildRequest): Promise<Contender | string> {
  const document = parseDocument(await readFile(join(folder, 'config.yaml'), 'utf8'));
  if (document.errors.length > 0) return 'config.yaml is not YAML';
  const config = document.toJS({ maxAliasCount: 0 }) as unknown;
  if (!isMapping(config)) return 'config.yaml is no mapping';
  const runtime = isMapping(config.runtime) ? config.runtime : {};
  const attribution = isMapping(config.attribution) ? config.attribution : {};
  const tier = tiers.find((known) => known === runtime.compression_tier);
  if (tier === undefined) return `compression_tier must be one of ${tiers.join(', ')}`;
  try {
    return await contender(folder, request, {
      driftCycles: Number(runtime.drift_cycles ?? 2),
      owner: {
        handle: typeof attribution.handle === 'string' ? attribution.handle : handle,
        org: typeof attribution.org === 'string' ? attribution.org : null,
        tier,
      },
    });
  } catch (error) {
    if (!ObeyError.isInstance(error)) throw error;
    return error.line;
  }
}

interface Claim {
  readonly driftCycles: number;
  readonly owner: { readonly handle: string; readonly org: string | null; readonly tier: Tier };
}

async function contender(folder: string, request: RebuildRequest, claim: Claim): Promise<Contender | string> {
  const log = await readResultsFile(join(folder, 'results.jsonl'));
  const run = toRunResult(log);
  const rules = knownVersion(run.scorer_version);
  if (request.profileOf !== undefined)
    requireHonest(log, recomputeOptions(request.profileOf(rules), request.regenerator?.(log)));
  const reasons = disqualifications(run, {
    tier: claim.owner.tier,
    expectedDriftCycles: claim.driftCycles,
    rules,
    control: request.controls.has(run.method_name),
    casesPerTemplate: requireStart(log).case_count_per_template,
  });
  return reasons.length === 0 ? { run, owner: claim.owner } : `does not qualify: ${reasons.join('; ')}`;
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
