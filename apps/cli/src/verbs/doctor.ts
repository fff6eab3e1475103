import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../command-context.js';
import { jsonOption } from '../verb-options.js';

interface DoctorOptions {
  readonly harness?: string;
  readonly agent?: string;
  readonly json?: true;
}

/** `obey doctor`: whether this machine can run trials, and whether an installed harness is read correctly. */
export function doctorVerb(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('check this machine, and with --harness an installed agent')
    .option('--harness <name>', 'an agent to prove: claude-code')
    .option('--agent <path>', "the agent's program, where it is not the one on PATH")
    .addOption(jsonOption())
    .action(async (options: DoctorOptions) => {
      const [{ examine }, { escapeTerminal }, { ObeyError }] = await Promise.all([
        import('@obey/bench'),
        import('@obey/report'),
        import('@obey/schema'),
      ]);
      const { harness, agent } = options;
      const checks = await examine({
        signal: context.signal,
        ...(harness === undefined ? {} : { harness }),
        ...(agent === undefined ? {} : { settings: { binary: agent } }),
      });
      if (options.json) await printJson(context, { checks });
      else {
        const lines = checks.map(({ passed, name, detail }) =>
          escapeTerminal(`${passed ? '✓' : '✗'} ${name}: ${detail}`),
        );
        await printLines(context, lines);
      }
      const failed = checks.find((check) => !check.passed);
      if (failed !== undefined) throw new ObeyError('environment-failed', `${failed.name}: ${failed.detail}`);
    });
}
