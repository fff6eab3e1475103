import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Place } from '../environment/place.js';
import type { HarnessLog } from '../harness/harness.js';

/**
 * The transcripts of a session under the candidate's HOME. Links are not followed: the candidate may have put them there.
 */
export async function sessionTranscripts(place: Place, session: string): Promise<HarnessLog[]> {
  const home = await realpath(place.home);
  const found: HarnessLog[] = [];
  const keep = async (name: string, path: string) => {
    const real = await realpath(path).catch(() => '');
    if (!real.startsWith(home + sep)) return;
    if ((await lstat(path)).isFile()) found.push({ name, path });
  };
  const projects = join(place.home, '.claude', 'projects');
  for (const project of await list(projects)) {
    const folder = join(projects, project);
    await keep('transcript.jsonl', join(folder, `${session}.jsonl`));
    const subagents = join(folder, session, 'subagents');
    for (const name of await list(subagents)) {
      if (/^agent-[\w-]+(\.jsonl|\.meta\.json)$/.test(name)) await keep(join('subagents', name), join(subagents, name));
    }
  }
  return found;
}

async function list(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort();
}
