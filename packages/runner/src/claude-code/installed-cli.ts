import { ObeyError } from '@obey/schema';
import { execa } from 'execa';
import { findProgram } from '../harness/find-program.js';

export interface InstalledCli {
  readonly path: string;
  /** Such as `2.1.328`. */
  readonly version: string;
}

/** The user's own Claude Code: `binary`, else `claude` on PATH. @throws ObeyError `infrastructure` when it is not there or does not start */
export async function installedCli(binary: string | undefined, variables: NodeJS.ProcessEnv): Promise<InstalledCli> {
  const path = findProgram(binary ?? 'claude', variables);
  if (path === undefined) {
    throw new ObeyError('infrastructure', `harness-missing: there is no program \`${binary ?? 'claude'}\``, {
      hint: 'install Claude Code, or name its program',
    });
  }
  return { path, version: await (versions.get(path) ?? askVersion(path, variables)) };
}

/** By program: a bench asks once. */
const versions = new Map<string, Promise<string>>();

function askVersion(path: string, variables: NodeJS.ProcessEnv): Promise<string> {
  const version = versionOf(path, variables);
  versions.set(path, version);
  version.catch(() => versions.delete(path));
  return version;
}

async function versionOf(path: string, { PATH, HOME }: NodeJS.ProcessEnv): Promise<string> {
  const result = await execa(path, ['--version'], {
    env: { PATH, HOME, DISABLE_AUTOUPDATER: '1' },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    timeout: 30_000,
  });
  const version = /\d+\.\d+\.\d+\S*/.exec(result.stdout)?.[0];
  if (version === undefined) {
    throw new ObeyError('infrastructure', `harness-missing: \`${path} --version\` names no version`, { cause: result });
  }
  return version;
}
