// npm test and npm run test:full: set up, check, test, and end with one line of counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { checkPackages } from './check-packages.mjs';
import { run, runTool } from './shell.mjs';

const full = process.argv.includes('--full');
/** `npm test -- packages/judge` runs the tests of those files alone, after all checks. */
const filters = process.argv.slice(2).filter((argument) => argument !== '--full');
const totals = { passed: 0, failed: 0, skipped: [] };

const checks = [
  ['types', () => runTool('tsc', ['--noEmit', '-p', 'tsconfig.json'])],
  ['lint, format, import direction, cycles', () => runTool('biome', ['check', '--error-on-warnings', '.'])],
  ...(full
    ? [
        ['unused code and dependencies', () => runTool('knip', [])],
        ['package manifests and types', checkPackages],
      ]
    : []),
];

async function check(name, work) {
  const started = Date.now();
  const { code } = await work();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code === 0) totals.passed += 1;
  else totals.failed += 1;
}

async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'obey-counts-'));
  const file = join(folder, 'counts.json');
  const reporters = ['--reporter=default', '--reporter=./scripts/counts-reporter.mjs'];
  const { code } = await run('node', ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters], {
    env: { OBEY_COUNTS: file, ...(full ? { OBEY_FULL: '1' } : {}) },
  });
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    totals.passed += counts.passed;
    totals.failed += counts.failed;
    totals.skipped.push(...counts.skipped);
    if (code !== 0 && counts.failed === 0) totals.failed += 1;
  } catch {
    totals.failed += 1;
    console.error('vitest ended without a report');
  }
  rmSync(folder, { recursive: true, force: true });
}

try {
  await bootstrap({ types: full });
  for (const [name, work] of checks) await check(name, work);
  await runVitest();
} catch (error) {
  totals.failed += 1;
  console.error(`obey: ${error.message}`);
}
for (const { name, reason } of totals.skipped) console.log(`skipped: ${name}: ${reason}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped.length} skipped`);
