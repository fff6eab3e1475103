import { Command, CommanderError } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addGroup, bareGroup, withHelp } from './add-command.js';
import { Ended } from './ended.js';
import { generateCommand } from './generate.js';
import { providersListCommand } from './providers-list.js';
import { qualifyCommand } from './qualify.js';
import { runCommand } from './run.js';
import { scoreCommand } from './score.js';
import { submitCommand } from './submit.js';
import { suitesListCommand } from './suites-list.js';
import { UsageError } from './usage-error.js';

/**
 * Runs one command line of `compactbench` (without node and script), the command for those who come from CompactBench, and
 * gives its exit code: 0 fine, 1 with one line on **stdout** that says why not, 2 used wrongly, with one line on stderr.
 */
export async function compactbench(argv: readonly string[], context: CommandContext): Promise<number> {
  const said: Promise<void>[] = [];
  const program = programOf(context, said);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return await exitCodeOf(error, context);
  } finally {
    await Promise.all(said);
  }
}

function programOf(context: CommandContext, said: Promise<void>[]): Command {
  const program = withHelp(new Command('compactbench'))
    .description('Benchmarks methods of compacting a conversation; reads and writes the files of CompactBench.')
    .option('-V, --version', 'print the version')
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError(false)
    .showSuggestionAfterError(false)
    .configureHelp({ visibleArguments: () => [] })
    .configureOutput({
      writeErr: (text) => said.push(context.stderr.write(text)),
      outputError: (text, write) => write(`${usageLine(text.replace(/^error: /, ''))}\n`),
    });
  bareGroup(program, context);
  for (const add of [runCommand, generateCommand, scoreCommand, submitCommand, qualifyCommand]) add(program, context);
  providersListCommand(addGroup(program, context, 'providers', 'the providers of models'), context);
  suitesListCommand(addGroup(program, context, 'suites', 'the suites of templates'), context);
  return program;
}

async function exitCodeOf(error: unknown, context: CommandContext): Promise<number> {
  if (error instanceof Ended) return error.exitCode;
  // Commander has said it already.
  if (error instanceof CommanderError) return 2;
  if (error instanceof UsageError) {
    await context.stderr.write(`${usageLine(error.message)}\n`);
    return 2;
  }
  const { errorLine } = await import('./error-line.js');
  await context.stdout.write(`${await errorLine(error)}\n`);
  return 1;
}

const usageLine = (text: string): string => `compactbench: ${text.trim().replace(/\p{Cc}+/gu, ' ')}`;
