import type { CommandContext, Output } from '../command-context.js';
import { main } from '../main.js';

export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in this process, in a directory, and gives what it wrote and its exit code. */
export function runCommand(directory: string, ...argv: readonly string[]): Promise<CommandOutcome> {
  return runAnswering({}, directory, ...argv);
}

/** The same with more of what a command touches: a person who answers, variables of the environment, a signal. */
export function runAnswering(
  more: Partial<CommandContext>,
  directory: string,
  ...argv: readonly string[]
): Promise<CommandOutcome> {
  return outcomeOf((context) => main(argv, context), more, directory);
}

/** What a command writes and its exit code, in a directory and with what is given of its surroundings. */
export async function outcomeOf(
  run: (context: CommandContext) => Promise<number>,
  more: Partial<CommandContext>,
  directory: string,
): Promise<CommandOutcome> {
  const stdout = sink();
  const stderr = sink();
  const code = await run({
    stdout,
    stderr,
    signal: new AbortController().signal,
    environment: {},
    directory,
    now: () => new Date('2026-01-02T03:04:05Z'),
    ...more,
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

const sink = (): Output & { text: string } => ({
  text: '',
  isTerminal: false,
  columns: 80,
  async write(text) {
    this.text += text;
  },
});
