import { setTimeout as sleep } from 'node:timers/promises';
import { ObeyError } from '@obey/schema';
import type { ProcessEntry, ProcessTable } from './process-table.js';

/**
 * All processes of one candidate, also those that left its group, its session or their parents: known by the marker in
 * their environment or a working directory inside the trial, by ancestry, and by having been seen as such before.
 */
export class ProcessTree {
  private readonly known = new Map<number, string>();
  private readonly strangers = new Map<number, string>();
  /** Leaders of a session, with their start once it is known. */
  private readonly roots = new Map<number, string | undefined>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly table: ProcessTable,
    /** `NAME=value`. */
    private readonly marker: string,
    private readonly directory: string,
  ) {}

  /** Adds a process that leads a group and a session of its own. */
  add(pid: number): void {
    this.roots.set(pid, undefined);
  }

  /** Looks every `everyMs` for processes that will have hidden by the time they are to be killed. */
  watch(everyMs: number): void {
    let looking = false;
    this.timer = setInterval(() => {
      if (looking) return;
      looking = true;
      void this.alive()
        .catch(() => [])
        .finally(() => {
          looking = false;
        });
    }, everyMs);
    this.timer.unref();
  }

  unwatch(): void {
    clearInterval(this.timer);
  }

  /** The living processes of the candidate. */
  async alive(): Promise<readonly ProcessEntry[]> {
    const entries = await this.table.list();
    const members = new Set<number>();
    const own = process.pid;
    const roots = this.livingRoots(entries);
    for (const entry of entries) {
      if (entry.pid === own) continue;
      if (this.known.get(entry.pid) === entry.started || isRooted(entry, roots) || this.isMarked(entry)) {
        members.add(entry.pid);
      }
    }
    for (let grown = true; grown; ) {
      grown = false;
      for (const entry of entries) {
        if (entry.pid === own || members.has(entry.pid) || !members.has(entry.parent)) continue;
        members.add(entry.pid);
        grown = true;
      }
    }
    const alive = entries.filter((entry) => members.has(entry.pid));
    for (const entry of alive) this.known.set(entry.pid, entry.started);
    return alive.filter((entry) => !entry.zombie);
  }

  /** Signals every living process. */
  async signal(signal: NodeJS.Signals): Promise<number> {
    const alive = await this.alive();
    for (const { pid } of alive) {
      try {
        process.kill(pid, signal);
      } catch {
        // Gone already.
      }
    }
    return alive.length;
  }

  /** SIGTERM to all, SIGKILL to what is left after `graceMs`. @throws ObeyError `environment-failed` when one survives for 10 s */
  async end(graceMs: number, now: () => number): Promise<void> {
    this.unwatch();
    const begin = now();
    if (graceMs > 0 && (await this.signal('SIGTERM')) > 0) {
      while (now() - begin < graceMs && (await this.alive()).length > 0) await sleep(20);
    }
    // Two empty looks in a row: a process may be forking while the first one is taken.
    for (let empty = 0; empty < 2; ) {
      empty = (await this.signal('SIGKILL')) === 0 ? empty + 1 : 0;
      if (empty < 2) await sleep(empty === 0 ? 10 : 2);
      if (now() - begin > graceMs + 10_000) {
        const left = (await this.alive()).map(({ pid }) => pid).join(', ');
        throw new ObeyError('environment-failed', `processes of the candidate survive SIGKILL: ${left}`);
      }
    }
  }

  /** A root's number also names its group and session, until the number has gone to another process. */
  private livingRoots(entries: readonly ProcessEntry[]): ReadonlySet<number> {
    for (const { pid, started } of entries) {
      if (!this.roots.has(pid)) continue;
      const known = this.roots.get(pid);
      if (known === undefined) this.roots.set(pid, started);
      else if (known !== started) this.roots.delete(pid);
    }
    return new Set(this.roots.keys());
  }

  private isMarked(entry: ProcessEntry): boolean {
    if (this.strangers.get(entry.pid) === entry.started) return false;
    if (this.table.bears(entry, this.marker, this.directory)) return true;
    this.strangers.set(entry.pid, entry.started);
    return false;
  }
}

function isRooted(entry: ProcessEntry, roots: ReadonlySet<number>): boolean {
  return roots.has(entry.pid) || roots.has(entry.group) || roots.has(entry.session);
}
