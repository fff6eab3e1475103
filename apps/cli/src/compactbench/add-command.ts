import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { Ended } from './ended.js';
import { UsageError } from './usage-error.js';

/** A command of `compactbench`. Its action ends well, or throws. */
export interface CommandPlan {
  readonly name: string;
  readonly description: string;
  readonly options?: (command: Command) => Command;
  readonly action: (options: unknown, context: CommandContext) => Promise<void>;
}

/**
 * Adds a command whose checks come in the reference's order: options nobody knows, then `--help`, then arguments that are
 * too many, then the action's own.
 */
export function addCommand(parent: Command, context: CommandContext, plan: CommandPlan): void {
  const command = withHelp(parent.command(plan.name).description(plan.description));
  (plan.options?.(command) ?? command).action(async () => {
    await answerHelp(command, context);
    refuseArguments(command);
    await plan.action(command.opts(), context);
  });
}

/** Adds a command that only has others: alone it shows its help and ends with 2. */
export function addGroup(parent: Command, context: CommandContext, name: string, description: string): Command {
  const group = withHelp(parent.command(name).description(description));
  bareGroup(group, context);
  return group;
}

/** What a command does that is given none of its commands. */
export function bareGroup(group: Command, context: CommandContext): void {
  group.action(async () => {
    await answerHelp(group, context);
    const [unknown] = group.args;
    if (unknown !== undefined) throw new UsageError(`there is no command \`${unknown}\``);
    await context.stdout.write(group.helpInformation());
    throw new Ended(2);
  });
}

/** `--help` as an option among others, so that it does not hide what is wrong with the rest. */
export const withHelp = (command: Command): Command =>
  command.helpOption(false).helpCommand(false).allowExcessArguments(true).option('--help', 'show this help');

/** Answers the options of the program and `--help`. @throws Ended with 0 */
async function answerHelp(command: Command, context: CommandContext): Promise<void> {
  const root = rootOf(command);
  const program = root.opts<{ readonly version?: true; readonly help?: true }>();
  if (program.version === true) {
    const { readVersion } = await import('../version.js');
    await context.stdout.write(`compactbench ${readVersion()}\n`);
    throw new Ended(0);
  }
  const asked = program.help === true ? root : command;
  if (asked.opts<{ readonly help?: true }>().help !== true) return;
  await context.stdout.write(asked.helpInformation());
  throw new Ended(0);
}

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));

function refuseArguments({ args }: Command): void {
  const [extra] = args;
  if (extra !== undefined) throw new UsageError(`\`${extra}\` is one argument too many`);
}
