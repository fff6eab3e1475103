// Running other programs the same way on every platform the scripts meet.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The pnpm that the lock file was written with, as `name@version`. */
export const pnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;

/**
 * Runs a program in the repository root with its output shown as it comes.
 * Gives the exit code; 1 when it could not be started or was killed.
 */
export function run(command, args, { env = {}, cwd = root, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs `pnpm <args>` on a machine that need not have pnpm. */
export const runPnpm = (args, options) => run('npx', ['-y', pnpm, ...args], options);

/** Runs a tool from the root's devDependencies. */
export const runTool = (name, args, options) => run(join(root, 'node_modules', '.bin', name), args, options);
