import type { Level } from '@obey/schema';
import { loadTaskModules } from './load-task-modules.js';
import type { LoadedTask } from './loaded-task.js';

/**
 * How many obligations an instance of a task makes due at each level, whatever is done: each is one unit of its scorecard.
 * What a decision adds, once it is taken, is not among them.
 * @throws ObeyError `task-invalid` or `prepare-failed` when the task cannot be prepared
 */
export async function expectedUnits(loaded: LoadedTask): Promise<Readonly<Record<Level, number>>> {
  const [{ newSecret, plannedFaults, prepareTask, proofToken }, { replayProcess }, { prepare }] = await Promise.all([
    import('@obey/prepare'),
    import('@obey/process'),
    loadTaskModules(loaded),
  ]);
  const { process } = loaded;
  const secret = newSecret((count) => new Uint8Array(count));
  const unitsAt = async (level: Level): Promise<number> => {
    const prepared = prepareTask({ ...loaded, prepare }, { seed: 1, level, secret });
    const { units } = await replayProcess(process, [], {
      facts: prepared.facts,
      parameters: prepared.parameters,
      observable: everything,
      content: () => undefined,
      token: (item) => proofToken(secret, item),
      plannedFaults: await plannedFaults(process, prepared),
    });
    return units.length;
  };
  return {
    easy: await unitsAt('easy'),
    medium: await unitsAt('medium'),
    hard: await unitsAt('hard'),
    elite: await unitsAt('elite'),
  };
}

const everything = {
  workspace: true,
  service: true,
  harness: true,
  reads: true,
  batches: true,
  intervals: true,
  agents: true,
  replies: true,
};
