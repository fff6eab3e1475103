import type { CompactionEvent } from '@obey/schema';
import { harnessEvent, type Lane, type RawPlace, type SessionContext } from './session-context.js';
import type { SessionFile } from './session-files.js';

type Log = SessionFile['role'];

/** What a record tells of a compaction that is done. */
export interface CompactionNote {
  readonly uuid?: string | undefined;
  readonly trigger?: CompactionEvent['trigger'] | undefined;
  /** Tokens. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  /** Milliseconds. */
  readonly duration?: number | undefined;
}

/** A compaction that a log knows of; times in ms since 1970. */
interface Compaction {
  readonly lane: Lane;
  note: CompactionNote;
  raw: RawPlace;
  /** When each log says that it was done. */
  readonly done: Partial<Record<Log, number>>;
  /** By the hook before it. */
  begun: number | undefined;
  due: number;
  told: boolean;
}

/** A compaction that has begun and, as far as is known, not ended. */
interface Begun {
  readonly lane: Lane;
  readonly at: number;
  readonly note: CompactionNote;
  readonly raw: RawPlace;
}

/** How long to wait for what another log has to say of a compaction, in ms. */
const graceMs = 2000;
/** Further apart, in ms, logs speak of two compactions, unless they name them or have no times. */
const nearMs = 30_000;
/** No session compacts so often that more of them could still be told of by another log. */
const remembered = 1000;

/** Whose clock tells best when it was done: output has no times of its own. */
const byClock: readonly Log[] = ['transcript', 'hooks', 'stdout'];

/** Compactions, each told once, however many logs know of it. */
export class CompactionLedger {
  readonly #known: Compaction[] = [];
  readonly #begun = new Map<string, Begun>();

  /** `onlyHooks`: no other log is there that would say whether a compaction that began was done. */
  constructor(
    readonly context: SessionContext,
    readonly onlyHooks: boolean,
  ) {}

  /** A hook told that a compaction is about to begin. One that began before it and was never done has failed. */
  begins(lane: Lane, note: CompactionNote, at: number, raw: RawPlace): void {
    this.#begun.set(lane.actor, { lane, at, note, raw });
  }

  /** A log tells that one is done. */
  done(lane: Lane, note: CompactionNote, at: number, log: Log, raw: RawPlace): void {
    const begun = this.#begun.get(lane.actor);
    if (log === 'hooks' && begun === undefined && this.#hookedNear(lane, at)) return;
    if (note.uuid !== undefined && this.#known.some((one) => log in one.done && one.note.uuid === note.uuid)) return;
    const known = this.#known.find((one) => one.lane.actor === lane.actor && isSame(one, note, at, log));
    const one = known ?? this.#add(lane, note, raw);
    one.done[log] = at;
    one.note = merged(one.note, note);
    if (log === 'transcript') one.raw = raw;
    if (begun !== undefined) {
      this.#begun.delete(lane.actor);
      if (one.begun === undefined && begun.at <= at) one.begun = begun.at;
    }
    one.due = Math.min(one.due, at + graceMs);
  }

  /** The agent is at work again: where hooks are all that is left, the compaction that had begun counts as done. */
  goesOn(lane: Lane): void {
    const begun = this.#begun.get(lane.actor);
    if (begun === undefined || !this.onlyHooks) return;
    this.done(begun.lane, begun.note, begun.at, 'hooks', begun.raw);
  }

  /** Tells of those whose time has come. */
  flush(now: number): void {
    for (const one of this.#known) if (!one.told && one.due <= now) this.#tell(one);
    while (this.#known.length > remembered && this.#known[0]?.told === true) this.#known.shift();
  }

  flushAll(): void {
    for (const { lane } of [...this.#begun.values()]) this.goesOn(lane);
    this.flush(Number.POSITIVE_INFINITY);
  }

  /** Whether hooks have told of the end of one just now: they name none. */
  #hookedNear({ actor }: Lane, at: number): boolean {
    return this.#known.some(({ lane, done }) => lane.actor === actor && at - (done.hooks ?? Number.NaN) <= nearMs);
  }

  #add(lane: Lane, note: CompactionNote, raw: RawPlace): Compaction {
    const one = { lane, note, raw, done: {}, begun: undefined, due: Number.POSITIVE_INFINITY, told: false };
    this.#known.push(one);
    return one;
  }

  #tell(one: Compaction): void {
    one.told = true;
    const { trigger, before, after, duration = 0 } = one.note;
    const done = byClock.map((log) => one.done[log]).find((at) => at !== undefined) ?? Number.NaN;
    const end = this.context.time(done);
    this.context.emit({
      ...harnessEvent(one.lane, Math.min(end, this.context.time(one.begun ?? done - duration)), end, one.raw),
      kind: 'compaction',
      ...(trigger === undefined ? {} : { trigger }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  }
}

const same = (a: unknown, b: unknown): boolean => a === undefined || b === undefined || a === b;

/** Whether what a log tells can be of a compaction that only others have told of so far. */
const isSame = ({ note, done }: Compaction, other: CompactionNote, at: number, log: Log): boolean => {
  if (log in done) return false;
  if (note.uuid !== undefined && other.uuid !== undefined) return note.uuid === other.uuid;
  const near =
    log === 'stdout' || Object.entries(done).some(([by, time]) => by === 'stdout' || Math.abs(time - at) <= nearMs);
  return near && same(note.trigger, other.trigger) && same(note.before, other.before) && same(note.after, other.after);
};

const merged = (a: CompactionNote, b: CompactionNote): CompactionNote => ({
  uuid: a.uuid ?? b.uuid,
  trigger: a.trigger ?? b.trigger,
  before: a.before ?? b.before,
  after: a.after ?? b.after,
  duration: a.duration ?? b.duration,
});
