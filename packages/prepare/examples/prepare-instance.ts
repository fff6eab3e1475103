import { newSecret, type PreparableTask, prepareTask, startWorld } from '@obey/prepare';

/** Prepares one instance of a task, serves its world on loopback, and asks it for a page as a candidate would. */
export async function fetchFrom(task: PreparableTask, service: string, page: string) {
  const prepared = prepareTask(task, { seed: 7, level: 'easy', secret: newSecret() });
  const began = performance.now();
  const world = await startWorld(prepared, {
    pace: 0.1,
    clock: () => performance.now() - began,
    store: { put: () => 'not kept' },
  });
  try {
    const response = await fetch(`${world.urls[service]}${page}`);
    return { status: response.status, body: await response.text(), log: world.events() };
  } finally {
    await world.stop();
  }
}
