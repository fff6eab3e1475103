import { fixed } from '../json/number-text.js';
import { pythonRepr } from '../json/python-text.js';
import type { ScorerVersion } from '../model/scorer.js';
import { incompleteNote, type RunResult } from '../results/run-result.js';
import { mean } from '../score/neumaier-sum.js';
import { firstFault } from './believe-run.js';
import { familyOf } from './family-of.js';
import { type Tier, tierFloors } from './tier.js';

export interface QualifyOptions {
  readonly tier: Tier;
  readonly expectedDriftCycles: number;
  /** Whose rules; default: those of the run's scorer, for an unknown one those of 2.0.0. */
  readonly rules: ScorerVersion;
  /** Whether the method is a control (`oracle`, `null`, `truncate-last-n`). */
  readonly control?: boolean;
  /** obey-1: what each template's family is; default by its key. */
  readonly families?: ReadonlyMap<string, string>;
  /** Where the file does not hold what its evidence gives. */
  readonly faults?: readonly string[];
  /** obey-1: how many cases of each template the run was to have, and the templates of its suite. */
  readonly casesPerTemplate?: number;
  readonly templates?: readonly string[];
}

const mostContradiction = 0.1;
const leastFamilyMean = 0.4;
const mostRatio = 50;
const leastCycles = 2;

/** Why a run may not be ranked: every reason, in the reference's order; none when it qualifies. */
export function disqualifications(run: RunResult, options: QualifyOptions): string[] {
  const reference = options.rules === '1.0.0';
  return [
    ...(reference ? [] : controlReasons(run, options)),
    ...compressionReasons(run, options),
    ...(reference ? [] : cycleReasons(options)),
    ...contradictionReasons(run),
    ...(reference ? [] : endReasons(run)),
    ...completenessReasons(run, options),
    ...familyReasons(run, options),
    ...(options.rules === 'obey-1' ? shortReasons(run, options) : []),
    ...forgedReasons(options),
  ];
}

const controlReasons = ({ method_name }: RunResult, { control = false }: QualifyOptions): string[] =>
  control ? [`method '${method_name}' is a control arm, which sets a scale and is never ranked`] : [];

function compressionReasons(run: RunResult, { tier, rules }: QualifyOptions): string[] {
  const ratio = run.compression_ratio;
  const floor = tierFloors[tier];
  const shown = `compression ${fixed(ratio, 2)}x`;
  const reasons = ratio < floor ? [`${shown} is below the ${tier} floor of ${fixed(floor, 1)}x`] : [];
  if (rules !== '1.0.0' && ratio > mostRatio) {
    reasons.push(`${shown} is above the ${fixed(mostRatio, 1)}x that a method can plausibly reach`);
  }
  return reasons;
}

const cycleReasons = ({ expectedDriftCycles }: QualifyOptions): string[] =>
  expectedDriftCycles + 1 < leastCycles
    ? [`only ${expectedDriftCycles + 1} cycle configured, of at least ${leastCycles}`]
    : [];

const contradictionReasons = ({ contradiction_rate: rate }: RunResult): string[] =>
  rate > mostContradiction
    ? [`contradiction_rate ${fixed(rate, 3)} exceeds the ${fixed(mostContradiction, 2)} maximum`]
    : [];

const endReasons = ({ notes }: RunResult): string[] =>
  notes.includes(incompleteNote) ? ['run_end event missing: the run did not finish'] : [];

function completenessReasons({ cases }: RunResult, { expectedDriftCycles }: QualifyOptions): string[] {
  const expected = expectedDriftCycles + 1;
  if (cases.length === 0) return ['no cases completed'];
  return cases
    .filter(({ cycles }) => cycles.length < expected)
    .map(
      ({ case_id, cycles }) =>
        `case ${pythonRepr(case_id)} completed only ${cycles.length} of ${expected} configured cycles`,
    );
}

function familyReasons({ cases }: RunResult, { families, rules }: QualifyOptions): string[] {
  const byFamily = new Map<string, number[]>();
  for (const { template_key, case_score } of cases) {
    const family = (rules === 'obey-1' ? families?.get(template_key) : undefined) ?? familyOf(template_key);
    byFamily.set(family, [...(byFamily.get(family) ?? []), case_score]);
  }
  // The reference lets a run of a single family pass, however low it scores.
  if (byFamily.size < 2 && rules !== 'obey-1') return [];
  return [...byFamily].flatMap(([family, scores]) => {
    const average = mean(scores, 0);
    if (average >= leastFamilyMean) return [];
    const shown = `family ${pythonRepr(family)} mean score ${fixed(average, 2)}`;
    return [`${shown} is below the ${fixed(leastFamilyMean, 2)} minimum (category-diversity guard)`];
  });
}

function shortReasons({ cases }: RunResult, { casesPerTemplate = 0, templates = [] }: QualifyOptions): string[] {
  const counts = new Map(templates.map((key) => [key, new Set<string>()]));
  for (const { case_id, template_key } of cases) {
    counts.set(template_key, (counts.get(template_key) ?? new Set()).add(case_id));
  }
  return [...counts]
    .filter(([, { size }]) => size < casesPerTemplate)
    .map(([key, { size }]) => `template ${pythonRepr(key)} has ${size} of ${casesPerTemplate} cases`);
}

function forgedReasons({ faults = [] }: QualifyOptions): string[] {
  const fault = firstFault(faults);
  return fault === undefined ? [] : [`the file does not hold what its cases give: ${fault}`];
}
