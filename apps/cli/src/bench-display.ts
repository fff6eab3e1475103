import type { BenchProgress } from '@obey/bench';
import type { CommandContext } from './command-context.js';

/** Progress of a benchmark on stderr: one line that changes on a terminal, a plain line per trial elsewhere. */
export interface BenchDisplay {
  readonly show: (progress: BenchProgress) => void;
  readonly end: () => void;
}

export function showProgress(context: CommandContext): BenchDisplay {
  const { stderr } = context;
  const live = stderr.isTerminal && context.environment.CI === undefined && context.environment.TERM !== 'dumb';
  let drawn = false;
  const draw = (text: string) => {
    drawn = true;
    void stderr.write(`\r\u001b[K${text.slice(0, Math.max(10, stderr.columns - 1))}`);
  };
  const line = (text: string) => void stderr.write(`${drawn ? '\r\u001b[K' : ''}${text}\n`);
  const running = new Set<string>();
  return {
    show(progress) {
      const { type, task, candidate, trial, done, total } = progress;
      const name = `${task} ${candidate} #${trial}`;
      const count = `[${String(done).padStart(String(total).length)}/${total}]`;
      if (type === 'trial-started') running.add(name);
      if (type === 'trial-finished') running.delete(name);
      if (type === 'trial-retried')
        line(`${count} ${name}: attempt ${progress.attempt} failed, trying again: ${plain(progress.error)}`);
      if (type === 'trial-finished' && !live) line(`${count} ${name}: ${outcomeOf(progress)}`);
      if (live) draw(`${count} ${[...running].join(' · ')}`);
    },
    end() {
      if (drawn) void stderr.write('\r\u001b[K');
    },
  };
}

function outcomeOf({ result }: Extract<BenchProgress, { type: 'trial-finished' }>): string {
  if (result.scorecard === null) return result.record.status;
  const status = result.record.status === 'completed' ? '' : ` (${result.record.status})`;
  return `${result.scorecard.score.toFixed(2)}${result.scorecard.strict === true ? ' strict' : ''}${status}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being replaced
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, 200);
