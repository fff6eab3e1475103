import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { byCodePoint } from '../json/json-text.js';
import { believeRun } from './believe-run.js';
import { type LeaderboardRow, leaderboardRow } from './leaderboard-row.js';
import { findPlaceholders } from './placeholders.js';
import { qualifyRun } from './qualify-run.js';
import { rankRows } from './rank-rows.js';
import { type Contender, rankRuns } from './rank-runs.js';
import { readSubmissionConfig } from './read-config.js';
import { isHandle, isSubmissionName } from './submission-config.js';
import { readSubmittedResults } from './submission-file.js';

export interface RebuildRequest {
  /** The folder `submissions`. */
  readonly submissions: string;
  /** The folder of suites that the runs are on. */
  readonly suites: string;
}

/** A submission that is not ranked. */
export interface LeftOut {
  /** `<handle>/<method>` */
  readonly submission: string;
  readonly reason: string;
}

export interface RebuiltLeaderboard {
  /** Those of the reference's scorers ranked as it ranks them, those of obey-1 with intervals and shared ranks. */
  readonly rows: readonly LeaderboardRow[];
  readonly leftOut: readonly LeftOut[];
  /** Submissions that hold one and the same run, each as `<handle>/<method>`; all of them are ranked. */
  readonly sameRun: readonly (readonly string[])[];
}

/**
 * Ranks what lies in `submissions/<handle>/<method>/`. Names that begin with `_` and folders without `results.jsonl` or
 * `config.yaml` are passed over; what cannot be read or believed, belongs to somebody else, or does not qualify is left out. Nothing of a
 * submission is executed.
 */
export async function rebuildLeaderboard({ submissions, suites }: RebuildRequest): Promise<RebuiltLeaderboard> {
  const leftOut: LeftOut[] = [];
  const contenders: Contender[] = [];
  const runs = new Map<string, string[]>();
  for (const handle of await folders(submissions)) {
    for (const method of await folders(join(submissions, handle))) {
      const folder = join(submissions, handle, method);
      if (!(await hasFiles(folder))) continue;
      const submission = `${handle}/${method}`;
      const read = await readSubmission(folder, { handle, method, suites });
      if (typeof read === 'string') {
        leftOut.push({ submission, reason: read });
        continue;
      }
      contenders.push(read);
      runs.set(read.run.run_id, [...(runs.get(read.run.run_id) ?? []), submission]);
    }
  }
  const ours = contenders.filter(({ run }) => run.scorer_version === 'obey-1');
  const others = contenders.filter(({ run }) => run.scorer_version !== 'obey-1');
  const rows = [...rankRows(others.map(({ run, owner }) => leaderboardRow(run, owner))), ...rankRuns(ours)];
  return { rows, leftOut, sameRun: [...runs.values()].filter(({ length }) => length > 1) };
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
async function readSubmission(
  folder: string,
  { handle, method, suites }: { readonly handle: string; readonly method: string; readonly suites: string },
): Promise<Contender | string> {
  if (!isHandle(handle) || !isSubmissionName(method)) return 'its folders are no names of a submission';
  try {
    const read = await readSubmissionConfig(join(folder, 'config.yaml'), true);
    if (!read.ok) return `config.yaml: ${read.problems.join('; ')}`;
    const { attribution, runtime } = read.config;
    if (attribution.handle !== handle) return `config.yaml: attribution.handle must be ${handle}`;
    const [open] = await findPlaceholders(folder);
    if (open !== undefined) return `${open.path}:${open.line} is still to be filled in`;
    const believed = believeRun(await readSubmittedResults(join(folder, 'results.jsonl')), suites);
    const reasons = qualifyRun(believed, runtime.compression_tier, runtime.drift_cycles);
    if (reasons.length > 0) return `does not qualify: ${reasons.join('; ')}`;
    const { run, start } = believed;
    const { difficulty, drift_cycles, seed_group } = start;
    return {
      run,
      owner: { handle, org: attribution.org, tier: runtime.compression_tier },
      setting: { difficulty, drift_cycles, seed_group },
    };
  } catch (error) {
    if (!ObeyError.isInstance(error)) throw error;
    const { line } = error.at ?? {};
    return `${line === undefined ? '' : `line ${line}: `}${error.message}`;
  }
}
