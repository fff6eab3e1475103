import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** A whole number from `least`, as a commander parser. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`expected a whole number from ${least}`);
  };

/** A number above 0, as a commander parser. */
function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('expected a number above 0');
}

/** Collects a repeatable option whose values may also be listed with commas. */
export const listed = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

export const jsonOption = (): Option => new Option('--json', 'print one JSON document on standard output');

/** The options of every verb that makes an instance of a task. */
export interface InstanceOptions {
  readonly seed?: number;
  readonly level: string;
  readonly out?: string;
  readonly pace?: number;
  readonly json?: true;
}

export const withInstanceOptions = (command: Command): Command =>
  command
    .option('--seed <n>', 'seed of the instance (default: drawn, and told)', wholeNumber(0))
    .option('--level <level>', 'easy, medium, hard or elite', 'easy')
    .option('--out <folder>', 'folder to write to')
    .option('--pace <factor>', 'scale of simulated latency: 1 is the real one', positiveNumber)
    .addOption(jsonOption());

/** The options of every verb that runs a candidate. */
export interface CandidateOptions {
  /** Minutes. */
  readonly timeLimit?: number;
  readonly agent?: string;
  readonly command?: string;
  readonly maxTurns?: number;
  readonly setup?: string;
}

export const withCandidateOptions = (command: Command): Command =>
  command
    .option('--time-limit <minutes>', "per trial, in place of the task's own", positiveNumber)
    .option('--agent <path>', "the agent's program, where it is not the one on PATH")
    .option('--command <line>', 'for the candidate `command`: a command line with {prompt} or {promptFile}')
    .option('--max-turns <n>', "limit of the agent's turns", wholeNumber(1))
    .option('--setup <folder>', 'plugins, skills, MCP servers and files to install before the agent starts');

/** What a run keeps of these options; absent ones stay absent. */
export function candidateSettings(options: CandidateOptions, directory: string) {
  const { agent, command, maxTurns, setup, timeLimit } = options;
  const harness = {
    ...(agent === undefined ? {} : { binary: agent }),
    ...(command === undefined ? {} : { command }),
    ...(maxTurns === undefined ? {} : { maxTurns }),
    ...(setup === undefined ? {} : { setup: resolve(directory, setup) }),
  };
  return {
    ...(timeLimit === undefined ? {} : { timeLimit: timeLimit * 60 }),
    ...(Object.keys(harness).length === 0 ? {} : { harness }),
  };
}
