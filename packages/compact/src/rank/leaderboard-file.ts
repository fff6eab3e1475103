import { ObeyError } from '@obey/schema';
import { z } from 'zod';
import { sortedJson } from '../json/json-text.js';
import { type JsonValue, toPlain } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import { type LeaderboardRow, leaderboardRowSchema } from './leaderboard-row.js';

const fileSchema = z.strictObject({
  schema_version: z.literal('1.0.0'),
  updated_at: z.string(),
  entries: z.array(leaderboardRowSchema),
});

/** A leaderboard as its file holds it. */
export type LeaderboardFile = z.infer<typeof fileSchema>;

/**
 * The text of `leaderboard.json`: keys sorted, ASCII only. `updated_at` stays what `previous` (the old file's text) had
 * when its entries are the same, else it is `now`, a moment with offset.
 */
export function leaderboardText(entries: readonly LeaderboardRow[], now: string, previous?: string): string {
  const written = entriesText(entries);
  const old = previous === undefined ? undefined : updatedAt(previous);
  const same = old !== undefined && old.entries === written;
  const rows = entries.map(rowJson);
  return sortedJson(
    new Map<string, JsonValue>([
      ['schema_version', '1.0.0'],
      ['updated_at', same ? old.updated_at : now],
      ['entries', rows],
    ]),
  );
}

const wholeMembers = new Set(['rank', 'drift_cycles']);

/** A row with its ranks as whole numbers and its scores as doubles. */
function rowJson(row: LeaderboardRow): JsonValue {
  const members = Object.entries(row).flatMap(([key, value]): [string, JsonValue][] => {
    if (value === undefined) return [];
    return [[key, wholeMembers.has(key) && typeof value === 'number' ? BigInt(value) : value]];
  });
  return new Map(members);
}

const entriesText = (entries: readonly LeaderboardRow[]): string => sortedJson(entries.map(rowJson));

function updatedAt(text: string): { updated_at: string; entries: string } | undefined {
  const parsed = parseJson(text);
  if (!parsed.ok || !(parsed.value instanceof Map)) return undefined;
  const updated_at = parsed.value.get('updated_at');
  if (typeof updated_at !== 'string') return undefined;
  return { updated_at, entries: sortedJson(parsed.value.get('entries') ?? null) };
}

/**
 * Reads a leaderboard.
 * @throws ObeyError `run-invalid` when it is none
 */
export function readLeaderboard(text: string, file: string): LeaderboardFile {
  const parsed = parseJson(text);
  const fail = (message: string) =>
    new ObeyError('run-invalid', `not a leaderboard: ${message}`, { at: { file }, hint: 'rebuild it' });
  if (!parsed.ok) throw fail(parsed.fault.message);
  const read = fileSchema.safeParse(toPlain(parsed.value));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw fail(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown'}`);
}
