import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { execa } from 'execa';
import type { Turn } from '../../model/transcript.js';
import { redact } from '../../providers/redact.js';
import type { Environment } from '../../providers/settings/environment.js';
import { type ReadCompaction, readCompaction } from './read-compaction.js';
import { projectName, sessionId, sessionLines } from './session-lines.js';

/** The user's Claude Code. */
export interface ClaudeProgram {
  readonly path: string;
  /** Such as `2.1.328`. */
  readonly version: string;
  /** What it may know of the environment: where programs are, and how to reach its model. */
  readonly variables: Environment;
}

const passed = [
  'PATH',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_BASE_URL',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
];
const quiet = { CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', DISABLE_AUTOUPDATER: '1' };
const hint = 'install Claude Code, or name its program in COMPACTBENCH_CLAUDE_CODE';

/**
 * The program that COMPACTBENCH_CLAUDE_CODE names, else `claude`.
 *
 * @throws ObeyError `not-found` when it is not there or names no version
 */
export async function findClaude(environment: Environment): Promise<ClaudeProgram> {
  const path = environment.COMPACTBENCH_CLAUDE_CODE?.trim() || 'claude';
  const variables = Object.fromEntries(passed.map((name) => [name, environment[name]]));
  const result = await execa(path, ['--version'], {
    ...contained({ ...variables, ...quiet }),
    reject: false,
    stdin: 'ignore',
    timeout: 60_000,
  });
  const version = /\d+\.\d+\.\d+\S*/.exec(String(result.stdout ?? ''))?.[0];
  if (version === undefined) throw new ObeyError('not-found', `there is no Claude Code at \`${path}\``, { hint });
  return { path, version, variables };
}

export interface ClaudeRun {
  readonly model: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Puts a conversation into a session of Claude Code, in a home of its own that is removed afterwards, and has it compact that session.
 *
 * @throws ObeyError `harness-failed` with what it says when it does not, `interrupted` when the signal aborts
 */
export async function compactWithClaude(
  { path, version, variables }: ClaudeProgram,
  turns: readonly Turn[],
  { model, timeoutMs, signal }: ClaudeRun,
): Promise<ReadCompaction> {
  const place = await realpath(await mkdtemp(join(tmpdir(), 'obey-claude-')));
  try {
    const [home, folder] = [join(place, 'home'), join(place, 'work')];
    const logs = join(home, '.claude', 'projects', projectName(folder));
    await mkdir(folder, { recursive: true });
    await mkdir(logs, { recursive: true });
    await writeFile(join(logs, `${sessionId}.jsonl`), sessionLines(turns, { folder, model, version }));
    const result = await execa(path, argumentsOf(model), {
      ...contained({ ...variables, ...quiet, HOME: home }),
      cwd: folder,
      stdin: 'ignore',
      reject: false,
      timeout: timeoutMs,
      forceKillAfterDelay: 5_000,
      maxBuffer: 64_000_000,
      ...(signal === undefined ? {} : { cancelSignal: signal }),
    });
    if (signal?.aborted === true)
      throw new ObeyError('interrupted', 'Claude Code was called off', { cause: signal.reason });
    const read = readCompaction(String(result.stdout ?? ''));
    if (read.summary !== undefined) return read;
    const said = result.timedOut
      ? `no summary within ${timeoutMs} ms`
      : read.said || firstLine(result.stderr) || `exit ${result.exitCode}`;
    throw new ObeyError('harness-failed', `Claude Code did not compact: ${clean(said, variables)}`, {
      hint: 'see whether ANTHROPIC_API_KEY or CLAUDE_CODE_OAUTH_TOKEN is set',
    });
  } finally {
    await rm(place, { recursive: true, force: true, maxRetries: 3 });
  }
}

function argumentsOf(model: string): string[] {
  return [
    ...['-p', '/compact'],
    ...['--resume', sessionId],
    ...['--output-format', 'stream-json', '--verbose'],
    ...['--permission-mode', 'dontAsk'],
    ...['--model', model],
  ];
}

const contained = (env: Environment) => ({ env, extendEnv: false }) as const;

const firstLine = (stderr: unknown): string =>
  String(stderr ?? '')
    .trim()
    .split('\n')[0] ?? '';

/** A message without the credentials that the program was given. */
function clean(message: string, variables: Environment): string {
  return ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_OAUTH_TOKEN'].reduce(
    (text, name) => redact(text, variables[name]),
    message,
  );
}
