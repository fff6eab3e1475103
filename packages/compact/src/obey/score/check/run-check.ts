import type { CheckContext, CheckResult } from './check-result.js';
import { checkContains } from './contains.js';
import { checkEntity } from './entity.js';
import { checkExact } from './exact.js';
import { checkForbidden } from './forbidden.js';
import { checkNumeric } from './numeric.js';
import { readParameters } from './parameters.js';
import { checkSet } from './set-match.js';

/**
 * Runs one check of the profile obey-1 on one answer.
 * @throws ScoringError where the item's `expected` cannot be read
 */
export function runCheck(expected: ReadonlyMap<string, unknown>, context: CheckContext, item?: string): CheckResult {
  const parameters = readParameters(expected, item);
  switch (parameters.check) {
    case 'contains_normalized':
      return checkContains(parameters, context);
    case 'forbidden_absent':
      return checkForbidden(parameters, context);
    case 'set_match':
      return checkSet(parameters, context);
    case 'exact':
      return checkExact(parameters, context);
    case 'numeric_within':
      return checkNumeric(parameters, context);
    case 'entity_consistent':
      return checkEntity(parameters, context);
  }
}
