import { loadTaskModules, resolveTask } from '@obey/catalog';
import { newSecret, prepareTask } from '@obey/prepare';
import { runTrial } from '@obey/runner';
import { parseCandidate } from '@obey/schema';

/** Runs a candidate on a built-in task; the folder then holds all that it did. */
export async function runOnce(task: string, candidate: string, folder: string) {
  const loaded = await resolveTask(task);
  const modules = await loadTaskModules(loaded);
  const secret = newSecret();
  const prepared = prepareTask({ ...loaded, ...modules }, { seed: 7, level: 'easy', secret });
  return runTrial({
    ...{ loaded, modules, prepared, secret, folder },
    candidate: parseCandidate(candidate),
    pace: 0.1,
  });
}
