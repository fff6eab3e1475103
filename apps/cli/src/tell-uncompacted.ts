import type { LoadedTask } from '@obey/catalog';
import type { Candidate } from '@obey/schema';
import type { CommandContext } from './command-context.js';

const mostNamed = 3;

/** One line for each candidate whose harness cannot compact where tasks ask for it, before anything is run. */
export async function tellUncompacted(
  candidates: readonly Candidate[],
  tasks: readonly Pick<LoadedTask, 'task' | 'process'>[],
  context: CommandContext,
): Promise<void> {
  const [{ departsFrom, runsUncompacted }, { formatCandidate }] = await Promise.all([
    import('@obey/bench'),
    import('@obey/schema'),
  ]);
  for (const candidate of candidates) {
    const runs = tasks.filter((loaded) => departsFrom(candidate, loaded) && runsUncompacted(candidate, loaded.task));
    const ids = runs.map(({ task }) => task.id);
    if (ids.length === 0) continue;
    const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
    const where = `${ids.slice(0, mostNamed).join(', ')}${more}`;
    const name = formatCandidate(candidate);
    await context.stderr.write(
      `${name} cannot be made to compact its context, and runs without the compaction that is asked for in ${where}\n`,
    );
  }
}
