import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { execa } from 'execa';
import { installOnce } from './install-once.js';

/** The release of Claude Code that our own tests drive. */
export const pinnedVersion = '2.1.328';

/**
 * Path of the pinned Claude Code's program, installed by npm on first use: into OBEY_HARNESS_CACHE, else the user's cache.
 *
 * @throws ObeyError `download-failed` when npm cannot install it
 */
export async function pinnedClaudeCode(variables: NodeJS.ProcessEnv = process.env): Promise<string> {
  const cache = variables.OBEY_HARNESS_CACHE ?? join(userCache(variables), 'obey', 'harness');
  const folder = join(cache, `claude-code-${pinnedVersion}`);
  const program = join(folder, 'node_modules', '.bin', 'claude');
  await mkdir(cache, { recursive: true });
  await installOnce(program, `${folder}.lock`, () => install(folder, cache));
  return program;
}

async function install(folder: string, cache: string): Promise<void> {
  const fresh = await mkdtemp(join(cache, 'install-'));
  try {
    await writeFile(join(fresh, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--fetch-retries=1'];
    await succeed(fresh, 'npm', ['install', ...flags, `@anthropic-ai/claude-code@${pinnedVersion}`]);
    // Of all scripts that an install could run, the one that puts the program in its place, whatever npm's settings allow.
    await succeed(fresh, 'node', ['node_modules/@anthropic-ai/claude-code/install.cjs']);
    await succeed(fresh, join(fresh, 'node_modules', '.bin', 'claude'), ['--version']);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function succeed(cwd: string, program: string, args: readonly string[]): Promise<void> {
  const result = await execa(program, args, { cwd, reject: false, stdin: 'ignore', timeout: 180_000 });
  if (!result.failed) return;
  const reason = String(result.stderr).trim().split('\n')[0] ?? '';
  throw new ObeyError('download-failed', `npm could not install Claude Code ${pinnedVersion}: ${reason}`, {
    hint: 'set OBEY_HARNESS_CACHE to a folder that holds it',
  });
}

function userCache(variables: NodeJS.ProcessEnv): string {
  if (variables.XDG_CACHE_HOME !== undefined && variables.XDG_CACHE_HOME !== '') return variables.XDG_CACHE_HOME;
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
