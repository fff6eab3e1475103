import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ObeyError } from '@obey/schema';
import { execa } from 'execa';
import type { CandidateProcess, Environment, Exit, Launch } from './environment.js';
import { OutputFiles } from './output-files.js';
import type { Place } from './place.js';
import { processTable } from './process-table.js';
import { ProcessTree } from './process-tree.js';
import { scrubbedVariables } from './scrubbed-variables.js';

export interface LocalEnvironmentOptions {
  readonly place: Place;
  /** The runner's environment, of which PATH and the credentials named below are passed on. */
  readonly variables: NodeJS.ProcessEnv;
  readonly credentials: readonly string[];
  /** Bytes that all processes together may write to their output streams. */
  readonly outputBytes: number;
  /** Milliseconds, any origin. */
  readonly now: () => number;
}

const watchEveryMs = 250;
const drainMs = 1_000;

/** A fresh directory, a HOME of its own, a process group and session of its own, and no isolation. */
export function localEnvironment(options: LocalEnvironmentOptions): Environment {
  const { place, now } = options;
  const tree = new ProcessTree(processTable(), `OBEY_TRIAL=${place.id}`, place.candidate);
  const inherited = scrubbedVariables(options.variables, place, options.credentials);
  let left = options.outputBytes;
  let overflowed = (): void => {};
  const overflow = new Promise<void>((resolve) => {
    overflowed = resolve;
  });

  let stopped = false;
  const outputs = new OutputFiles();
  const releases: (() => Promise<void>)[] = [];
  const limiter = (): Transform =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        const kept = chunk.subarray(0, Math.max(0, left));
        left -= chunk.length;
        if (left < 0) overflowed();
        done(null, kept);
      },
    });

  return {
    name: 'local',
    isolation: 'none',
    overflow,
    async launch(launch: Launch): Promise<CandidateProcess> {
      if (stopped) throw new ObeyError('interrupted', `\`${launch.command}\` was not started: the trial has ended`);
      const child = execa(launch.command, launch.arguments, {
        cwd: place.workspace,
        env: { ...inherited, ...launch.variables },
        extendEnv: false,
        detached: true,
        cleanup: false,
        reject: false,
        buffer: false,
        stdout: 'pipe',
        stderr: 'pipe',
        ...(launch.input === undefined ? { stdin: 'ignore' as const } : { input: launch.input }),
        ...(launch.messages === true ? { ipc: true, serialization: 'advanced' as const } : {}),
      });
      const { pid, stdout, stderr } = child;
      if (pid === undefined) {
        const result = await child;
        const why =
          result.code === 'ENOENT' ? 'there is no such program' : (result.originalMessage ?? 'unknown reason');
        throw new ObeyError('environment-failed', `cannot start \`${launch.command}\`: ${why}`, { cause: result });
      }
      tree.add(pid);
      tree.watch(watchEveryMs);
      const exited = new Promise<Exit>((resolve) => {
        child.once('exit', (exit, signal) => resolve(signal === null ? { exit } : { exit, signal }));
      });
      const drained = Promise.all([
        pipeline(stdout, limiter(), outputs.into(launch.stdout)),
        pipeline(stderr, limiter(), outputs.into(launch.stderr)),
      ]).then(
        () => {},
        // A stream that breaks has said all that it will ever say.
        () => {},
      );
      void child.catch(() => {});
      releases.push(async () => {
        await Promise.race([drained, sleep(drainMs, undefined, { ref: false })]);
        stdout.destroy();
        stderr.destroy();
      });
      return {
        pid,
        exited,
        drained,
        send: (message) => {
          if (child.connected) child.send(message, () => {});
        },
        onMessage: (listener) => {
          child.on('message', listener);
        },
      };
    },
    async stop(graceMs) {
      stopped = true;
      await tree.end(graceMs, now);
      // A stream that is still held open belongs to nobody of ours.
      for (const release of releases.splice(0)) await release();
      outputs.close();
    },
  };
}
