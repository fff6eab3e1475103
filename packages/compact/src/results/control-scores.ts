import { ObeyError } from '@obey/schema';
import type { ResultsLog } from './parse-results.js';
import type { CaseResult, RunStart } from './results-event.js';
import { differences, obeyDifferences } from './resume.js';
import { requireStart } from './run-result.js';

const compared = [
  'suite_key',
  'suite_version',
  'scorer_version',
  'target_provider',
  'target_model',
  'difficulty',
  'drift_cycles',
  'seed_group',
] as const satisfies readonly (keyof RunStart)[];

export interface ControlRun {
  readonly log: ResultsLog;
  /** Its cases, computed anew. */
  readonly cases: readonly CaseResult[];
}

/**
 * The scores that a control has on the cases of a run, by case id.
 *
 * @throws ObeyError `conflict` in one line where it is no run of that control, or of other cases or settings
 */
export function controlScores(control: string, of: ControlRun, run: ControlRun): ReadonlyMap<string, number> {
  const [has, wanted] = [requireStart(of.log), requireStart(run.log)];
  const found = [
    ...differences({ method_name: has.method_name }, { method_name: control }),
    ...compared.flatMap((name) => differences({ [name]: has[name] }, { [name]: wanted[name] })),
    ...differences(
      { endpoint_kind: has.endpoint_kind ?? 'default' },
      { endpoint_kind: wanted.endpoint_kind ?? 'default' },
    ),
    ...obeyDifferences(has, wanted),
  ];
  const refuse = (reason: string) =>
    new ObeyError('conflict', `is no ${control} control of this run: ${reason}`, {
      at: { file: of.log.path },
      hint: 'run the control with the options that the run was started with',
    });
  if (found.length > 0) throw refuse(found.join('; '));
  const scores = new Map(of.cases.map((one) => [one.case_id, one.case_score]));
  const lacking = run.cases.filter((one) => !scores.has(one.case_id)).length;
  if (lacking > 0) throw refuse(`it lacks ${lacking} of ${run.cases.length} cases`);
  return scores;
}
