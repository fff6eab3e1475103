import { readLines } from '../read-lines.js';
import type { SkipCounts } from '../skip-counts.js';
import { type HookRecord, hookRecordSchema, type LogRecord, recordSchema } from './record-schemas.js';
import type { SessionFile } from './session-files.js';

interface Place {
  readonly file: SessionFile;
  /** Byte range of the line. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds since 1970; of the record before it, where it has none of its own; infinite where that is unknown. */
  readonly at: number;
}

/** A record of a session, or that a file has ended. */
export type SessionRecord =
  | (Place & { readonly kind: 'log'; readonly record: LogRecord })
  | (Place & { readonly kind: 'hook'; readonly record: HookRecord })
  | (Place & { readonly kind: 'end' });

const chunkBytes = 1 << 16;
/** Records that may wait for a time. */
const maxHeld = 100;

async function* fileRecords(file: SessionFile, skipped: SkipCounts): AsyncGenerator<SessionRecord, void, void> {
  let held: SessionRecord[] = [];
  for await (const record of timedRecords(file, skipped)) {
    // A compaction takes its time: without a time of its own it is told nearer to what follows than to what went before.
    const timeless = record.kind === 'log' && record.record.timestamp === undefined;
    if (timeless && (held.length > 0 || record.record.subtype === 'compact_boundary') && held.length < maxHeld) {
      held.push(record);
      continue;
    }
    for (const one of held) yield { ...one, at: record.at };
    held = [];
    yield record;
  }
}

async function* timedRecords(file: SessionFile, skipped: SkipCounts): AsyncGenerator<SessionRecord, void, void> {
  let at = Number.NEGATIVE_INFINITY;
  let to = 0;
  for await (const lines of readLines(file.path, { chunkBytes })) {
    for (const { bytes, from, to: end } of lines) {
      to = end;
      const value = bytes === undefined ? undefined : parsed(bytes);
      if (bytes === undefined) skipped.add('overlong lines');
      else if (value === undefined) {
        if (bytes.some((byte) => byte > 32)) skipped.add('corrupt lines');
      } else if (file.role === 'hooks') {
        const record = hookRecordSchema.safeParse(value);
        if (!record.success) skipped.add('unknown records');
        else {
          at = Math.max(at, record.data.at ?? record.data.ts ?? at);
          yield { kind: 'hook', file, from, to, at, record: record.data };
        }
      } else {
        const record = recordSchema.safeParse(value);
        if (!record.success) skipped.add('unknown records');
        else {
          at = Math.max(at, record.data.timestamp ?? at);
          yield {
            kind: 'log',
            file,
            from,
            to,
            at: record.data.type === 'result' ? endTime(at) : at,
            record: record.data,
          };
        }
      }
    }
  }
  yield { kind: 'end', file, from: to, to, at };
}

/** Results have no time of their own; one without any record before it closes the session. */
const endTime = (at: number): number => (Number.isFinite(at) ? at : Number.POSITIVE_INFINITY);

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};

const priority: Record<SessionFile['role'], number> = { transcript: 0, hooks: 1, stdout: 2 };

/**
 * The records of all files of a session in the order of their times, each file's own order kept; at equal times,
 * transcripts before hooks before output. Reads as it goes.
 */
export async function* readRecords(
  files: readonly SessionFile[],
  skipped: SkipCounts,
): AsyncGenerator<SessionRecord, void, void> {
  const sorted = [...files].sort((a, b) => priority[a.role] - priority[b.role]);
  const streams = sorted.map((file) => fileRecords(file, skipped));
  const heads = await Promise.all(streams.map(async (stream) => (await stream.next()).value ?? undefined));
  try {
    for (;;) {
      let first = -1;
      for (const [index, head] of heads.entries()) {
        if (head !== undefined && (first === -1 || head.at < (heads[first]?.at ?? 0))) first = index;
      }
      const head = heads[first];
      if (head === undefined) return;
      yield head;
      heads[first] = (await streams[first]?.next())?.value ?? undefined;
    }
  } finally {
    for (const stream of streams) await stream.return();
  }
}
