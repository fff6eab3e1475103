import { setImmediate as nextTick } from 'node:timers/promises';
import { type Json, ObeyError } from '@obey/schema';

export interface ToolCall {
  readonly name: string;
  readonly input: Readonly<Record<string, Json>>;
}

export interface ToolResult {
  readonly text: string;
  readonly failed: boolean;
}

/** One answer of the scripted model to one agent. The last turn calls nothing. */
export interface Turn {
  readonly texts: readonly string[];
  readonly calls: readonly (ToolCall & { readonly id: string })[];
}

interface Pending {
  readonly call: ToolCall;
  readonly resolve: (result: ToolResult) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The thread of one agent (main, or a subagent): what its work calls at once, before it can go on, becomes one turn.
 * A turn that is asked for again is answered as before, so that a client may retry.
 */
export class Lane {
  /** The work's outcome; never an unhandled rejection. */
  readonly outcome: Promise<{ failure?: unknown }>;
  /** Names of the tools that the agent was offered, known from its first request on. */
  tools: ReadonlySet<string> = new Set();
  private readonly turns: Promise<Turn>[] = [];
  private waiting: Pending[] = [];
  private issued: readonly Pending[] = [];
  private texts: string[] = [];
  private done = false;
  private closed: unknown;
  private begin: () => void = () => {};
  private abandon: (reason: unknown) => void = () => {};
  private wake: () => void = () => {};

  constructor(
    readonly id: string,
    work: (lane: Lane) => Promise<void>,
    private readonly closing: string,
  ) {
    const begun = new Promise<void>((resolve, reject) => {
      this.begin = resolve;
      this.abandon = reject;
    });
    this.outcome = begun
      .then(() => work(this))
      .then(
        () => ({}),
        (failure: unknown) => ({ failure }),
      )
      .finally(() => {
        this.done = true;
        this.wake();
      });
  }

  call(call: ToolCall): Promise<ToolResult> {
    if (this.closed !== undefined) return Promise.reject(this.closed);
    return new Promise((resolve, reject) => {
      this.waiting.push({ call, resolve, reject });
      this.wake();
    });
  }

  say(text: string): void {
    this.texts.push(text);
  }

  /** The answer number `index` (from 0), after the results of the one before. @throws ObeyError `harness-failed` out of turn */
  turn(index: number, results: ReadonlyMap<string, ToolResult>): Promise<Turn> {
    const known = this.turns[index];
    if (known !== undefined) return known;
    if (index !== this.turns.length) {
      throw new ObeyError('harness-failed', `lane ${this.id} was asked for turn ${index} after ${this.turns.length}`);
    }
    const turn = this.next(index, results);
    this.turns.push(turn);
    return turn;
  }

  /** Ends the work: whatever it waits for, or calls later, is rejected. */
  close(reason: unknown): void {
    this.closed = reason;
    for (const { reject } of [...this.issued, ...this.waiting]) reject(reason);
    this.issued = [];
    this.waiting = [];
    this.abandon(reason);
  }

  private async next(index: number, results: ReadonlyMap<string, ToolResult>): Promise<Turn> {
    if (index === 0) this.begin();
    this.issued.forEach(({ resolve }, position) => {
      const result = results.get(callId(this.id, index - 1, position));
      resolve(result ?? { text: 'The call was not answered.', failed: true });
    });
    this.issued = [];
    await this.quiescence();
    this.issued = this.waiting;
    this.waiting = [];
    const texts = this.texts;
    this.texts = [];
    const calls = this.issued.map(({ call }, position) => ({ ...call, id: callId(this.id, index, position) }));
    return { texts: calls.length === 0 && texts.length === 0 ? [this.closing] : texts, calls };
  }

  /** When every fiber of the work waits for a call, or the work is done. */
  private async quiescence(): Promise<void> {
    for (let before = -1; before !== this.waiting.length || (before === 0 && !this.done); ) {
      before = this.waiting.length;
      // Promise jobs all run before an immediate does; the second one lets those of the first finish.
      await nextTick();
      await nextTick();
      if (this.waiting.length > 0 || this.done) continue;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

function callId(lane: string, turn: number, position: number): string {
  return `toolu_${lane}_${turn}_${position}`;
}

/** The lane, turn and position that a call id names, or null for a foreign one. */
export function parseCallId(id: string): { lane: string; turn: number } | null {
  const match = /^toolu_([a-z0-9]+)_(\d+)_\d+$/.exec(id);
  return match === null ? null : { lane: match[1] ?? '', turn: Number(match[2]) };
}
