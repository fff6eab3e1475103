import { randomUUID } from 'node:crypto';
import { type FSWatcher, mkdtempSync, rmSync, unlink, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Marker {
  name: string;
  readonly at: number;
  /** The system's time then, in ns, rounded up. */
  readonly wallNs: bigint;
  readonly done: () => void;
  /** How often the loop has gone round since it was written, as far as the retry timer saw. */
  rounds: number;
}

export interface MarkerQueueOptions {
  readonly clock: () => number;
  /** Called before a marker is taken off the queue. */
  readonly onArrival: () => void;
  /** A marker was lost on its way, so other events may have been. */
  readonly onLoss: () => void;
  readonly onError: (error: Error) => void;
}

const retryMs = 1000;
const keptLags = 1000;

/**
 * Files written into a watched directory of our own, outside of the workspace, to learn how far the recorder has come.
 * All watches of one event loop share one kernel queue, in order: when a marker's own event arrives, every change made
 * before the marker was written has been delivered. Names are random, so that nobody can write one ahead.
 */
export class MarkerQueue {
  readonly #directory = mkdtempSync(join(tmpdir(), 'obey-marker-'));
  readonly #waiting: Marker[] = [];
  readonly #lags: number[] = [];
  readonly #watcher: FSWatcher;
  readonly #retry: NodeJS.Timeout;

  constructor(readonly options: MarkerQueueOptions) {
    this.#watcher = watch(this.#directory, { persistent: true }, (_, name) => this.#arrived(name ?? ''));
    this.#watcher.on('error', options.onError);
    this.#retry = setInterval(() => this.#writeAgain(), retryMs);
    this.#retry.unref();
    this.#watcher.unref();
  }

  /**
   * When the oldest marker that is still on its way was written: what arrives now happened before. A file is read as it
   * is now, though; one that has changed since a marker, by the kernel's own time, did not change before it.
   */
  oldestSince(changedNs: bigint): number | undefined {
    return this.#waiting.find((marker) => marker.wallNs >= changedNs)?.at;
  }

  /** 95th percentile, in ms, of how long markers took to arrive. */
  get lag(): number {
    const sorted = this.#lags.toSorted((a, b) => a - b);
    return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  }

  /** Resolves when all that happened before `at`, the present, was delivered. */
  async wait(at: number): Promise<void> {
    this.#watcher.ref();
    this.#retry.ref();
    await new Promise<void>((resolve) => {
      const wallNs = BigInt(Date.now() + 1) * 1_000_000n;
      const marker = { name: randomUUID(), at, wallNs, done: resolve, rounds: 0 };
      this.#write(marker);
      this.#waiting.push(marker);
    });
  }

  close(): void {
    clearInterval(this.#retry);
    this.#watcher.close();
    for (const marker of this.#waiting.splice(0)) marker.done();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #write(marker: Marker): void {
    writeFileSync(join(this.#directory, marker.name), '', { flag: 'wx' });
  }

  #arrived(name: string): void {
    const index = this.#waiting.findIndex((marker) => marker.name === name);
    if (index === -1) return;
    // A marker overtaken by a later one never comes.
    if (index > 0) this.options.onLoss();
    this.options.onArrival();
    for (const marker of this.#waiting.splice(0, index + 1)) {
      this.#lags.push(this.options.clock() - marker.at);
      marker.done();
    }
    if (this.#lags.length > keptLags) this.#lags.splice(0, this.#lags.length - keptLags);
    unlink(join(this.#directory, name), () => undefined);
    if (this.#waiting.length === 0) {
      this.#watcher.unref();
      this.#retry.unref();
    }
  }

  /** The kernel drops what its queue cannot hold; then a marker must be written anew, once the queue has been read. */
  #writeAgain(): void {
    const last = this.#waiting.at(-1);
    if (last === undefined) return;
    last.rounds += 1;
    // After a long block of the loop, the timer comes before the events that are waiting.
    if (last.rounds < 2) return;
    this.options.onLoss();
    last.name = randomUUID();
    last.rounds = 0;
    try {
      this.#write(last);
    } catch (error) {
      this.options.onError(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
