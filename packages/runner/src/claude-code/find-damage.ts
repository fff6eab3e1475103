import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoggedCalls, loggedCalls } from './logged-calls.js';

/** Tools of which it is known that hooks fire around each call that is not refused before. */
const hooked = /^(Bash|Read|Write|Edit|Agent|Task|Glob|Grep|WebFetch|mcp__.*)$/;

/**
 * Compares the three records of one session (stdout, transcripts, hooks), each of which alone could have been cut by the
 * candidate, and says what is missing; undefined when they agree. `cut`: the session was ended from outside.
 */
export async function findDamage(raw: string, cut: boolean): Promise<string | undefined> {
  const stdout = await loggedCalls(join(raw, 'stdout.jsonl'));
  const hooks = await loggedCalls(join(raw, 'hooks.jsonl'));
  const path = join(raw, 'transcript.jsonl');
  const transcript = existsSync(path) ? await loggedCalls(path) : undefined;
  const names = existsSync(join(raw, 'subagents')) ? await readdir(join(raw, 'subagents')) : [];
  const subagents = await Promise.all(
    names.filter((name) => name.endsWith('.jsonl')).map((name) => loggedCalls(join(raw, 'subagents', name))),
  );

  const problems: string[] = [];
  const unreadable = ({ unreadable: count, torn }: LoggedCalls) => count - (cut && torn ? 1 : 0) > 0;
  if (unreadable(stdout)) problems.push('stdout holds unreadable records');
  if (!cut && stdout.ends.length === 0) problems.push('stdout ends without a result');
  if (transcript === undefined) {
    if (stdout.lines > 0) problems.push('the transcript is missing');
  } else if (unreadable(transcript)) problems.push('the transcript holds unreadable records');
  if (subagents.some(unreadable)) problems.push("a subagent's transcript holds unreadable records");

  const known = new Set<string>();
  for (const log of [transcript, ...subagents]) for (const id of log?.calls.keys() ?? []) known.add(id);
  const said = [...stdout.calls.keys()];
  const lost = said.filter((id) => !known.has(id));
  // A session that was ended from outside may have said more than it had yet written down.
  const isTail = cut && said.slice(said.length - lost.length).every((id) => !known.has(id));
  if (transcript !== undefined && lost.length > 0 && !isTail) problems.push(`transcripts lack ${lost.length} calls`);

  const delegated = [stdout, ...subagents].flatMap((log) =>
    [...log.calls].filter(([id, { name }]) => /^(Agent|Task)$/.test(name) && log.results.get(id) === false),
  );
  const agents = new Set(delegated.map(([id]) => id)).size;
  if (!cut && subagents.length < agents)
    problems.push(`transcripts of ${agents - subagents.length} subagents are missing`);

  const logs = [stdout, transcript, ...subagents].filter((log) => log !== undefined);
  const silent = new Set<string>();
  for (const { calls, results } of logs) {
    for (const [id, { name }] of calls) {
      if (!hooked.test(name) || results.get(id) !== false) continue;
      if (!hooks.hooks.before.has(id) || !hooks.hooks.after.has(id)) silent.add(id);
    }
  }
  if (silent.size > 0) problems.push(`hooks are missing for ${silent.size} calls`);
  const seen = new Set([...known, ...said]);
  const unlogged = [...hooks.hooks.after].filter((id) => !seen.has(id));
  if (unlogged.length > 0) problems.push(`logs lack ${unlogged.length} calls that hooks reported`);
  return problems.length === 0 ? undefined : problems.join('; ');
}
