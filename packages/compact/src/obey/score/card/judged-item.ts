import type { EvaluationItem } from '../../../model/case.js';
import type { CheckResult } from '../check/check-result.js';
import type { ReadAnswer } from '../mention/analyse-value.js';

/** One item, its answer and what its check gave. */
export interface JudgedItem {
  readonly item: EvaluationItem;
  readonly answer: ReadAnswer;
  readonly result: CheckResult;
}
