import { ObeyError } from '@obey/schema';
import { caseNamespace, deriveCaseSeed } from '../generate/derive-seed.js';
import { firstCodePoints } from '../json/code-points.js';
import { scorerVersions } from '../model/scorer.js';
import type { ResultsLog } from '../results/parse-results.js';
import { type Recomputed, recompute, recomputeOptions } from '../results/recompute.js';
import type { RunStart } from '../results/results-event.js';
import { caseEvents, knownVersion, type RunResult, requireStart, toRunResult } from '../results/run-result.js';
import { type AnyTemplate, loadAnySuite } from '../run/any-suite.js';
import { regenerator } from '../run/regenerate.js';
import { profileOf } from '../run/run-compaction.js';
import { suiteDigest } from '../run/suite-digest.js';
import { requireSuite } from '../run/suite-folders.js';
import type { Suite } from '../template/load-suite.js';

/** A run whose file was computed anew. */
export interface BelievedRun {
  readonly start: RunStart;
  readonly run: RunResult;
  /** Whose rules decide whether it may be ranked. Those of 1.0.0 let unfinished runs pass, so 2.0.0's serve for both. */
  readonly rules: '2.0.0' | 'obey-1';
  /** The family of each template that the run was to play; undefined where the suite is not known. */
  readonly families?: ReadonlyMap<string, string>;
  /** What it gives; undefined where its suite cannot be used. */
  readonly recomputed: Recomputed | undefined;
  /** Why the file is not to be believed, one line each. */
  readonly faults: readonly string[];
}

/**
 * Computes a file anew and says where it does not hold. A run of obey-1 is scored from its answers, on the cases that its suite,
 * seed group and settings draw and no others; of the reference's runs there are only the items' scores to go by.
 *
 * @param suites the folder of suites that the run's is looked for in, by its plain name
 * @throws ObeyError `run-invalid` for a log without a start
 */
export function believeRun(log: ResultsLog, suites: string): BelievedRun {
  const start = requireStart(log);
  const run = toRunResult(log);
  const version = knownVersion(start.scorer_version);
  const faults: string[] = [];
  if (version !== start.scorer_version) {
    faults.push(`its scorer ${start.scorer_version} is none of ${scorerVersions.join(', ')}`);
  }
  const starts = log.events.filter(({ event }) => event === 'run_start').length;
  if (starts > 1) faults.push(`it holds ${starts} runs`);
  if (version !== 'obey-1') {
    const recomputed = recompute(log, { profile: profileOf(version) });
    return { start, run, rules: '2.0.0', recomputed, faults: [...faults, ...recomputed.faults] };
  }
  let families: BelievedRun['families'];
  let recomputed: Recomputed | undefined;
  try {
    const suite = loadAnySuite(requireSuite(suites, start.suite_key));
    families = new Map(suite.files.map(({ template }) => [template.key, template.family]));
    faults.push(...suiteFaults(start, suite), ...planFaults(log, start, suite));
    recomputed = recompute(log, recomputeOptions(profileOf(version), regenerator(log, suites)));
    faults.push(...recomputed.faults);
  } catch (error) {
    if (!ObeyError.isInstance(error)) throw error;
    faults.push(`its suite cannot be used: ${error.line}`);
  }
  return { start, run, rules: 'obey-1', recomputed, faults, ...(families === undefined ? {} : { families }) };
}

/**
 * The same, for whoever must be able to trust a file.
 * @throws ObeyError `conflict` in one line when it is not to be believed
 */
export function requireBelievable(log: ResultsLog, suites: string): BelievedRun & { readonly recomputed: Recomputed } {
  const believed = believeRun(log, suites);
  const { faults, recomputed } = believed;
  const fault = firstFault(faults);
  if (fault === undefined && recomputed !== undefined) return { ...believed, recomputed };
  throw new ObeyError('conflict', `does not hold what its cases give: ${fault ?? 'its suite cannot be used'}`, {
    at: { file: log.path },
    hint:
      recomputed === undefined
        ? 'name the folder that its suite is in'
        : 'the file was changed after the run, or the suite was; run it again',
  });
}

/** The first of them, cut where it goes on and on, and how many there are beside it. */
export function firstFault([fault, ...more]: readonly string[]): string | undefined {
  if (fault === undefined) return undefined;
  const kept = firstCodePoints(fault, 300);
  const first = kept === fault ? fault : `${kept}…`;
  return more.length === 0 ? first : `${first} (and ${more.length} more)`;
}

function suiteFaults(start: RunStart, suite: Suite<AnyTemplate>): string[] {
  const faults: string[] = [];
  if (start.suite_version !== suite.version) {
    faults.push(`it ran on version ${start.suite_version} of the suite ${suite.key}, which is at ${suite.version}`);
  }
  const stored = start.obey?.suite_sha256;
  if (stored === undefined) faults.push('it does not say which files its suite had');
  else if (stored !== suiteDigest(suite)) faults.push(`its suite ${suite.key} had other files than the one here`);
  return faults;
}

/** Cases that the run's settings do not draw. Those that are missing are for qualification to find. */
function planFaults(log: ResultsLog, start: RunStart, suite: Suite<AnyTemplate>): string[] {
  const templates = new Map(suite.files.map(({ template }) => [template.key, template]));
  const seeds = new Map<string, ReadonlySet<bigint>>();
  const drawn = (key: string): ReadonlySet<bigint> => {
    const known = seeds.get(key);
    if (known !== undefined) return known;
    const template = templates.get(key);
    const namespace = template === undefined ? '' : caseNamespace(suite, template);
    const most = template === undefined ? 0 : Math.min(start.case_count_per_template, mostCases);
    const made = new Set(Array.from({ length: most }, (_, slot) => deriveCaseSeed(namespace, start.seed_group, slot)));
    seeds.set(key, made);
    return made;
  };
  return caseEvents(log).flatMap(({ case_result: { case_id, cycles, seed, template_key } }) => {
    if (!drawn(template_key).has(seed)) return [`${case_id}: not a case of this run`];
    if (case_id !== `${template_key}:s${seed}:d${start.difficulty}`) return [`${case_id}: not the name of its case`];
    const expected = start.drift_cycles + 1;
    return cycles.length > expected ? [`${case_id}: has ${cycles.length} of ${expected} cycles`] : [];
  });
}

/** Beyond it a file could keep its reader busy with a number alone. */
const mostCases = 100_000;
