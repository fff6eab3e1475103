import module from 'node:module';
import type { CommandContext, Output } from './command-context.js';
import { terminalPrompts } from './terminal-prompts.js';

/**
 * Gives a command the line and the surroundings of this process, and sets the exit code that it gives. Ctrl-C lets what is
 * under way clean up; twice ends at once.
 */
export async function runProcess(
  run: (argv: readonly string[], context: CommandContext) => Promise<number>,
): Promise<void> {
  // From Node 22 on, what was compiled once is kept for the next start.
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
  const interrupt = new AbortController();
  const stop = () => {
    if (interrupt.signal.aborted) process.exit(1);
    interrupt.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await run(process.argv.slice(2), {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    signal: interrupt.signal,
    environment: process.env,
    directory: process.cwd(),
    now: () => new Date(),
    ...(isInteractive() ? { prompts: terminalPrompts } : {}),
  });
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
}

const isInteractive = (): boolean =>
  process.stdin.isTTY === true && process.stdout.isTTY === true && process.env.CI === undefined;

const outputOf = (stream: NodeJS.WriteStream): Output => ({
  isTerminal: stream.isTTY === true,
  columns: stream.columns ?? 80,
  write: (text) =>
    new Promise((resolve) => {
      if (stream.write(text)) resolve();
      else stream.once('drain', resolve);
    }),
});
