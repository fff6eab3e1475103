import type { CompactProgress } from '@obey/compact';
import type { CommandContext } from '../../command-context.js';
import { progressLine } from '../../progress-line.js';

/** Elsewhere than on a terminal: lines of progress, and failures that are told one by one. */
const [mostLines, mostFailures] = [20, 10];

export interface RunDisplay {
  readonly show: (progress: CompactProgress) => void;
  readonly end: () => void;
}

/** Progress of a run on stderr: one line that changes on a terminal, at most 20 elsewhere; of failures the first 10 in full. */
export async function showRunProgress(context: CommandContext): Promise<RunDisplay> {
  const { escapeTerminal } = await import('@obey/report');
  const live = progressLine(context);
  const isLive = context.stderr.isTerminal;
  const shown = new Map<string, number>();
  let failures = 0;
  const line = (text: string) => {
    live.end();
    void context.stderr.write(`${text}\n`);
  };
  return {
    show({ case_id, outcome, done, total, method }) {
      const text = `[${done}/${total}] ${escapeTerminal(method)} ${escapeTerminal(case_id, { max: 120 })}`;
      if (typeof outcome === 'string') {
        failures += 1;
        if (failures <= mostFailures) line(`${text}: ${escapeTerminal(outcome)}`);
        if (failures === mostFailures + 1) line('more failures are not told one by one');
        return;
      }
      if (isLive) return live.show(`${text}: ${outcome.toFixed(3)}`);
      const part = Math.floor((done * mostLines) / total);
      if (part === (shown.get(method) ?? 0)) return;
      shown.set(method, part);
      line(`${text}: ${outcome.toFixed(3)}`);
    },
    end: live.end,
  };
}
