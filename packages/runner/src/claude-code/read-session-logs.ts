import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collect, readClaudeCode } from '@obey/trace';
import type { Exit } from '../environment/environment.js';
import type { HarnessReading } from '../harness/harness.js';
import { loggedCalls } from './logged-calls.js';
import { retryFailure, sessionFailure } from './session-failure.js';

export interface SessionContext {
  readonly exit: Exit;
  readonly cut: boolean;
  readonly epochMs: number;
  readonly workspace: string;
  /** Keeps a text and gives its SHA-256. */
  readonly keep: (text: string) => string;
}

/** Reads the kept logs of a session: its events, and what ended it when that was not the agent itself. */
export async function readSessionLogs(raw: string, context: SessionContext): Promise<HarnessReading> {
  const stdout = await loggedCalls(join(raw, 'stdout.jsonl'));
  if (stdout.lines === 0) {
    const failure = await startFailure(raw, context);
    return { events: [], ...(failure === undefined ? {} : { failure }) };
  }
  const end = stdout.ends.at(-1);
  const failure = sessionFailure(end) ?? retryFailure(stdout);
  const stopped = end?.subtype?.startsWith('error_') === true ? end.subtype.slice('error_'.length) : undefined;
  const events = await collect((await readClaudeCode([raw], context)).events);
  return {
    events,
    ...(failure === undefined ? {} : { failure }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

/** A CLI that ended badly without a single record never got to its agent. */
async function startFailure(raw: string, { exit, cut }: SessionContext) {
  if (cut || exit.exit === 0) return undefined;
  const said = (await readFile(join(raw, 'stderr.txt'), 'utf8')).trim();
  return { class: 'harness-failed', detail: said.slice(-500) || `Claude Code ended with ${exit.exit ?? exit.signal}` };
}
