import type { Prompts } from './prompts.js';

/** One stream of a command. */
export interface Output {
  /** Resolves when the text is on its way, so that a slow reader is waited for. */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in characters. */
  readonly columns: number;
}

/** All that a command touches of the process it runs in. */
export interface CommandContext {
  /** Results: with --json one document and nothing else. */
  readonly stdout: Output;
  /** Progress and errors. */
  readonly stderr: Output;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  readonly now: () => Date;
  /** Absent where nobody can answer: no terminal on both sides, or CI. */
  readonly prompts?: Prompts;
}

/** Prints one JSON document. */
export const printJson = (context: CommandContext, value: unknown): Promise<void> =>
  context.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

/** Prints lines of a result. */
export const printLines = (context: CommandContext, lines: readonly string[]): Promise<void> =>
  context.stdout.write(lines.map((line) => `${line}\n`).join(''));
