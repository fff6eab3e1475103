import type { Command } from 'commander';

/** Whether the two controls are run beside a method. */
export interface ControlFlags {
  readonly provider: string;
  readonly controls?: boolean;
}

export const withControlOptions = (command: Command): Command =>
  command
    .option('--controls', 'also run null and oracle, to normalise by (default: with a mock, where it costs nothing)')
    .option('--no-controls', 'run the method alone');

export const wantsControls = ({ controls, provider }: ControlFlags): boolean => controls ?? provider.startsWith('mock');
