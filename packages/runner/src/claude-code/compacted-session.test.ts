import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { CandidateProcess } from '../environment/environment.js';
import { localEnvironment } from '../environment/local-environment.js';
import { makePlace, type Place, removePlace } from '../environment/place.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { endOfCompactedSession } from './compacted-session.js';

const places: Place[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await removePlace(place);
});

/** A session of shell scripts: the first, and what it does when it is resumed with a prompt. */
async function open(script: string, resumed: (prompt: string) => string, program = '/bin/sh') {
  const place = await makePlace(`compacted-${process.pid}-${places.length}`, await temporaryFolder());
  places.push(place);
  const environment = localEnvironment({
    ...{ place, variables: { PATH: process.env.PATH }, credentials: [], outputBytes: 1 << 20 },
    now: () => performance.now(),
  });
  const stdout = join(place.record, 'stdout');
  const launch = (command: string, text: string): Promise<CandidateProcess> =>
    environment.launch({ command, arguments: ['-c', text], stdout, stderr: join(place.record, 'stderr') });
  const prompts: string[] = [];
  const resume = (prompt: string) => {
    prompts.push(prompt);
    return launch(program, resumed(prompt));
  };
  const first = await launch('/bin/sh', script);
  const end = (stopped: boolean) => endOfCompactedSession(first, { stopped, stopsAfter: () => false }, resume);
  return { environment, prompts, end, printed: () => readFile(stdout, 'utf8') };
}

it('goes on with a session that was stopped: it compacts, and carries on', async () => {
  const { environment, prompts, end, printed } = await open('echo one', (prompt) => `echo '${prompt}'`);
  expect(await end(true)).toEqual({ exit: 0 });
  expect(prompts).toEqual(['/compact', 'Please carry on.']);
  await environment.stop(0);
  expect(await printed()).toBe('one\n/compact\nPlease carry on.\n');
});

it('carries on where there was nothing to compact, and ends as the last program does', async () => {
  const { prompts, end } = await open('true', (prompt) => (prompt === '/compact' ? 'exit 1' : 'exit 3'));
  expect(await end(true)).toEqual({ exit: 3 });
  expect(prompts).toHaveLength(2);
});

it.each([
  ['was not stopped', 'true', false, { exit: 0 }],
  ['ended by an error', 'exit 2', true, { exit: 2 }],
  ['was killed', 'kill -KILL $$', true, { exit: null, signal: 'SIGKILL' }],
] as const)('leaves a session alone that %s', async (_, script, stopped, ending) => {
  const { prompts, end } = await open(script, () => 'true');
  expect(await end(stopped)).toEqual(ending);
  expect(prompts).toEqual([]);
});

it('does not carry on when it is killed while it compacts', async () => {
  const { prompts, end } = await open('true', () => 'kill -TERM $$');
  expect(await end(true)).toEqual({ exit: null, signal: 'SIGTERM' });
  expect(prompts).toEqual(['/compact']);
});

it('ends where its trial ends between two programs', async () => {
  const { environment, end } = await open('true', () => 'true');
  await environment.stop(0);
  expect(await end(true)).toEqual({ exit: 0 });
});

it('is no whole session where it cannot be resumed', async () => {
  const { end } = await open('true', () => 'true', '/nowhere/claude');
  await expect(end(true)).rejects.toMatchObject({ code: 'environment-failed' });
});
