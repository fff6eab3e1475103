import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import type { Harness, HarnessContext, HarnessSession } from '../harness/harness.js';
import { directAbilities, Hands } from './direct-abilities.js';
import { handsProgram } from './hands-program.js';
import { readReferenceLog } from './read-reference-log.js';

const logName = 'session.jsonl';

/**
 * The built-in agent, which executes the process program itself. Its thought runs here; a process of its own does every
 * act in the trial's directory, so that it is recorded, limited and killed like any other candidate, and knows no facts.
 */
export const referenceHarness: Harness = {
  name: 'reference',
  hooks: false,
  scripted: true,
  compacts: false,
  credentials: () => [],
  version: async () => undefined,
  start: startReference,
};

async function startReference(context: HarnessContext): Promise<HarnessSession> {
  const { place, environment } = context;
  const log = join(place.home, '.obey-reference', logName);
  const streams = { stdout: join(place.record, 'stdout.txt'), stderr: join(place.record, 'stderr.txt') };
  const child = await environment.launch({
    command: process.execPath,
    arguments: [await handsProgram(), log],
    messages: true,
    ...streams,
  });
  const hands = new Hands(child, context.marker);
  void child.exited.then(() => hands.lose(new ObeyError('interrupted', "the reference agent's process ended")));
  let clocks = { offset: 0, lag: 0 };
  const work = async () => {
    clocks = await compareClocks(hands, () => context.epochMs + context.clock());
    await context.think(directAbilities(hands));
  };
  const thought = work().then(
    () => hands.end(0),
    (error: unknown) => hands.end(1, error instanceof Error ? error.message : String(error)),
  );
  return {
    ended: child.exited,
    // Its process is gone, so that everything it could wait for is over.
    close: () => thought,
    lag: () => clocks.lag,
    async logs() {
      await child.drained;
      const exists = await lstat(log).then(
        (stat) => stat.isFile(),
        () => false,
      );
      const kept = [{ name: 'stderr.txt', path: streams.stderr }];
      return exists ? [{ name: logName, path: log }, ...kept] : kept;
    },
    async read(raw, cut) {
      const path = join(raw, logName);
      const there = await lstat(path).then(
        () => true,
        () => false,
      );
      if (!there) return { events: [], damage: 'the log is missing' };
      const epochMs = context.epochMs + clocks.offset;
      const { error, ...reading } = await readReferenceLog(path, { file: logName, epochMs, cut });
      return { ...reading, ...(error === undefined ? {} : { stopped: error }) };
    },
  };
}

/** How far the hands' clock is ahead of ours, and how exactly that is known, in ms. */
async function compareClocks(hands: Hands, now: () => number): Promise<{ offset: number; lag: number }> {
  // The first answer waits until the program has started.
  await hands.time();
  const sent = now();
  const theirs = await hands.time();
  const back = now();
  return { offset: theirs - (sent + back) / 2, lag: back - sent };
}
