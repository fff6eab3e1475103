// The program that acts for the reference agent: it knows how to act and to log what it did, and nothing of the task.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { perform } from './act.js';
import type { Act, FromHands, ToHands } from './protocol.js';

const file = process.argv[2] ?? 'session.jsonl';
const directory = process.cwd();
const shownCharacters = 2_000;
const now = (): number => performance.timeOrigin + performance.now();
let records = 0;

mkdirSync(dirname(file), { recursive: true });

function log(record: object): void {
  records += 1;
  appendFileSync(file, `${JSON.stringify({ at: now(), ...record })}\n`);
}

function answer(message: FromHands): void {
  process.send?.(message);
}

async function act(id: string, wanted: Act): Promise<void> {
  try {
    const value = await perform(wanted, directory);
    log({ type: 'result', id, failed: false, ...shown(value) });
    answer({ type: 'done', id, value });
  } catch (error) {
    const text = error instanceof Error ? `${error.message}${causeOf(error)}` : String(error);
    log({ type: 'result', id, failed: true, output: text });
    answer({ type: 'failed', id, error: text });
  }
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `: ${error.cause.message}` : '';
}

/** What the log says of an outcome: long texts are cut. */
function shown(value: unknown): object {
  if (typeof value === 'string') return { output: value.slice(0, shownCharacters) };
  if (typeof value !== 'object' || value === null) return {};
  if ('stdout' in value && 'exit' in value)
    return { exit: value.exit, output: String(value.stdout).slice(0, shownCharacters) };
  if ('body' in value && 'status' in value)
    return { status: value.status, output: String(value.body).slice(0, shownCharacters) };
  return {};
}

function inputOf(wanted: Act): object {
  if (wanted.name !== 'write') return wanted.input;
  const { path, content } = wanted.input;
  return { path, bytes: Buffer.byteLength(content) };
}

log({ type: 'session', format: 'obey-reference/1', pid: process.pid });
process.on('message', (message: ToHands) => {
  switch (message.type) {
    case 'act': {
      const { id, who, act: wanted } = message;
      log({ type: 'call', id, ...who, name: wanted.name, input: inputOf(wanted) });
      void act(id, wanted);
      return;
    }
    case 'delegate': {
      const { id, who, agent, label } = message;
      log({ type: 'call', id, ...who, name: 'delegate', input: { label, agent } });
      return;
    }
    case 'delegated':
      log({ type: 'result', id: message.id, failed: message.failed, agent: message.agent });
      return;
    case 'say':
      log({ type: 'message', actor: message.actor, text: message.text });
      return;
    case 'time':
      answer({ type: 'time', at: now() });
      return;
    case 'end':
      log({ type: 'end', records: records + 1, exit: message.exit, error: message.error });
      process.exit(message.exit);
  }
});
// Whoever thinks is gone: nothing more will be asked.
process.on('disconnect', () => process.exit(1));
