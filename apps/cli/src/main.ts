import { Command, CommanderError } from 'commander';
import type { CommandContext } from './command-context.js';
import { benchVerb } from './verbs/bench.js';
import { catalogVerb } from './verbs/catalog.js';
import { compactVerb } from './verbs/compact.js';
import { doctorVerb } from './verbs/doctor.js';
import { judgeVerb } from './verbs/judge.js';
import { prepareVerb } from './verbs/prepare.js';
import { reportVerb } from './verbs/report.js';
import { runVerb } from './verbs/run.js';
import { traceVerb } from './verbs/trace.js';
import { readVersion } from './version.js';

/**
 * Runs one command line (without node and script) and gives its exit code: 0 fine, 1 failed with one line on stderr,
 * 2 used wrongly, 130 ended by Ctrl-C. Nothing here ends the process or reads it, so a test can run it as a library.
 */
export async function main(argv: readonly string[], context: CommandContext): Promise<number> {
  const said: Promise<void>[] = [];
  const program = new Command('obey')
    .description('Measures whether an agent follows a process.')
    .version(readVersion(), '-V, --version', 'print the version')
    .option('--debug', 'show where in the code an error came from')
    .showHelpAfterError(false)
    .configureOutput({
      writeOut: (text) => said.push(context.stdout.write(text)),
      writeErr: (text) => said.push(context.stderr.write(text)),
      outputError: (text, write) =>
        write(
          `obey: ${text
            .replace(/^error: /, '')
            .trim()
            .replace(/\s*\n\s*/g, ' ')}\n`,
        ),
    });
  const verbs = [
    catalogVerb,
    prepareVerb,
    runVerb,
    judgeVerb,
    reportVerb,
    benchVerb,
    traceVerb,
    compactVerb,
    doctorVerb,
  ];
  for (const verb of verbs) verb(program, context);
  inherit(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return await exitCodeOf(error, context, argv.includes('--debug'));
  } finally {
    await Promise.all(said);
  }
}

/** Commands made with `.command()` copy these settings only from a parent that had them before. */
function inherit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherit(child);
  }
}

async function exitCodeOf(error: unknown, context: CommandContext, debug: boolean): Promise<number> {
  // Commander has already said what was wrong; help and version end this way too, with code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { ObeyError } = await import('@obey/schema');
  const known = ObeyError.isInstance(error);
  const line = known
    ? error.line
    : `unexpected error: ${oneLine(error instanceof Error ? error.message : String(error))}`;
  await context.stderr.write(`obey: ${line}\n`);
  if (debug && error instanceof Error) await context.stderr.write(`${error.stack}\n${causeOf(error)}`);
  if (known && error.code === 'interrupted' && context.signal.aborted) return 130;
  return known && error.code === 'usage' ? 2 : 1;
}

const causeOf = (error: Error): string => (error.cause instanceof Error ? `caused by ${error.cause.stack}\n` : '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being replaced
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
