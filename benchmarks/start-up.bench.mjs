// How long the command takes to say something: the whole process, from spawn to exit.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../apps/cli/bin/obey.js', import.meta.url));
const runs = 15;

function median(args) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const started = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`obey ${args.join(' ')} exited with ${status}: ${stderr}`);
    times.push(Number(process.hrtime.bigint() - started) / 1e6);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

export async function measure() {
  return [
    { what: 'obey --version', value: median(['--version']), unit: 'ms', most: 150 },
    { what: 'obey catalog list', value: median(['catalog', 'list']), unit: 'ms', most: 400 },
  ];
}
