import { planRun, resolveSuite, runBench } from '@obey/bench';
import { parseCandidate } from '@obey/schema';

/** Ranks the obedient reference agent and one that skips work on a suite; the best comes first. */
export async function rank(suite: string, folder: string) {
  const plan = {
    ...{ suite, tasks: await resolveSuite(suite), candidates: ['reference', 'reference:skip'].map(parseCandidate) },
    ...({ trials: 1, seed: 7, level: 'easy', pace: 0.1, concurrency: 2, retries: 0, versions: {} } as const),
  };
  const { leaderboard } = await runBench(planRun(plan, new Date()), { folder });
  return leaderboard.entries.map(({ candidate, score, weakest }) => ({ candidate, score, weakest }));
}
