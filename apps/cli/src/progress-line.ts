import type { CommandContext } from './command-context.js';

/** Progress on stderr: one line that changes on a terminal, nothing elsewhere. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly end: () => void;
}

export function progressLine({ stderr, environment }: CommandContext): ProgressLine {
  const isLive = stderr.isTerminal && environment.CI === undefined && environment.TERM !== 'dumb';
  let isDrawn = false;
  return {
    show(text) {
      if (!isLive) return;
      isDrawn = true;
      void stderr.write(`\r\u001b[K${text.slice(0, Math.max(10, stderr.columns - 1))}`);
    },
    end() {
      if (isDrawn) void stderr.write('\r\u001b[K');
    },
  };
}
