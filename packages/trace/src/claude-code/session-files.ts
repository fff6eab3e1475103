import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { ObeyError } from '@obey/schema';
import { type AgentMeta, agentMetaSchema, hookRecordSchema, recordSchema } from './record-schemas.js';

export interface SessionFile {
  readonly path: string;
  /** Shown in `raw` of events: relative to the directory that was named. */
  readonly name: string;
  readonly role: 'transcript' | 'stdout' | 'hooks';
  /** Of a subagent's transcript. */
  readonly agent?: { readonly id: string; readonly meta: AgentMeta };
}

const sniffedBytes = 1 << 18;
const maxDepth = 8;
const agentFile = /^agent-(.+)\.jsonl$/;

const roleOf = (value: unknown): { role: SessionFile['role']; session: string | undefined } | undefined => {
  const hook = hookRecordSchema.safeParse(value);
  if (hook.success) return { role: 'hooks', session: hook.data.hook.session_id };
  const record = recordSchema.safeParse(value);
  if (!record.success) return undefined;
  if (record.data.sessionId !== undefined) return { role: 'transcript', session: record.data.sessionId };
  if (record.data.session_id !== undefined) return { role: 'stdout', session: record.data.session_id };
  return undefined;
};

/** Tells by its first readable lines what a file is. */
const sniff = async (path: string): Promise<ReturnType<typeof roleOf>> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    for (const line of buffer.toString('utf8', 0, bytesRead).split('\n')) {
      const role = roleOf(parsed(line));
      if (role !== undefined) return role;
    }
    return undefined;
  } finally {
    await file.close();
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const metaOf = async (path: string): Promise<AgentMeta> => {
  const text = await readFile(path.replace(/\.jsonl$/, '.meta.json'), 'utf8').catch(() => '');
  const meta = agentMetaSchema.safeParse(parsed(text));
  return meta.success ? meta.data : {};
};

/** Every JSON lines file below a directory, links left alone. */
const listBelow = async (directory: string, depth = 0): Promise<string[]> => {
  if (depth > maxDepth) return [];
  const entries = await readdir(directory, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return listBelow(path, depth + 1);
      return entry.isFile() && entry.name.endsWith('.jsonl') ? [path] : [];
    }),
  );
  return nested.flat().sort();
};

interface Listed {
  readonly path: string;
  readonly name: string;
  /** Given by its own name, so read whatever it is. */
  readonly named: boolean;
  /** Beside a named file, where older releases put the subagents of all sessions. */
  readonly beside: boolean;
}

const listNamed = async (path: string): Promise<Listed[]> => {
  const stats = await stat(path).catch((cause: unknown) => {
    throw new ObeyError('not-found', 'there is no such file or directory', { cause, at: { file: path } });
  });
  const base = stats.isDirectory() ? path : dirname(path);
  const listed = (file: string, more: Partial<Listed> = {}): Listed => ({
    path: file,
    name: relative(base, file).replaceAll('\\', '/'),
    named: false,
    beside: false,
    ...more,
  });
  if (stats.isDirectory()) return (await listBelow(path)).map((file) => listed(file));
  const below = await listBelow(join(path.replace(/\.jsonl$/, ''), 'subagents')).catch(() => []);
  const beside = (await readdir(base)).filter((name) => agentFile.test(name)).map((name) => join(base, name));
  return [
    listed(path, { named: true }),
    ...below.map((file) => listed(file)),
    ...beside.filter((file) => file !== path).map((file) => listed(file, { beside: true })),
  ];
};

/**
 * The logs of one session among files and directories: transcripts, those of subagents, stream-json output and hook
 * records, told by their content. Files of other kinds are left out, unless they are named themselves. Throws `not-found` where a path does not exist or
 * nothing of the kind is there, and `usage` where there are several sessions to choose from.
 */
export const findSessionFiles = async (paths: readonly string[]): Promise<SessionFile[]> => {
  const found: SessionFile[] = [];
  const sessions = new Map<string, string>();
  const seen = new Set<string>();
  for (const { path, name, named, beside } of (await Promise.all(paths.map(listNamed))).flat()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const agent = agentFile.exec(basename(path))?.[1];
    const sniffed = await sniff(path);
    if (beside && !sessions.has(sniffed?.session ?? '')) continue;
    if (agent !== undefined && sniffed?.role === 'transcript') {
      found.push({ path, name, role: 'transcript', agent: { id: agent, meta: await metaOf(path) } });
    } else if (sniffed !== undefined || named) {
      const role = sniffed?.role ?? 'transcript';
      found.push({ path, name, role });
      if (role === 'transcript' && sniffed?.session !== undefined) sessions.set(sniffed.session, path);
    }
  }
  if (found.length === 0) {
    throw new ObeyError('not-found', 'no log of Claude Code was found', {
      at: { file: paths.join(', ') },
      hint: 'name a transcript (<session>.jsonl), stream-json output, or a directory that holds them',
    });
  }
  if (sessions.size > 1) {
    throw new ObeyError('usage', `found ${sessions.size} sessions where one was expected`, {
      at: { file: paths.join(', ') },
      hint: `name one of them, such as ${[...sessions.values()].at(-1)}`,
    });
  }
  return found;
};
