// npm run benchmark: each benchmark in a fresh process, one line per figure, exit code 1 beyond a limit.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { root, run } from './shell.mjs';

const folder = join(root, 'benchmarks');

async function measureHere(file) {
  const { measure } = await import(pathToFileURL(join(folder, file)).href);
  for (const { what, value, unit, most, least } of await measure()) {
    const kept = !(value > (most ?? Number.POSITIVE_INFINITY)) && !(value < (least ?? Number.NEGATIVE_INFINITY));
    const limit =
      most !== undefined ? `at most ${most} ${unit}` : least !== undefined ? `at least ${least} ${unit}` : 'no limit';
    console.log(`${kept ? '✓' : '✗'} ${what}: ${Number(value.toPrecision(4))} ${unit} (${limit})`);
    if (!kept) process.exitCode = 1;
  }
}

async function measureAll(word) {
  await bootstrap();
  const files = readdirSync(folder).filter((name) => name.endsWith('.bench.mjs') && name.includes(word));
  for (const file of files.sort()) {
    console.log(`\n${file.replace('.bench.mjs', '')}`);
    const { code } = await run(process.execPath, ['--expose-gc', 'scripts/benchmark.mjs', '--only', file]);
    if (code !== 0) process.exitCode = 1;
  }
}

const [first = '', second = ''] = process.argv.slice(2);
if (first === '--only') await measureHere(second);
else await measureAll(first);
