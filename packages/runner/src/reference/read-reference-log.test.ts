import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { readReferenceLog } from './read-reference-log.js';

const records = [
  { at: 1000, type: 'session', format: 'obey-reference/1', pid: 1 },
  { at: 1001, type: 'call', id: 'call-1', actor: 'main', batch: 'turn-1', name: 'read', input: { path: 'a.txt' } },
  { at: 1002.5, type: 'result', id: 'call-1', failed: false, output: 'text' },
  {
    at: 1003,
    type: 'call',
    id: 'call-2',
    actor: 'main',
    batch: 'turn-2',
    name: 'delegate',
    input: { label: 'x', agent: 'agent-1' },
  },
  {
    at: 1004,
    type: 'call',
    id: 'call-3',
    actor: 'agent-1',
    parent: 'call-2',
    batch: 'turn-3',
    name: 'run',
    input: { command: 'false' },
  },
  { at: 1005, type: 'result', id: 'call-3', failed: false, exit: 1, output: '' },
  { at: 1006, type: 'result', id: 'call-2', failed: false, agent: 'agent-1' },
  { at: 1007, type: 'message', actor: 'main', text: 'Done é.' },
  { at: 1008, type: 'end', records: 9, exit: 0 },
].map((record) => JSON.stringify(record));

async function read(text: string, cut = false) {
  const path = join(await temporaryFolder(), 'session.jsonl');
  await writeFile(path, text);
  return { path, ...(await readReferenceLog(path, { file: 'session.jsonl', epochMs: 1000, cut })) };
}

describe('readReferenceLog', () => {
  it('gives calls, agents and messages, each with its bytes', async () => {
    const { events, damage, path } = await read(`${records.join('\n')}\n`);
    expect(damage).toBeUndefined();
    expect(events).toMatchObject([
      { kind: 'tool', what: 'read', reads: ['a.txt'], start: 1, end: 2.5, batch: 'turn-1', actor: 'main' },
      { kind: 'tool', what: 'shell', failed: true, exit: 1, actor: 'agent-1', parent: 'call-2' },
      { kind: 'tool', what: 'delegate', start: 3, end: 6 },
      { kind: 'agent', id: 'agent-1', actor: 'agent-1', parent: 'call-2', start: 3, end: 6, prompt: 'x' },
      { kind: 'message', text: 'Done é.', start: 7 },
    ]);
    const bytes = await readFile(path);
    for (const { raw } of events) expect(() => JSON.parse(bytes.subarray(raw?.from, raw?.to).toString())).not.toThrow();
  });

  it('notices every line that is missing, and every cut that is not the end of the session', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: records.length - 1 }), async (index) => {
        expect((await read(`${records.toSpliced(index, 1).join('\n')}\n`)).damage).toBeDefined();
      }),
      { numRuns: 20 },
    );
    const whole = `${records.join('\n')}\n`;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 2 }), async (length) => {
        expect((await read(whole.slice(0, length))).damage).toBeDefined();
        expect((await read(whole.slice(0, length), true)).damage).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it('ends a call that never came back where the log ends', async () => {
    const { events } = await read(`${records.slice(0, 5).join('\n')}\n`, true);
    expect(events.filter(({ kind }) => kind === 'tool').map(({ end }) => end)).toEqual([2.5, 4, 4]);
    expect(events.filter(({ kind }) => kind === 'agent')).toHaveLength(1);
  });
});
