import type { AnyTemplate, RunSettings, Suite } from '@obey/compact';
import type { CommandContext } from '../command-context.js';

/** Prints the reference's projection of a run. No method is resolved, no provider made, nothing written. */
export async function printReferenceEstimate(
  suite: Suite<AnyTemplate>,
  settings: RunSettings,
  { provider, model }: { readonly provider: string; readonly model: string },
  context: CommandContext,
): Promise<void> {
  const { planCases, referenceEstimate, referenceReport } = await import('@obey/compact');
  const cases = planCases(suite, settings).map((script) => script.case);
  const estimate = referenceEstimate({ cases, driftCycles: settings.driftCycles, provider, model });
  await context.stdout.write(`${referenceReport(estimate, provider, model)}\n`);
}
