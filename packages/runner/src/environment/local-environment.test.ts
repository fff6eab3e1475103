import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { afterEach, describe, expect, it } from 'vitest';
import { lives, pidIn } from '../testing/lives.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import type { CandidateProcess, Environment } from './environment.js';
import { localEnvironment } from './local-environment.js';
import { makePlace, type Place, removePlace } from './place.js';

const places: Place[] = [];
let count = 0;

async function open(outputBytes = 1 << 20): Promise<{ place: Place; environment: Environment }> {
  const place = await makePlace(`test-${process.pid}-${count++}`, await temporaryFolder());
  places.push(place);
  const variables = { PATH: process.env.PATH, SOME_KEY: 'a-key-of-the-runner', ANTHROPIC_API_KEY: 'passed-by-name' };
  return {
    place,
    environment: localEnvironment({
      place,
      variables,
      credentials: ['ANTHROPIC_API_KEY'],
      outputBytes,
      now: () => performance.now(),
    }),
  };
}

function shell(place: Place, environment: Environment, script: string): Promise<CandidateProcess> {
  return environment.launch({
    command: '/bin/sh',
    arguments: ['-c', script],
    stdout: join(place.record, 'stdout'),
    stderr: join(place.record, 'stderr'),
  });
}

afterEach(async () => {
  for (const place of places.splice(0)) await removePlace(place);
});

describe('localEnvironment', () => {
  it('gives a program its own HOME and TMPDIR, the named credentials and nothing else', async () => {
    const { place, environment } = await open();
    const child = await shell(place, environment, 'env; pwd');
    expect(await child.exited).toEqual({ exit: 0 });
    await environment.stop(0);
    await child.drained;
    const lines = (await readFile(join(place.record, 'stdout'), 'utf8')).trim().split('\n');
    const names = lines.filter((line) => line.includes('=')).map((line) => line.split('=')[0]);
    expect(new Set(names.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name ?? '')))).toEqual(
      new Set(['PATH', 'HOME', 'TMPDIR', 'LANG', 'OBEY_TRIAL', 'ANTHROPIC_API_KEY']),
    );
    expect(lines).toContain(`HOME=${place.home}`);
    expect(lines).toContain(`TMPDIR=${place.temporary}`);
    expect(lines.at(-1)).toBe(place.workspace);
  });

  it('says which program cannot be started', async () => {
    const { place, environment } = await open();
    const launch = environment.launch({
      command: join(place.root, 'nowhere'),
      arguments: [],
      stdout: join(place.record, 'stdout'),
      stderr: join(place.record, 'stderr'),
    });
    await expect(launch).rejects.toSatisfy(
      (error) =>
        ObeyError.isInstance(error) && error.code === 'environment-failed' && /no such program/.test(error.line),
    );
  });

  it('keeps what every program prints, and starts none after its end', async () => {
    const { place, environment } = await open();
    for (const word of ['one', 'two']) await (await shell(place, environment, `echo ${word}`)).drained;
    await environment.stop(0);
    expect(await readFile(join(place.record, 'stdout'), 'utf8')).toBe('one\ntwo\n');
    await expect(shell(place, environment, 'echo three')).rejects.toMatchObject({ code: 'interrupted' });
  });

  const escapes: Record<string, string> = {
    'a child in its group': 'sleep 300 & echo $! > pid; wait',
    'a child that ignores SIGTERM': `sh -c 'trap "" TERM; echo $$ > pid; while :; do sleep 1; done'`,
    'a session of its own': `setsid sh -c 'echo $$ > pid; exec sleep 300' & sleep 300`,
    'a double fork whose parents are dead': `(setsid sh -c 'echo $$ > pid; exec sleep 300' &) ; exit 0`,
    'a double fork with an empty environment': `(setsid env -i sh -c 'echo $$ > pid; exec sleep 300' &) ; exit 0`,
    'a double fork with an empty environment elsewhere, once seen': `(here=$PWD; setsid env -i sh -c "cd /; echo \\$\\$ > $here/pid; sleep 300; :" & sleep 1); exit 0`,
  };
  for (const [name, script] of Object.entries(escapes)) {
    it(`leaves nothing alive: ${name}`, async () => {
      const { place, environment } = await open();
      const child = await shell(place, environment, script);
      const pid = await pidIn(join(place.workspace, 'pid'));
      if (script.endsWith('exit 0')) await child.exited;
      expect(lives(pid)).toBe(true);
      await environment.stop(100);
      expect(lives(pid)).toBe(false);
      expect(lives(child.pid)).toBe(false);
    });
  }

  it('does not kill the process of another trial', async () => {
    const one = await open();
    const other = await open();
    const child = await shell(one.place, one.environment, 'echo $$ > pid; exec sleep 300');
    await pidIn(join(one.place.workspace, 'pid'));
    await other.environment.stop(0);
    expect(lives(child.pid)).toBe(true);
    await one.environment.stop(0);
    expect(lives(child.pid)).toBe(false);
  });

  it('outruns a program that forks all the time', async () => {
    const { place, environment } = await open();
    const script = 'f() { sleep 0.05; f & }; for i in 1 2 3 4 5; do f & done; echo $$ > pid; wait; sleep 300';
    const child = await shell(place, environment, script);
    await pidIn(join(place.workspace, 'pid'));
    await environment.stop(50);
    expect(lives(child.pid)).toBe(false);
  });

  it('notices a flood of output and keeps only the allowed bytes of it', async () => {
    const { place, environment } = await open(100_000);
    const child = await shell(place, environment, 'while :; do echo floodfloodfloodfloodfloodfloodfloodflood; done');
    await environment.overflow;
    await environment.stop(0);
    await child.drained;
    expect((await readFile(join(place.record, 'stdout'))).length).toBe(100_000);
  });

  it('passes standard input and messages', async () => {
    const { place, environment } = await open();
    const child = await environment.launch({
      command: process.execPath,
      arguments: ['-e', 'process.on("message", (m) => { process.send({ got: m }); process.exit(3); })'],
      stdout: join(place.record, 'stdout'),
      stderr: join(place.record, 'stderr'),
      messages: true,
    });
    const answer = new Promise((resolve) => child.onMessage(resolve));
    child.send({ hello: 1 });
    expect(await answer).toEqual({ got: { hello: 1 } });
    expect(await child.exited).toEqual({ exit: 3 });
    const cat = await environment.launch({
      command: 'cat',
      arguments: [],
      input: 'the prompt',
      stdout: join(place.record, 'cat'),
      stderr: join(place.record, 'stderr'),
    });
    await cat.exited;
    await cat.drained;
    expect(await readFile(join(place.record, 'cat'), 'utf8')).toBe('the prompt');
  });
});
