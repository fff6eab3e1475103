import { newSecret, prepareTask } from '@obey/prepare';
import { type Level, levels, type PreparedTask } from '@obey/schema';
import type { TaskModules } from '../load-task-modules.js';
import type { LoadedTask } from '../loaded-task.js';
import { checkDecisions } from './check-decisions.js';
import { checkLoops } from './check-loops.js';
import { checkPrompt } from './check-prompt.js';
import { checkRequests } from './check-requests.js';
import { checkTries } from './check-tries.js';
import type { Findings } from './findings.js';
import { instanceOf } from './instance.js';

/** Prepares a task at every level with each seed and checks what comes out. */
export async function checkInstances(
  loaded: LoadedTask,
  modules: TaskModules,
  seeds: readonly number[],
  findings: Findings,
): Promise<void> {
  const secret = newSecret((count) => new Uint8Array(count));
  const make = (level: Level, seed: number): PreparedTask =>
    prepareTask({ ...loaded, ...modules }, { seed, level, secret });
  for (const level of levels) {
    const different = new Set<string>();
    for (const seed of seeds) {
      findings.on(`level ${level}, seed ${seed}`);
      let prepared: PreparedTask;
      let again: PreparedTask | undefined;
      try {
        prepared = make(level, seed);
        // Once per level: preparing is what takes long.
        again = seed === seeds[0] ? make(level, seed) : undefined;
      } catch (error) {
        findings.on('');
        findings.caught(error, 'prepare.ts');
        return;
      }
      if (again !== undefined && JSON.stringify(again) !== JSON.stringify(prepared)) {
        findings.error(
          'prepare.ts',
          'two preparations with the same seed differ',
          'draw from `random` alone, never from time or chance',
        );
      }
      different.add(JSON.stringify({ ...prepared, seed: 0 }));
      const instance = await instanceOf(loaded.process, prepared, Object.keys(modules.services));
      checkLoops(instance, findings);
      checkRequests(instance, findings);
      checkPrompt(instance, loaded.task, findings);
      await checkTries(instance, findings);
      await checkDecisions(instance, findings);
    }
    findings.on('');
    if (different.size < seeds.length) {
      findings.error('prepare.ts', `different seeds give the same instance at level ${level}`, 'draw from `random`');
    }
  }
}
