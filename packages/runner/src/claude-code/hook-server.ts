import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import type { PausingHook } from './compaction-pause.js';

/** The events of a session that are asked for; SessionStart takes no HTTP hook and is in the transcript anyway. */
export const hookEvents = [
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'SubagentStart',
  'SubagentStop',
  'PreCompact',
  'UserPromptSubmit',
  'Stop',
  'SessionEnd',
] as const;

export interface HookServerOptions {
  /** Takes one line `{ ts, hook }` per event; `ts` in ms since 1970, with fraction. */
  readonly file: string;
  /** Milliseconds since 1970, monotonic within the trial. */
  readonly now: () => number;
  readonly marker: () => Promise<unknown>;
  /** Path that only the hooks know. */
  readonly key: string;
  /** Whether the agent is to stop after what a hook tells of. */
  readonly stopsAfter?: ((hook: PausingHook) => boolean) | undefined;
}

export interface HookServer {
  /** For `--settings`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Longest of a few sentinels' ways to here, in ms. */
  readonly lag: number;
  stop(): Promise<void>;
}

const sentinels = 4;
const hookSchema = z.looseObject({ hook_event_name: z.string() });

/**
 * Receives Claude Code's hooks over HTTP on loopback: no process is started per call. Before a tool may begin, all that
 * was written to the workspace until then has been recorded; a call's interval runs from that answer to the word of its end.
 */
export async function startHookServer(options: HookServerOptions): Promise<HookServer> {
  const { now, marker, key } = options;
  const file = createWriteStream(options.file, { flags: 'a' });
  const record = (ts: number, hook: unknown) => file.write(`${JSON.stringify({ ts, hook })}\n`);
  const server = createServer((request, response) => {
    const arrived = now();
    let stop = false;
    const answer = async () => {
      if (request.method !== 'POST' || request.url !== `/${key}`) return 404;
      const hook = hookSchema.parse(JSON.parse(await text(request)));
      const begins = hook.hook_event_name === 'PreToolUse';
      // The end of a call is noted when word of it arrives, its beginning when it is let go.
      if (!begins) record(arrived, hook);
      if (hook.hook_event_name.includes('ToolUse')) await marker();
      if (begins) record(now(), hook);
      stop = options.stopsAfter?.(hook) === true;
      return 200;
    };
    answer()
      .catch(() => 400)
      .then((status) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(stop ? '{"continue":false,"stopReason":"A pause."}' : '{}');
      });
  });
  // A connection that is closed just as its client uses it again, after a long turn, would lose a hook.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const hook = { type: 'http', url: `http://127.0.0.1:${port}/${key}`, timeout: 30 };
  return {
    lag: await measureLag(`http://127.0.0.1:${port}/`, now),
    settings: { hooks: Object.fromEntries(hookEvents.map((name) => [name, [{ hooks: [hook] }]])) },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      file.end();
      await finished(file);
    },
  };
}

async function measureLag(url: string, now: () => number): Promise<number> {
  let longest = 0;
  for (let count = 0; count < sentinels; count += 1) {
    const sent = now();
    await (await fetch(url)).arrayBuffer();
    // The first pays for what is loaded only once.
    if (count > 0) longest = Math.max(longest, now() - sent);
  }
  return longest;
}
