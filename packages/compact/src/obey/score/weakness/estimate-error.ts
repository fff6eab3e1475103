import { callModelOf } from '../../../estimate/call-model-of.js';
import { estimateRun } from '../../../estimate/estimate-run.js';
import { referenceEstimate } from '../../../estimate/reference-estimate.js';
import { builtInNames } from '../../../methods/built-in/built-ins.js';
import { resolveMethod } from '../../../methods/resolve-method.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import { createReaderProvider } from '../../../providers/mock/reader-provider.js';
import type { AnyTemplate } from '../../../run/any-suite.js';
import { scriptCase } from '../../../run/case-script.js';
import { carryOf } from '../../../run/run-settings.js';
import { levelNear } from './compared-templates.js';
import { playLog } from './play-log.js';

/**
 * By what share of the calls that it really made a run was misjudged before it, for the built-in method of which that is most: by the
 * estimate of the reference in its profiles, by ours in obey-1. One case of each template, three cycles.
 */
export async function estimateError(files: readonly AnyTemplate[], profile: ScorerProfile): Promise<number> {
  const scripts = files.map((file) => scriptCase(file, 5n, levelNear(file, 'medium'), 2));
  const reply = '{"immutable_facts": ["a fact"]}';
  let worst = 0;
  for (const method of builtInNames) {
    const provider = createReaderProvider(() => reply);
    const log = await playLog({ scripts, method, profile, provider });
    const calls = log.events.flatMap((event) =>
      event.event === 'case_complete' ? [event.case_result.token_usage?.call_count ?? 0] : [],
    );
    const actual = calls.reduce((total, count) => total + count, 0);
    const expected = await expectedCalls(method);
    worst = Math.max(worst, Math.abs(expected - actual) / actual);
  }
  return worst;

  async function expectedCalls(method: string): Promise<number> {
    const run = { provider: 'mock', model: 'none' };
    if (profile.version !== 'obey-1')
      return referenceEstimate({ ...run, cases: scripts.map((script) => script.case), driftCycles: 2 }).total_calls;
    const asked = { ...run, cases: scripts, carries: carryOf(profile.version) };
    const spec = `built-in:${method}`;
    const resolve = () => resolveMethod(spec, { profile: profile.version, folder: '.' });
    const { model: calls } = await callModelOf({ ...asked, spec, resolve });
    return estimateRun({ ...asked, method: calls }).calls.total;
  }
}
