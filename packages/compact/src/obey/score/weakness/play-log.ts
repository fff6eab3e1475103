import { resolveMethod } from '../../../methods/resolve-method.js';
import type { Provider } from '../../../model/provider.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import type { ResultsLog } from '../../../results/parse-results.js';
import type { ResultsEvent } from '../../../results/results-event.js';
import type { CaseScript } from '../../../run/case-script.js';
import { playSuite, runStart } from '../../../run/play-suite.js';
import { carryOf, type RunSettings } from '../../../run/run-settings.js';

export interface PlayedLog {
  readonly scripts: readonly CaseScript[];
  /** A built-in method. */
  readonly method: string;
  readonly profile: ScorerProfile;
  readonly provider: Provider;
}

/** The start of 2026, which is as good as any. */
const moment = '2026-01-01T00:00:00Z';

/** Plays cases as a run does, and gives what its results file would hold. */
export async function playLog({ scripts, method: key, profile, provider }: PlayedLog): Promise<ResultsLog> {
  const events: ResultsEvent[] = [];
  const writer = { append: async (event: ResultsEvent) => void events.push(event), close: async () => undefined };
  const settings: RunSettings = {
    difficulty: scripts[0]?.case.difficulty ?? 'medium',
    driftCycles: 1,
    caseCount: 1,
    seedGroup: 'default',
    scorer: profile.version,
    carry: carryOf(profile.version),
  };
  const method = await resolveMethod(`built-in:${key}`, { profile: profile.version, folder: '.' });
  const options = { settings, profile, method, provider, model: 'none' };
  const suite = { key: 'weaknesses', version: '1.0.0' };
  events.push(runStart({ run_id: 'weaknesses', started_at: moment, suite, provider: provider.key }, options));
  await playSuite(scripts, writer, [], { ...options, concurrency: 1, now: () => 0, timestamp: () => moment });
  return { path: 'results.jsonl', events, torn: false };
}
