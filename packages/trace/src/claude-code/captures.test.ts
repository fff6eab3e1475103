import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSession } from '../read-session.js';
import { writeLogs } from '../testing/claude-log.js';

const captures = resolve(import.meta.dirname, '../../../../../shared/captures/claude-code');
const full = process.env.OBEY_FULL === '1';

describe.skipIf(!existsSync(captures))('captured sessions (needs ../shared/captures)', { timeout: 300_000 }, () => {
  it('reads the full session from all its logs', async () => {
    const { events, skipped, content } = await readSession('claude-code', [join(captures, 'full')]);
    expect(skipped).toEqual({});
    const tools = events.flatMap((event) => (event.kind === 'tool' ? [event] : []));
    expect(tools).toHaveLength(17);
    const count = (what: string): number => tools.filter((tool) => tool.what === what).length;
    expect(['shell', 'read', 'delegate', 'mcp', 'write', 'edit', 'other'].map(count)).toEqual([7, 2, 3, 2, 1, 1, 1]);
    const call = (id: string) => tools.find((tool) => tool.id === `toolu_fake${id}`);
    // Two read-only commands of one turn really overlapped.
    const [a, b] = [call('0001'), call('0002')];
    expect(a?.batch).toBe(b?.batch);
    expect((b?.start ?? 0) < (a?.end ?? 0) && (a?.start ?? 0) < (b?.end ?? 0)).toBe(true);
    expect(call('0026')).toMatchObject({ failed: true, exit: 3 });
    expect(call('0006')).toMatchObject({ failed: true });
    expect(content(call('0027')?.content ?? '')).toBe('hello\n');
    expect(content(call('0029')?.content ?? '')).toBe('bye\n');
    const agents = events.flatMap((event) => (event.kind === 'agent' ? [event] : []));
    expect(agents.map(({ prompt, parent }) => [prompt, parent])).toEqual([
      ['SUBLANE2 please', 'toolu_fake0009'],
      ['SUBLANE1 please', 'toolu_fake0008'],
      ['SUBLANE3 please', 'toolu_fake0017'],
    ]);
    const usage = events.flatMap((event) => (event.kind === 'usage' ? [event] : []));
    expect(usage.reduce((sum, { input }) => sum + input, 0)).toBe(1600);
    expect(usage.reduce((sum, { output }) => sum + output, 0)).toBe(320);
    expect(usage.reduce((sum, { cost = 0 }) => sum + cost, 0)).toBeCloseTo(0.032, 10);
    expect(events.flatMap((event) => (event.kind === 'message' ? [event.text] : [])).at(-1)).toBe(
      'Final after notification.',
    );
    expect(events.map(({ end }) => end)).toEqual(events.map(({ end }) => end).toSorted((x, y) => x - y));
  });

  it('sees the same calls in whatever logs are left', async () => {
    const ids = async (...logs: string[]) => {
      const { events } = await readSession(
        'claude-code',
        logs.map((log) => join(captures, 'full', log)),
      );
      return events.flatMap((event) => (event.kind === 'tool' ? [event.id] : [])).toSorted();
    };
    const all = await ids('transcript.jsonl', 'subagents', 'stdout.jsonl', 'hooks.jsonl');
    expect(all).toHaveLength(17);
    expect(await ids('transcript.jsonl', 'subagents')).toEqual(all);
    expect(await ids('stdout.jsonl')).toEqual(all);
    expect(await ids('hooks.jsonl')).toEqual(all);
    expect(await ids('transcript.jsonl')).toHaveLength(14);
  });

  it('reads the other sessions: denied, cut by turns, refused by the API', async () => {
    const read = async (name: string) => (await readSession('claude-code', [join(captures, name)])).events;
    const tools = async (name: string) => (await read(name)).flatMap((event) => (event.kind === 'tool' ? [event] : []));
    expect((await tools('denied')).map(({ denied, writes }) => [denied, writes])).toEqual([
      [true, undefined],
      [true, undefined],
      [true, undefined],
    ]);
    expect((await tools('maxturns')).map(({ writes }) => writes)).toEqual([
      ['a.start', 'a.end'],
      ['b.start', 'b.end'],
      ['out.txt'],
    ]);
    expect(await tools('basic')).toHaveLength(3);
    expect((await read('api-error')).map((event) => (event.kind === 'message' ? event.text : ''))).toContain(
      'API Error: 400 scripted',
    );
  });

  it('never fails on damaged logs, and never finds a call in them that the whole logs do not have', async () => {
    const folder = join(captures, 'full');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.jsonl') && !name.startsWith('requests'),
    );
    const whole = Object.fromEntries(
      names.map((name) => [name, readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')]),
    );
    const idsOf = async (logs: Record<string, string[]>): Promise<Set<string>> => {
      const { events } = await readSession('claude-code', [await writeLogs(logs)]);
      return new Set(events.flatMap((event) => (event.kind === 'tool' && event.failed !== true ? [event.id] : [])));
    };
    const known = await idsOf(whole);
    const damage = fc.record({
      file: fc.constantFrom(...names),
      how: fc.constantFrom('truncate', 'drop', 'garble', 'double'),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 12 }), async (changes) => {
        const logs = structuredClone(whole);
        for (const { file, how, at } of changes) {
          const lines = logs[file] ?? [];
          const index = Math.floor(at * lines.length);
          const line = lines[index] ?? '';
          if (how === 'truncate') lines.splice(index + 1, lines.length, line.slice(0, Math.floor(line.length * at)));
          else if (how === 'drop') lines.splice(index, 1);
          else if (how === 'double') lines.splice(index, 0, line);
          else lines[index] = line.replace(/"(?:timestamp|content|id|type|message)":/, '"other":');
        }
        for (const id of await idsOf(logs)) expect(known).toContain(id);
      }),
      { numRuns: full ? 500 : 25 },
    );
  });
});
