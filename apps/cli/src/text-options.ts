import type { CommandContext } from './command-context.js';

/** How rendered text fits the terminal that it goes to; plain and wide where it goes elsewhere. */
export function textOptions({ stdout, environment }: CommandContext): { width: number; colour: boolean } {
  const { NO_COLOR: noColour, TERM: terminal } = environment;
  return {
    width: stdout.isTerminal ? Math.max(40, stdout.columns) : 120,
    colour: stdout.isTerminal && terminal !== 'dumb' && (noColour === undefined || noColour === ''),
  };
}
