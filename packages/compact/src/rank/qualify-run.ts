import { controlNames } from '../methods/control/controls.js';
import type { BelievedRun } from './believe-run.js';
import { disqualifications } from './qualify.js';
import type { Tier } from './tier.js';

const controls: ReadonlySet<string> = new Set(controlNames);

/**
 * Why a run may not be ranked in a tier, by its own scorer's rules: every reason; none when it qualifies.
 * @param driftCycles how many a submission claims; the run's own where those are more
 */
export function qualifyRun(
  { run, start, rules, faults, families }: BelievedRun,
  tier: Tier,
  driftCycles = start.drift_cycles,
): string[] {
  return disqualifications(run, {
    tier,
    rules,
    faults,
    expectedDriftCycles: Math.max(driftCycles, start.drift_cycles),
    control: controls.has(run.method_name),
    casesPerTemplate: start.case_count_per_template,
    ...(families === undefined ? {} : { families, templates: [...families.keys()] }),
  });
}
