// How long a whole run takes, the command's start included: from spawn to exit.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './compactbench.mjs';

const bin = fileURLToPath(new URL('../apps/cli/bin/obey.js', import.meta.url));
const runs = 5;

function seconds(folder, ...args) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const out = join(folder, `${args.join('-').replace(/\W+/g, '-')}-${run}.jsonl`);
    const command = ['compact', 'run', '--method', 'built-in:hybrid-ledger', '--out', out, ...args];
    const started = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, [bin, ...command], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`obey ${command.join(' ')} exited with ${status}: ${stderr}`);
    times.push(Number(process.hrtime.bigint() - started) / 1e9);
  }
  return median(times);
}

export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'obey-bench-'));
  try {
    const mock = seconds(folder, '--suite', 'starter', '--provider', 'mock');
    const reader = seconds(folder, '--suite', 'starter', '--provider', 'mock:reader');
    const whole = seconds(folder, '--suite', 'elite_practice', '--provider', 'mock:reader', '--case-count', '1');
    return [
      { what: 'obey compact run --suite starter --provider mock', value: mock, unit: 's', most: 5 },
      { what: 'the same by mock:reader', value: reader, unit: 's', most: 5 },
      { what: '--suite elite_practice --case-count 1 by mock:reader', value: whole, unit: 's', most: 20 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
