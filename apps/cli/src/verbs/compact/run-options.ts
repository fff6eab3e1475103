import type { RunSettings } from '@obey/compact';
import { type Command, Option } from 'commander';
import { parseLevel } from '../../parse-values.js';
import { wholeNumber } from '../../verb-options.js';
import { type ControlFlags, withControlOptions } from './control-options.js';
import { withSuitesOption } from './suite-options.js';

/** Which cases are played, by what, and how they are scored: all that a run and its estimate have in common. */
export interface RunChoice extends ControlFlags {
  readonly method: string;
  readonly suite: string;
  readonly level: string;
  readonly driftCycles: number;
  readonly caseCount: number;
  readonly seedGroup: string;
  readonly scorer: RunSettings['scorer'];
  readonly suites?: string;
}

export function withRunOptions(command: Command): Command {
  command
    .requiredOption('--method <method>', 'built-in:<key>, or <file>:<Class> of your own')
    .option('--suite <suite>', 'key of a suite', 'starter')
    .option('--level <level>', 'easy, medium, hard or elite', 'medium')
    .option('--drift-cycles <n>', 'how often each case is compacted again, 0 to 5', wholeNumber(0), 2)
    .option('--case-count <n>', 'cases of each template', wholeNumber(1), 5)
    .option('--seed-group <word>', 'another word draws other cases', 'default')
    .addOption(
      new Option('--scorer <profile>', 'the formulas').choices(['obey-1', '1.0.0', '2.0.0']).default('obey-1'),
    );
  return withSuitesOption(withControlOptions(command));
}

/** @throws ObeyError `usage` */
export async function settingsOf(choice: RunChoice): Promise<RunSettings> {
  const { carryOf, runSettingsSchema } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  const { caseCount, driftCycles, scorer, seedGroup } = choice;
  const difficulty = await parseLevel(choice.level);
  const carry = carryOf(scorer);
  const settings = runSettingsSchema.safeParse({ difficulty, driftCycles, caseCount, seedGroup, scorer, carry });
  if (settings.success) return settings.data;
  throw new ObeyError('usage', 'expected 0 to 5 drift cycles');
}
