import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { streamSession } from '../read-session.js';
import { say, toolUse, transcript } from '../testing/claude-log.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

const megabytes = process.env.OBEY_FULL === '1' ? 1024 : 48;
/** What reading may add to the memory of the process, whatever the size of the log. */
const mostAdded = 300;

/** Rounds of eight lines, four of them bad in different ways, and of calls that never end. */
function* damaged(bytes: number): Generator<string> {
  const { assistant, result, record } = transcript;
  const text = 'x'.repeat(2000);
  for (let round = 0, written = 0; written < bytes; round += 1) {
    const at = round * 20;
    const lines = [
      JSON.stringify(assistant(at, `m${round}`, toolUse(`t${round}`, 'Bash', { command: `cat ${text}` }))),
      JSON.stringify(result(at + 5, `t${round}`, text)),
      JSON.stringify(assistant(at + 6, `n${round}`, say(`${round} ${text}`), { usage: { output_tokens: 3 } })),
      JSON.stringify(
        assistant(at + 7, `o${round}`, toolUse(`lost${round}`, 'Read', { file_path: `/${round}/${text}` })),
      ),
      `{"type":"user","message":{"content":"${text}`,
      Buffer.from([0, 1, 2, 250, 251, 252]).toString('latin1').repeat(300),
      JSON.stringify(record(at + 8, { type: `unknown-${round}`, text })),
      JSON.stringify(result(at + 9, `never${round}`, text)),
    ];
    const chunk = `${lines.join('\n')}\n`;
    written += Buffer.byteLength(chunk);
    yield chunk;
  }
}

it(`reads a corrupt log of ${megabytes} MB in constant memory, and counts what is bad`, async () => {
  const path = join(await temporaryDirectory(), 's1.jsonl');
  await pipeline(Readable.from(damaged(megabytes << 20)), createWriteStream(path));
  const { events, skipped } = await streamSession('claude-code', [path]);
  const before = process.memoryUsage.rss();
  let peak = before;
  const ended = new Set<string>();
  let calls = 0;
  let last = -1;
  let inOrder = true;
  for await (const event of events) {
    inOrder &&= event.seq === last + 1;
    last = event.seq;
    if (event.kind === 'tool') calls += 1;
    if (event.kind === 'tool' && event.failed !== true && ended.size < 100) ended.add(event.id);
    if (event.seq % 1000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const rounds = calls / 2;
  expect(inOrder).toBe(true);
  expect(rounds).toBeGreaterThan(1000);
  expect(ended.size).toBe(100);
  expect(skipped['corrupt lines']).toBe(rounds * 2);
  expect(skipped['results without a call']).toBe(rounds);
  const unknown = Object.entries(skipped).filter(([kind]) => kind === 'others' || kind.startsWith('unknown: unknown-'));
  expect(unknown.reduce((sum, [, count]) => sum + count, 0)).toBe(rounds);
  expect(unknown.length).toBeLessThan(60);
  expect((peak - before) / 2 ** 20).toBeLessThan(mostAdded);
}, 600_000);
