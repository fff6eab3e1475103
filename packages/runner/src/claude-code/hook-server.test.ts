import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { startHookServer } from './hook-server.js';

const settingsSchema = z.object({
  hooks: z.record(
    z.string(),
    z.array(z.object({ hooks: z.array(z.object({ type: z.literal('http'), url: z.string() })) })),
  ),
});
const recordSchema = z.object({ ts: z.number(), hook: z.looseObject({ hook_event_name: z.string() }) });

it('notes a beginning when it lets it go, and an end when it arrives', async () => {
  const file = join(await temporaryFolder(), 'hooks.jsonl');
  const now = () => performance.timeOrigin + performance.now();
  let markers = 0;
  const marker = async () => {
    markers += 1;
    await sleep(30);
  };
  const server = await startHookServer({ file, now, marker, key: 'only-hooks-know' });
  const { hooks } = settingsSchema.parse(server.settings);
  const url = hooks.PreToolUse?.[0]?.hooks[0]?.url ?? '';
  const post = (body: string, to = url) => fetch(to, { method: 'POST', body });
  const before = now();
  for (const name of ['PreToolUse', 'PostToolUse', 'Stop']) {
    expect((await post(JSON.stringify({ hook_event_name: name, tool_use_id: 'c1' }))).status).toBe(200);
  }
  expect((await post('{}', url.replace('only-hooks-know', 'guess'))).status).toBe(404);
  expect((await post('rubbish')).status).toBe(400);
  await server.stop();
  const records = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => recordSchema.parse(JSON.parse(line)));
  expect(records.map(({ hook }) => hook.hook_event_name)).toEqual(['PreToolUse', 'PostToolUse', 'Stop']);
  const [begin, end, stop] = records.map(({ ts }) => ts - before);
  expect(begin).toBeGreaterThanOrEqual(29);
  // The end does not wait for its marker, what comes after it does.
  expect((stop ?? 0) - (end ?? 0)).toBeGreaterThanOrEqual(29);
  expect(markers).toBe(2);
  expect(server.lag).toBeGreaterThan(0);
});

it('leaves it to the client how long a connection is kept, and lets go of all in the end', async () => {
  const file = join(await temporaryFolder(), 'hooks.jsonl');
  const server = await startHookServer({ file, now: () => performance.now(), marker: async () => {}, key: 'key' });
  const { hooks } = settingsSchema.parse(server.settings);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = () =>
    new Promise<{ port: number | undefined; keep: unknown }>((resolve, reject) => {
      const sent = request(hooks.Stop?.[0]?.hooks[0]?.url ?? '', { method: 'POST', agent }, (response) => {
        const answer = { port: response.socket.localPort, keep: response.headers['keep-alive'] };
        response.resume().once('end', () => resolve(answer));
      });
      sent.once('error', reject).end('{"hook_event_name":"Stop"}');
    });
  const first = await post();
  // A server that means to close an idle connection says after how many seconds.
  expect(first).toEqual({ port: expect.any(Number), keep: undefined });
  expect(await post()).toEqual(first);
  const [idle] = Object.values(agent.freeSockets).flat();
  const closed = new Promise((resolve) => idle?.once('close', resolve));
  await server.stop();
  await closed;
  await expect(post()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  agent.destroy();
});
