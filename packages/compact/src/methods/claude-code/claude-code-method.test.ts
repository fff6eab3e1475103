import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ObeyError } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { ScriptedProvider } from '../../providers/mock/scripted-provider.js';
import { resolveMethod } from '../resolve-method.js';
import { conversation } from '../testing/conversations.js';
import { readCompaction } from './read-compaction.js';
import { projectName, sessionLines } from './session-lines.js';

const cache = process.env.OBEY_HARNESS_CACHE ?? join(homedir(), '.cache', 'obey', 'harness');
const binary = join(cache, 'claude-code-2.1.328', 'node_modules', '.bin', 'claude');

/** A model on loopback that streams one answer to whatever it is asked. */
async function startModel(answer: string) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (request.method !== 'POST' || !request.url?.startsWith('/v1/messages')) return void response.end();
    asked.push(body);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const event = (type: string, fields: object) =>
      response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`);
    const usage = { input_tokens: 100, output_tokens: 1 };
    event('message_start', {
      message: { id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [], usage },
    });
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
    event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: answer } });
    event('content_block_stop', { index: 0 });
    event('message_delta', { delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 20 } });
    event('message_stop', {});
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    asked,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

describe.skipIf(!existsSync(binary))(
  'claude-code (skipped where Claude Code 2.1.328 is not in the harness cache)',
  () => {
    it('compacts a conversation with the real program, and keeps what it kept', async () => {
      await using model = await startModel(
        '<analysis>hm</analysis>\n<summary>\nStore in PostgreSQL.\n\nNo Fridays.\n</summary>',
      );
      const method = await resolveMethod('built-in:claude-code', {
        profile: 'obey-1',
        folder: '.',
        environment: {
          PATH: process.env.PATH,
          COMPACTBENCH_CLAUDE_CODE: binary,
          COMPACTBENCH_CLAUDE_CODE_MODEL: 'claude-fable-5',
          ANTHROPIC_BASE_URL: model.url,
          ANTHROPIC_API_KEY: 'sk-ant-fake-0123456789',
        },
      });
      expect(method).toMatchObject({ name: 'claude-code', version: '2.1.328', control: false });
      const source = conversation([
        'We store in MySQL.',
        'Noted.',
        'Change: store in PostgreSQL.',
        'Understood: PostgreSQL.',
      ]);
      const used: unknown[] = [];
      const compactor = method.create({ provider: new ScriptedProvider(), model: 'x' });
      const artifact = await compactor.compact(source, { countUsage: (usage) => used.push(usage) });
      expect(used).toEqual([{ prompt_tokens: 100, completion_tokens: 20, cached_prompt_tokens: 0, call_count: 1 }]);
      expect(model.asked).toHaveLength(1);
      for (const { content } of source.turns) expect(model.asked[0]).toContain(content);
      expect(artifact.summaryText).toBe('Store in PostgreSQL.\n\nNo Fridays.\n\nassistant: Understood: PostgreSQL.');
      expect(artifact.methodMetadata).toEqual({
        method: 'claude-code',
        version: '2.1.328',
        model: 'claude-fable-5',
        models: ['claude-fable-5'],
        kept_turns: 1,
        prompt_tokens: 100,
        completion_tokens: 20,
      });
    });

    it('says in one line that it could not, and asks nothing about no conversation', async () => {
      const method = await resolveMethod('built-in:claude-code', {
        profile: 'obey-1',
        folder: '.',
        environment: { PATH: process.env.PATH, COMPACTBENCH_CLAUDE_CODE: binary },
      });
      const compactor = method.create({ provider: new ScriptedProvider(), model: 'x' });
      const error = await compactor.compact(conversation(['a', 'b']), {}).catch((thrown: unknown) => thrown);
      expect(ObeyError.isInstance(error) && error.code).toBe('harness-failed');
      const empty = await compactor.compact(conversation([' ']), {});
      expect(empty.summaryText).toBe('');
    });
  },
);

describe('claude-code', () => {
  it('is refused in one line where it is not installed', async () => {
    const environment = { PATH: '/nowhere' };
    const error = await resolveMethod('built-in:claude-code', { profile: 'obey-1', folder: '.', environment }).catch(
      (thrown: unknown) => thrown,
    );
    expect(ObeyError.isInstance(error) && error.line).toBe(
      'there is no Claude Code at `claude`; install Claude Code, or name its program in COMPACTBENCH_CLAUDE_CODE',
    );
  });

  it('has a session of linked records, users and assistants alone', () => {
    const turns = [...conversation(['a', 'b']).turns, { id: 2, role: 'system' as const, content: 'c', tags: [] }];
    const records = sessionLines(turns, { folder: '/w', model: 'm', version: '1' })
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ type }) => type)).toEqual(['user', 'assistant', 'user']);
    expect(records.slice(1).map(({ parentUuid }) => parentUuid)).toEqual(records.slice(0, 2).map(({ uuid }) => uuid));
    expect(records[2].message.content).toBe('[system] c');
    expect(projectName('/tmp/a.b/c_d')).toBe('-tmp-a-b-c-d');
  });

  it('reads a summary out of what is said around it, and passes over what it does not know', () => {
    const content =
      'This session is being continued.\nSummary:\nKept: A.\n\nB.\n\nIf you need specific details from before compaction, read /x';
    const lines = [
      'not json',
      '{"type":"mystery"}',
      '{"type":"user","message":{"content":"before"}}',
      '{"type":"system","subtype":"compact_boundary","compact_metadata":{"preserved_messages":{"uuids":["u"]}}}',
      JSON.stringify({ type: 'user', message: { content } }),
      '{"type":"result","result":"","modelUsage":{"a":{"inputTokens":3,"outputTokens":4,"cacheReadInputTokens":10,"cacheCreationInputTokens":20},"b":{"inputTokens":1,"outputTokens":1}}}',
    ];
    expect(readCompaction(lines.join('\n'))).toEqual({
      summary: 'Kept: A.\n\nB.',
      kept: ['u'],
      said: '',
      promptTokens: 34,
      cachedPromptTokens: 10,
      completionTokens: 5,
      models: ['a', 'b'],
    });
    expect(readCompaction('{"type":"result","is_error":true,"result":"Not logged in"}')).toMatchObject({
      said: 'Not logged in',
    });
  });
});
