import { hash } from 'node:crypto';
import type { MessageEvent } from '@obey/schema';
import { RecentMap } from './recent-map.js';
import { harnessEvent, type Lane, type RawPlace, type SessionContext } from './session-context.js';
import type { SessionFile } from './session-files.js';

const remembered = 20_000;

interface Count {
  readonly seen: Partial<Record<SessionFile['role'], number>>;
  told: number;
}

/**
 * Messages, and other things that several logs of a session tell of without a common id. Each is told as often as the log
 * that has it most often says so.
 */
export class SaidLedger {
  readonly #counts = new RecentMap<string, Count>(remembered);

  constructor(readonly context: SessionContext) {}

  say(lane: Lane, role: MessageEvent['role'], text: string, at: number, log: SessionFile['role'], raw: RawPlace): void {
    if (text.trim() === '' || !this.isNew(`${role} ${lane.actor} ${text}`, log)) return;
    const time = this.context.time(at);
    this.context.emit({ ...harnessEvent(lane, time, time, raw), kind: 'message', role, text });
  }

  /** Whether a message was told before by any log. */
  wasSaid(lane: Lane, role: MessageEvent['role'], text: string): boolean {
    return this.#counts.has(hash('sha1', `${role} ${lane.actor} ${text}`));
  }

  /** Whether this occurrence in a log is one that no other log has told yet. */
  isNew(key: string, log: SessionFile['role']): boolean {
    const id = hash('sha1', key);
    const count = this.#counts.get(id) ?? { seen: {}, told: 0 };
    const seen = (count.seen[log] ?? 0) + 1;
    count.seen[log] = seen;
    this.#counts.set(id, count);
    if (seen <= count.told) return false;
    count.told = seen;
    return true;
  }
}
