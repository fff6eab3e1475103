import type { RawTraceEvent } from '@obey/schema';
import type { HarnessReading } from '../harness/harness.js';
import type { Ending } from '../trial/supervise.js';
import { proof } from './proof-session.js';

export interface HarnessCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface ProofEvidence {
  readonly ending: Ending;
  readonly reading: HarnessReading;
  /** Of the workspace recorder. */
  readonly files: readonly RawTraceEvent[];
}

type Call = Extract<RawTraceEvent, { kind: 'tool' }>;

/** Compares what was read of the proof's session with what it did. */
export function checkProof({ ending, reading, files }: ProofEvidence): HarnessCheck[] {
  const calls = reading.events.filter((event) => event.kind === 'tool');
  const shell = (command: string) => calls.find(({ what, input }) => what === 'shell' && commandOf(input) === command);
  const read = calls.find(({ reads }) => reads?.includes(proof.input.path) === true);
  const slept = shell(proof.atOnce.sleep);
  const other = shell(proof.atOnce.other);
  const failed = shell(proof.failing.command);
  const wrote = calls.find(({ what, writes }) => what === 'write' && writes?.includes(proof.written.path) === true);
  const delegations = calls.filter(({ what }) => what === 'delegate');
  const branches = proof.branches.map((label) => shell(proof.branchCommand(label)));
  const file = files.find((event) => event.kind === 'file' && event.path === proof.written.path);
  const said = reading.events.filter((event) => event.kind === 'message' && event.role === 'assistant').at(-1);

  const all = { read, slept, other, failed, wrote, left: branches[0], right: branches[1] };
  const missing = Object.entries(all).flatMap(([name, call]) => (call === undefined ? [name] : []));
  const check = (name: string, ok: boolean, detail: string): HarnessCheck => ({ name, ok, detail });
  return [
    check('session', ending.by === 'itself' && ending.exit.exit === 0, endingText(ending, reading)),
    check('logs', reading.damage === undefined, reading.damage ?? 'stdout, transcripts and hooks agree'),
    check(
      'calls',
      missing.length === 0,
      missing.length === 0 ? `${calls.length} read back` : `not read back: ${missing.join(', ')}`,
    ),
    check(
      'batch',
      isBatch([read, slept, other]) && !isBatch([read, failed]),
      'calls of one turn share a batch, others do not',
    ),
    check(
      'failure',
      failed?.failed === true && failed.exit === proof.failing.exit && slept?.failed !== true,
      `exit ${failed?.exit ?? 'unknown'} of \`${proof.failing.command}\``,
    ),
    check(
      'subagents',
      delegations.length === 2 && isBatch(delegations) && new Set(branches.map((call) => call?.actor)).size === 2,
      `${delegations.length} delegations, their calls by ${branches.map((call) => call?.actor ?? 'nobody').join(' and ')}`,
    ),
    check('overlap', overlap(branches[0], branches[1]), 'the subagents work at the same time'),
    check(
      'hooks',
      slept !== undefined && slept.end - slept.start >= 390 && slept.end - slept.start < 10_000,
      `a call of 400 ms was measured as ${slept === undefined ? 'nothing' : Math.round(slept.end - slept.start)} ms`,
    ),
    check(
      'recorder',
      file !== undefined && wrote !== undefined && file.start >= wrote.start - 5 && file.end <= wrote.end + 250,
      'a file is recorded while the call that writes it is open',
    ),
    check(
      'answer',
      said?.kind === 'message' && said.text === proof.answer && said.actor === 'main',
      'the final answer was read',
    ),
  ];
}

function endingText({ by, exit }: Ending, { failure, stopped }: HarnessReading): string {
  if (failure !== undefined) return `${failure.class}: ${failure.detail}`;
  if (stopped !== undefined) return stopped;
  return by === 'itself' ? `ended with ${exit.exit ?? exit.signal}` : `ended by the limit of ${by}`;
}

function commandOf(input: Call['input']): unknown {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? input.command : undefined;
}

function isBatch(calls: readonly (Call | undefined)[]): boolean {
  const [first] = calls;
  return first?.batch !== undefined && calls.every((call) => call?.batch === first.batch);
}

function overlap(a: Call | undefined, b: Call | undefined): boolean {
  return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;
}
