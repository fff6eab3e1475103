// What it costs to read a long session of Claude Code, and that its length does not matter to the memory.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamSession } from '@obey/trace';

const megabytes = 1024;
const epoch = Date.parse('2026-11-20T09:00:00.000Z');
const text = 'The quick brown fox jumps over the lazy dog. '.repeat(45);

const record = (at, fields) =>
  JSON.stringify({ sessionId: 's1', cwd: '/home/agent/w', timestamp: new Date(epoch + at).toISOString(), ...fields });
const message = (at, id, block) =>
  record(at, { type: 'assistant', message: { id, content: [block], usage: { output_tokens: 9 } } });
const round = (index) =>
  [
    message(index * 9, `m${index}`, { type: 'text', text: `${index} ${text}` }),
    message(index * 9 + 1, `m${index}`, {
      type: 'tool_use',
      id: `t${index}`,
      name: 'Bash',
      input: { command: `cat in/${index}.txt` },
    }),
    record(index * 9 + 5, {
      type: 'user',
      message: { content: [{ type: 'tool_result', tool_use_id: `t${index}`, content: text }] },
    }),
    `{"type":"user","message":${text}`,
  ].join('\n');

export async function measure() {
  const directory = mkdtempSync(join(tmpdir(), 'obey-bench-'));
  const path = join(directory, 's1.jsonl');
  try {
    const file = openSync(path, 'w');
    for (let index = 0, bytes = 0; bytes < megabytes * 2 ** 20; index += 1)
      bytes += writeSync(file, `${round(index)}\n`);
    closeSync(file);
    const began = process.cpuUsage();
    const before = process.memoryUsage.rss();
    const { events, skipped } = await streamSession('claude-code', [path]);
    let peak = before;
    let calls = 0;
    for await (const event of events) {
      if (event.kind === 'tool') calls += 1;
      if (event.seq % 1000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    }
    if (skipped['corrupt lines'] !== calls) throw new Error(`${calls} calls, but ${JSON.stringify(skipped)}`);
    const { user, system } = process.cpuUsage(began);
    return [
      { what: 'read a session of 1 GB', value: (user + system) / 1e6, unit: 's', most: 60 },
      { what: 'memory added by it', value: (peak - before) / 2 ** 20, unit: 'MB', most: 300 },
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
