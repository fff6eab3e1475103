import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTaskModules } from '@obey/catalog';
import type { StatefulService } from '@obey/prepare';
import type { Handlers } from '@obey/process';
import { sealedSchema, type TraceEvent, trialSchema } from '@obey/schema';
import { collect, readTraceFile, verifyChain } from '@obey/trace';
import { describe, expect, it } from 'vitest';
import { lives, pidIn } from '../testing/lives.js';
import { runPages } from '../testing/run-pages.js';

const eventsOf = (folder: string): Promise<TraceEvent[]> => collect(readTraceFile(join(folder, 'trace.jsonl')));
const damageOf = (events: readonly TraceEvent[]) =>
  events.flatMap((event) => (event.kind === 'run' && event.phase === 'stop' ? [event.damaged ?? {}] : []))[0];

/** Every file below a folder, as text, by its path. */
function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** The pages task with a desk that counts the names told to it, beside the routes of its archive. */
async function runDesk(answer: StatefulService['answer']) {
  const { solve } = await loadTaskModules({
    folder: fileURLToPath(new URL('../testing/fixtures/pages', import.meta.url)),
  });
  const handlers: Handlers = {
    ...solve,
    async answer({ abilities, services }) {
      const sent = { method: 'POST', body: JSON.stringify({ name: 'Ada' }) };
      const { status, body } = await abilities.fetch(`${services.archive}/desk`, sent);
      await abilities.say(`${status} ${body}`);
    },
  };
  return runPages('reference', { modules: { solve: handlers, services: { archive: { start: () => 1, answer } } } });
}

describe('runTrial with a service that keeps state', () => {
  it('starts it from the sealed facts, and keeps what was asked and answered', async () => {
    const { trial, folder } = await runDesk((state, { body }) => ({
      state,
      answer: { body: JSON.stringify({ greeted: (body as { name: string }).name, state }) },
    }));
    expect(trial.status).toBe('completed');
    const asked = (await eventsOf(folder)).find((event) => event.kind === 'request' && event.path === '/desk');
    if (asked?.kind !== 'request') throw new Error('the desk was not asked');
    const kept = (sha256 = '') => readFileSync(join(folder, 'files', sha256), 'utf8');
    expect([kept(asked.requestBody), kept(asked.body)]).toEqual(['{"name":"Ada"}', '{"greeted":"Ada","state":1}']);
  });

  it('takes a throw of it for the task’s fault, not the candidate’s', async () => {
    const { trial } = await runDesk(() => {
      throw new Error('out of paper');
    });
    expect(trial).toMatchObject({
      status: 'infrastructure-error',
      error: 'world: archive could not answer POST /desk: Error: out of paper',
    });
  });
});

