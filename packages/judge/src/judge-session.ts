import { hash } from 'node:crypto';
import { type Process, replayProcess } from '@obey/process';
import type { Facts, ParameterValues, Scorecard, TraceEvent } from '@obey/schema';
import { streamSession } from '@obey/trace';
import { concurrencyCap, observableInAudit } from './capability/observable.js';
import { examineContents } from './integrity/examine-contents.js';
import { TraceObserver } from './integrity/trace-observer.js';
import { scoreReplay } from './score-replay.js';

interface Audit {
  /** Whose log it is: `claude-code`. */
  readonly harness: string;
  /** What it was to follow. */
  readonly process: Process;
  /** What the process may name. */
  readonly facts?: Facts;
  readonly parameters?: ParameterValues;
  /** What to call the process in the scorecard. */
  readonly name?: string;
  readonly version?: string;
}

export interface JudgeSessionInput extends Audit {
  /** Files or directories of the session. */
  readonly paths: readonly string[];
}

export interface JudgeEventsInput extends Audit {
  readonly events: Iterable<TraceEvent> | AsyncIterable<TraceEvent>;
  /** Text of a stored content by SHA-256. */
  readonly content?: (sha256: string) => string | undefined;
}

/** Texts that tools wrote are kept up to so many characters in all; what comes later has no content. */
const mostKept = 1 << 28;

/**
 * Judges a session that nothing here recorded: an audit. Nothing was promised, so `strict` is null and the score at most 89.99.
 *
 * @throws ObeyError `usage` for a harness whose logs cannot be read, `not-found` where there is no log
 */
export async function judgeSession({ paths, ...audit }: JudgeSessionInput): Promise<Scorecard> {
  const contents = new Map<string, string>();
  let kept = 0;
  const keep = (text: string): string => {
    const sha256 = hash('sha256', text);
    if (kept + text.length <= mostKept && !contents.has(sha256)) {
      contents.set(sha256, text);
      kept += text.length;
    }
    return sha256;
  };
  const { events, skipped } = await streamSession(audit.harness, paths, { keep });
  const scorecard = await judgeEvents({ ...audit, events, content: (sha256) => contents.get(sha256) });
  const unread = Object.entries(skipped)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${count === 1 ? 'record was' : 'records were'} passed over: ${kind}`);
  return { ...scorecard, notes: [...scorecard.notes, ...unread] };
}

/** The same for the events of a session that was read already. */
export async function judgeEvents(input: JudgeEventsInput): Promise<Scorecard> {
  const { harness, process, events, facts = {}, parameters = {}, name = 'session', version = '0.0.0' } = input;
  const content = input.content ?? (() => undefined);
  const observer = new TraceObserver({ proofs: false });
  const cap = concurrencyCap(harness);
  const replay = await replayProcess(process, observed(events, observer), {
    facts,
    parameters,
    observable: observableInAudit(harness),
    content,
    ...(cap === undefined ? {} : { concurrencyCap: cap }),
  });
  examineContents(observer, content);
  return scoreReplay({
    identity: {
      task: name,
      version,
      seed: null,
      level: null,
      candidate: { harness, environment: 'local' },
      isolation: 'none',
      status: 'completed',
      trial: 'session',
    },
    process,
    replay,
    evaluation: { correctness: [], questions: [] },
    observer,
    damaged: {},
    audit: true,
    content,
    facts,
    parameters,
    files: {},
    checks: {},
  });
}

async function* observed(
  events: Iterable<TraceEvent> | AsyncIterable<TraceEvent>,
  observer: TraceObserver,
): AsyncGenerator<TraceEvent, void, void> {
  for await (const event of events) {
    observer.observe(event);
    yield event;
  }
}
