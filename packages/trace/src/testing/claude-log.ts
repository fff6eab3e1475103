import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from './temporary-directory.js';

/** When the sessions of these tests begin, in ms since 1970. */
export const epoch = Date.parse('2026-11-20T09:00:00.000Z');
export const cwd = '/home/agent/w';
const iso = (at: number): string => new Date(epoch + at).toISOString();

type Fields = Record<string, unknown>;

/** Records of a transcript; `at` in ms since the session began. */
export const transcript = {
  record: (at: number, fields: Fields): Fields => ({
    sessionId: 's1',
    cwd,
    timestamp: iso(at),
    uuid: `u${at}`,
    ...fields,
  }),
  assistant: (at: number, id: string, block: Fields, more: Fields = {}): Fields =>
    transcript.record(at, { type: 'assistant', message: { id, role: 'assistant', content: [block], ...more } }),
  user: (at: number, text: string, more: Fields = {}): Fields =>
    transcript.record(at, { type: 'user', message: { role: 'user', content: text }, ...more }),
  result: (at: number, id: string, content: unknown, more: Fields = {}, isError = false): Fields =>
    transcript.record(at, {
      type: 'user',
      message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content, is_error: isError }] },
      ...more,
    }),
};

/** The same record as stream-json output has it. */
export const asOutput = ({
  sessionId,
  toolUseResult,
  compactMetadata: _,
  isSidechain: __,
  cwd: ___,
  ...record
}: Fields): Fields => ({
  ...record,
  session_id: sessionId,
  parent_tool_use_id: null,
  ...(toolUseResult === undefined ? {} : { tool_use_result: toolUseResult }),
});

export const toolUse = (id: string, name: string, input: unknown): Fields => ({ type: 'tool_use', id, name, input });
export const say = (text: string): Fields => ({ type: 'text', text });

export const hook = (at: number, event: string, fields: Fields): Fields => ({
  at: epoch + at,
  hook: { session_id: 's1', cwd, hook_event_name: event, ...fields },
});

/** Writes logs into a fresh directory: each record a line, texts as they are. Gives the directory. */
export const writeLogs = async (logs: Record<string, readonly (Fields | string)[]>): Promise<string> => {
  const directory = await temporaryDirectory();
  for (const [name, records] of Object.entries(logs)) {
    const path = join(directory, name);
    await mkdir(dirname(path), { recursive: true });
    const lines = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)));
    await writeFile(path, `${lines.join('\n')}\n`);
  }
  return directory;
};
