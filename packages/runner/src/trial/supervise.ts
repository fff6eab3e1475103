import type { Environment, Exit } from '../environment/environment.js';
import type { HarnessSession } from '../harness/harness.js';

export interface Limits {
  readonly timeMs: number;
  readonly signal: AbortSignal | undefined;
}

export interface Ending {
  /** What ended it: the candidate itself, a limit, or the user. */
  readonly by: 'itself' | 'time' | 'output' | 'user';
  readonly exit: Exit;
}

/** For a candidate at its limit to write down what it has, in ms. */
const graceMs = 2_000;

/** Waits for the candidate's end or brings it about; resolves when its last process is dead. */
export async function supervise(
  session: Pick<HarnessSession, 'ended'>,
  environment: Pick<Environment, 'overflow' | 'stop'>,
  { timeMs, signal }: Limits,
): Promise<Ending> {
  const release: (() => void)[] = [];
  const limit = new Promise<'time'>((resolve) => {
    // A longer delay than this would fire at once.
    const timer = setTimeout(() => resolve('time'), Math.min(timeMs, 2 ** 31 - 1));
    release.push(() => clearTimeout(timer));
  });
  const abort = new Promise<'user'>((resolve) => {
    const stop = () => resolve('user');
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop);
    release.push(() => signal?.removeEventListener('abort', stop));
  });
  const own = session.ended.then(() => 'itself' as const);
  const overflow = environment.overflow.then(() => 'output' as const);
  try {
    const by = await Promise.race([own, limit, abort, overflow]);
    await environment.stop(by === 'itself' || by === 'output' ? 0 : graceMs);
    return { by, exit: await session.ended };
  } finally {
    for (const free of release) free();
  }
}
