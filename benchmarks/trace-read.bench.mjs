// What it costs to read and verify a trace: each line's schema, number and hash, at a million events. Processor time, so
// that a busy machine does not count.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HashChain, readTraceBatches, writeTrace } from '@obey/trace';

const events = 1_000_000;
const hex = 'a'.repeat(64);

/** The mix of a real trial: requests that prove, file versions, tool calls, messages, usage. */
function* mixed() {
  const chain = new HashChain();
  for (let index = 0; index < events; index += 1) {
    const at = index * 1.25;
    const common = { start: at, end: at + 0.5, actor: 'main' };
    const item = `item-${index % 5000}`;
    const kinds = [
      {
        ...{ ...common, source: 'service', kind: 'request', service: 'states', method: 'GET', path: `/states/${item}` },
        ...{
          status: 200,
          bytes: 2048,
          body: hex,
          proof: { item, token: '0123456789abcdef', fields: { population: index } },
        },
      },
      {
        ...{ ...common, source: 'workspace', kind: 'file', path: `work/states/${item}.json`, change: 'created' },
        ...{ sha256: hex, bytes: 300 },
      },
      {
        ...{ ...common, source: 'harness', kind: 'tool', id: `toolu_${index}`, name: 'Bash', what: 'shell' },
        ...{ batch: `msg_${index >> 2}`, input: { command: `cat input/${item}.json` }, output: 'INPUT', exit: 0 },
        ...{ reads: [`input/${item}.json`], issued: at },
      },
      { ...common, source: 'harness', kind: 'message', role: 'assistant', text: `Now ${item}, as the plan says.` },
      { ...common, source: 'harness', kind: 'usage', input: 100, output: 20 },
    ];
    yield chain.append(kinds[index % kinds.length]);
  }
}

export async function measure() {
  const directory = mkdtempSync(join(tmpdir(), 'obey-bench-'));
  const path = join(directory, 'trace.jsonl');
  try {
    const { head } = await writeTrace(path, mixed());
    const megabytes = statSync(path).size / 2 ** 20;
    const times = [];
    let peak = 0;
    for (let round = 0; round < 3; round += 1) {
      const began = process.cpuUsage();
      let count = 0;
      for await (const batch of readTraceBatches(path, { head })) {
        count += batch.length;
        peak = Math.max(peak, process.memoryUsage.rss());
      }
      if (count !== events) throw new Error(`read ${count} events`);
      const { user, system } = process.cpuUsage(began);
      times.push((user + system) / events);
    }
    return [
      {
        what: `read and verify ${Math.round(megabytes)} MB, per event`,
        value: times.sort((a, b) => a - b)[1],
        unit: 'µs',
        most: 7,
      },
      { what: 'peak memory of it', value: peak / 2 ** 20, unit: 'MB', most: 512 },
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
