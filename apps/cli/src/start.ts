import { runProcess } from './run-process.js';
import { readVersion } from './version.js';

/** Runs the command line of this process and sets its exit code. */
export async function start(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${readVersion()}\n`);
    return;
  }
  await runProcess(async (given, context) => (await import('./main.js')).main(given, context));
}