describe('runTrial with the reference agent', () => {
  it('leaves a whole trial folder, and nothing elsewhere', async () => {
    const { trial, folder, temporary } = await runPages('reference');
    expect(trial).toMatchObject({ status: 'completed', exit: 0, isolation: 'none', task: 'pages', level: 'easy' });
    expect(trialSchema.parse(JSON.parse(await readFile(join(folder, 'trial.json'), 'utf8')))).toEqual(trial);
    expect(readdirSync(folder).sort()).toEqual(
      ['files', 'prompt.md', 'raw', 'sealed.json', 'process.yaml', 'trace.jsonl', 'trial.json', 'workspace'].sort(),
    );
    expect(readdirSync(temporary)).toEqual(['runs']);
    expect(readdirSync(join(temporary, 'runs'))).toEqual(['trial']);
    expect(statSync(join(folder, 'sealed.json')).mode & 0o777).toBe(0o600);
    const sealed = sealedSchema.parse(JSON.parse(await readFile(join(folder, 'sealed.json'), 'utf8')));
    expect(sealed.facts.pages).toHaveLength(3);
    expect(await readFile(join(folder, 'prompt.md'), 'utf8')).toMatch(/from http:\/\/127\.0\.0\.1:\d+\/pages/);
    expect(await readFile(join(folder, 'workspace/report.md'), 'utf8')).toBe('3 pages\n');
  });

  it('writes one chained trace of every source, in which each file version is kept', async () => {
    const { trial, folder } = await runPages('reference');
    const events = await eventsOf(folder);
    expect(verifyChain(events)).toMatchObject({ ok: true, head: trial.traceHead });
    expect(trial.traceEvents).toBe(events.length);
    const start = events[0];
    expect(start).toMatchObject({ kind: 'run', phase: 'start' });
    expect(Object.keys(start?.kind === 'run' ? (start.lags ?? {}) : {}).sort()).toEqual([
      'harness',
      'service',
      'workspace',
    ]);
    expect(events.at(-1)).toMatchObject({ kind: 'run', phase: 'stop', exit: 0 });
    expect(damageOf(events)).toEqual({});
    const requests = events.filter((event) => event.kind === 'request');
    expect(requests.map(({ path }) => path).sort()).toEqual(['/pages/page-1', '/pages/page-2', '/pages/page-3']);
    const fetches = events.filter((event) => event.kind === 'tool' && event.name === 'fetch');
    expect(new Set(fetches.map(({ batch }) => batch)).size).toBe(1);
    for (const event of events) {
      if (event.kind === 'file' && event.sha256 !== undefined)
        expect(existsSync(join(folder, 'files', event.sha256))).toBe(true);
      const { raw } = event;
      if (raw === undefined) continue;
      const line = (await readFile(join(folder, 'raw', raw.file))).subarray(raw.from, raw.to).toString();
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  it('notices that its log was cut', async () => {
    const cut = async (command: string) => {
      const { folder } = await runPages('reference', {}, { answer: command });
      return damageOf(await eventsOf(folder))?.harness;
    };
    expect(await cut('true')).toBeUndefined();
    expect(await cut('rm ~/.obey-reference/session.jsonl')).toMatch(/lacks|unreadable|missing/);
    expect(await cut('sed -i 3d ~/.obey-reference/session.jsonl')).toMatch(/lacks 1 records/);
    expect(await cut('rm -r ~/.obey-reference; ln -s /etc ~/.obey-reference')).toBeDefined();
  });

  it('ends as crashed, with the reason, when a handler throws', async () => {
    const { trial } = await runPages('reference', {}, { answer: new Error('no idea') });
    expect(trial).toMatchObject({ status: 'crashed', exit: 1 });
    expect(trial.error).toContain('no idea');
  });

  it('refuses a deviation that is not there, and a folder that holds something else', async () => {
    await expect(runPages('reference:skipp')).rejects.toMatchObject({ code: 'usage', hint: 'did you mean `skip`?' });
    await expect(runPages('reference:skip-after-compactoin')).rejects.toMatchObject({
      hint: 'did you mean `skip-after-compaction`?',
    });
    await expect(runPages('reference:reorder-after-compaction')).rejects.toThrow('cannot wait for a compaction');
    await expect(runPages('nobody')).rejects.toMatchObject({ code: 'usage' });
    await expect(runPages('reference@docker')).rejects.toMatchObject({ code: 'usage' });
    await expect(runPages('reference', { folder: import.meta.dirname })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('runTrial with a command', () => {
  const run = (command: string, options: Parameters<typeof runPages>[1] = {}) =>
    runPages('command', { ...options, harnessOptions: { command } });

  it('gives the prompt as an argument, a file or standard input, whatever is in it', async () => {
    for (const command of [
      `sh -c 'printf %s "$0" > got' {prompt}`,
      `sh -c 'printf %s "$0" > got' "{prompt}"`,
      'cp {promptFile} got',
      'cat > got',
    ]) {
      const { trial, folder } = await run(command);
      expect(trial.status).toBe('completed');
      expect(await readFile(join(folder, 'workspace/got'), 'utf8')).toBe(
        await readFile(join(folder, 'prompt.md'), 'utf8'),
      );
    }
  });

  it('says when there is no such program: nothing of the candidate is judged', async () => {
    const { trial } = await run('no-such-program-anywhere {prompt}');
    expect(trial.status).toBe('infrastructure-error');
    expect(trial.error).toMatch(/^harness-missing/);
    expect((await run('exit 127')).trial.status).toBe('crashed');
  });

  it('stops at the time limit, whatever the candidate ignores', async () => {
    const script = `trap '' TERM; (setsid sh -c 'trap "" TERM; echo $$ > deep; while :; do sleep 1; done' &); while :; do sleep 1; done`;
    const { trial, folder } = await run(script, { limits: { seconds: 1 } });
    expect(trial.status).toBe('timeout');
    expect((await eventsOf(folder)).at(-1)).toMatchObject({
      kind: 'run',
      phase: 'stop',
      limit: 'time',
      signal: 'SIGKILL',
    });
    expect(lives(await pidIn(join(folder, 'workspace/deep')))).toBe(false);
  });

  it('stops a flood of output and keeps the beginning of it', async () => {
    const { trial, folder } = await run('yes', { limits: { outputBytes: 50_000 } });
    expect(trial.status).toBe('output-limit');
    expect(statSync(join(folder, 'raw/stdout.txt')).size).toBe(50_000);
  });

  it('ends everything when the user interrupts', async () => {
    const controller = new AbortController();
    const script = `(setsid env -i sh -c 'echo $$ > pid; exec sleep 300' &); echo $$ > own; sleep 300`;
    const running = run(script, { signal: controller.signal });
    setTimeout(() => controller.abort(), 700);
    const { trial, folder } = await running;
    expect(trial.status).toBe('interrupted');
    for (const name of ['pid', 'own']) expect(lives(await pidIn(join(folder, 'workspace', name)))).toBe(false);
  });

  it('lets no key of the environment into any file', async () => {
    const keys = {
      OPENAI_API_KEY: 'planted-key-0123456789',
      ANTHROPIC_API_KEY: 'sk-ant-planted "quoted" key',
      CI_SECRET: 'p/l+a=n&t$ed',
    };
    const script = [
      'echo "$ANTHROPIC_API_KEY" | tee copy.txt',
      'cat /proc/$PPID/environ | tr "\\0" "\\n" | tee environment.txt >&2',
      'mkdir "$ANTHROPIC_API_KEY"; date > "$ANTHROPIC_API_KEY/$ANTHROPIC_API_KEY.txt"',
      'echo planted-key-0123456789 p/l+a=n\\&t\\$ed | tee third.txt; base64 < copy.txt',
      `curl -sg "$(grep -o 'http://[^ ]*/pages' prompt.txt)/planted-key-0123456789" || true`,
    ].join('; ');
    const variables = { PATH: process.env.PATH, ...keys };
    const { folder } = await run(`cp {promptFile} prompt.txt; ${script}`, { surroundings: { variables } });
    const files = filesBelow(folder);
    expect(files.get('raw/stdout.txt')).toContain('[redacted ANTHROPIC_API_KEY]');
    expect(files.get('workspace/third.txt')).toContain('[redacted OPENAI_API_KEY] [redacted CI_SECRET]');
    for (const [name, text] of files) {
      for (const key of Object.values(keys)) {
        expect(text.includes(key) || name.includes(key), `${name} holds ${key}`).toBe(false);
      }
    }
  });

  it('is not led out of a workspace that was replaced by a link', async () => {
    const { trial, folder } = await run('cd ..; mv workspace elsewhere; ln -s /etc workspace');
    expect(trial.status).toBe('completed');
    expect(readdirSync(join(folder, 'workspace'))).toEqual([]);
    expect(damageOf(await eventsOf(folder))?.workspace).toMatch(/removed or replaced/);
  });

  it('copies no link, pipe or strange name wrongly', async () => {
    const script = [
      'ln -s /etc/passwd link; ln -s /etc folder; ln -s . loop; mkfifo pipe',
      `printf x > "$(printf 'bad\\377name')"; printf y > "$(printf 'new\\nline')"; printf z > ' -rf *'`,
      'mkdir -p deep/er node_modules/a; ln -s ../../../../../.. deep/er/up; echo ok > deep/er/file; echo no > node_modules/a/b',
    ].join('; ');
    const { trial, folder } = await run(script);
    expect(trial.status).toBe('completed');
    const names = readdirSync(join(folder, 'workspace'), { encoding: 'buffer' });
    expect(names.map((name) => name.toString('latin1')).sort()).toEqual(
      [' -rf *', 'bad\xffname', 'deep', 'input', 'new\nline'].sort(),
    );
    expect(readdirSync(join(folder, 'workspace/deep/er'))).toEqual(['file']);
    const leftOut = JSON.parse(await readFile(join(folder, 'raw/left-out.json'), 'utf8'));
    expect(leftOut).toEqual([
      { path: 'deep/er/up', why: 'link' },
      { path: 'folder', why: 'link' },
      { path: 'link', why: 'link' },
      { path: 'loop', why: 'link' },
      { path: 'pipe', why: 'special' },
    ]);
  });
});
