import { statSync } from 'node:fs';

/** What a hook was given, as far as it matters here. */
export interface PausingHook {
  readonly hook_event_name: string;
  readonly agent_id?: unknown;
}

export interface CompactionPause {
  /** Whether the main agent is to stop after the call that this hook tells of; once. */
  stopsAfter(hook: PausingHook): boolean;
  /** Whether it was told to stop. */
  readonly stopped: boolean;
}

/** Stops the main agent after the first of its calls at whose end a file is there that was not, or has changed. */
export function compactionPause(file: string): CompactionPause {
  const before = stateOf(file);
  let stopped = false;
  return {
    stopsAfter({ hook_event_name: event, agent_id: agent }) {
      if (stopped || event !== 'PostToolUse' || agent !== undefined || stateOf(file) === before) return false;
      stopped = true;
      return true;
    },
    get stopped() {
      return stopped;
    },
  };
}

function stateOf(file: string): string | undefined {
  try {
    const { ino, size, mtimeMs } = statSync(file);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    // Wherever an agent puts a file, a link or nothing at all, it is not there.
    return undefined;
  }
}
