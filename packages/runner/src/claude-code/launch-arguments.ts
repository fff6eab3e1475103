import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HarnessOptions } from '../harness/harness.js';

export interface LaunchArguments {
  readonly session: string;
  /** Goes on with the session instead of beginning it. */
  readonly resume?: boolean;
  readonly model: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly options: HarnessOptions;
}

/** Arguments of a headless session; the prompt comes by standard input. */
export function launchArguments({ session, resume = false, model, settings, options }: LaunchArguments): string[] {
  const words = [
    '-p',
    ...['--output-format', 'stream-json', '--verbose'],
    ...['--permission-mode', 'bypassPermissions'],
    ...['--model', model],
    ...[resume ? '--resume' : '--session-id', session],
    ...['--settings', JSON.stringify(settings)],
  ];
  if (options.maxTurns !== undefined) words.push('--max-turns', String(options.maxTurns));
  if (options.setup !== undefined) {
    const plugins = resolve(options.setup, 'plugins');
    for (const name of existsSync(plugins) ? readdirSync(plugins).sort() : [])
      words.push('--plugin-dir', join(plugins, name));
    const servers = resolve(options.setup, 'mcp.json');
    if (existsSync(servers)) words.push('--mcp-config', servers, '--strict-mcp-config');
  }
  return words;
}
