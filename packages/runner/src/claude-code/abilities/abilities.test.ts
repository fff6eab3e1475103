import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import { readBashResult } from './bash-result.js';
import { fetchCommand } from './fetch-command.js';
import { readChunks } from './read-chunks.js';
import { shellQuote } from './shell-quote.js';

const run = promisify(execFile);

describe('shellQuote', () => {
  it('gives one word to a shell, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary-ascii' }), async (word) => {
        fc.pre(!word.includes('\0'));
        const { stdout } = await run('/bin/sh', ['-c', `printf %s ${shellQuote(word)}`]);
        expect(stdout).toBe(word);
      }),
      { numRuns: 60 },
    );
  });
});

describe('fetchCommand', () => {
  for (const curl of [true, false]) {
    it(`asks as it was told and keeps the body whole, with ${curl ? 'curl' : 'node'}`, async () => {
      const server = createServer(async (request, response) => {
        const body = await text(request);
        response.statusCode = request.url === '/none' ? 204 : 418;
        response.end(
          request.url === '/none'
            ? undefined
            : `\n\n${request.method} ${request.url} ${request.headers['x-a']} ${body}\r\n`,
        );
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
      const address = server.address();
      const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
      const file = join(await temporaryFolder(), 'a page');
      const tool = { curl, node: process.execPath };
      const command = fetchCommand(
        `${url}/x?a=[1]&b=it's`,
        { method: 'PUT', headers: { 'x-a': 'b $c' }, body: '{"d": `e`}' },
        file,
        tool,
      );
      const { stdout } = await run('/bin/sh', ['-c', command]);
      expect(stdout.split('\n')[0]).toBe('418');
      expect(await readFile(file, 'utf8')).toMatch(
        /^\n\nPUT \/x\?a=(\[1\]|%5B1%5D)&b=it('|%27)s b \$c \{"d": `e`\}\r\n$/,
      );
      expect(
        (await run('/bin/sh', ['-c', fetchCommand(`${url}/none`, {}, join(file, '..', 'none'), tool)])).stdout.trim(),
      ).toBe('204');
      server.closeAllConnections();
      server.close();
    });
  }
});

describe('readBashResult', () => {
  it('reads an outcome back', async () => {
    expect(readBashResult({ text: 'out', failed: false })).toEqual({ exit: 0, stdout: 'out', stderr: '' });
    expect(readBashResult({ text: '(Bash completed with no output)', failed: false })?.stdout).toBe('');
    expect(readBashResult({ text: 'Exit code 3\nout\nerr', failed: true })).toEqual({
      exit: 3,
      stdout: 'out\nerr',
      stderr: '',
    });
    expect(readBashResult({ text: '<tool_use_error>no</tool_use_error>', failed: true })).toBeNull();
    const file = join(await temporaryFolder(), 'output.txt');
    await writeFile(file, 'all of it');
    const long = `<persisted-output>\nOutput too large (97KB). Full output saved to: ${file}\n\nPreview`;
    expect(readBashResult({ text: long, failed: false })?.stdout).toBe('all of it');
  });
});

describe('readChunks', () => {
  it('covers every line once, each piece within its size unless it is one line', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), fc.integer({ min: 1, max: 60 }), (parts, size) => {
        const lines = parts.join('\n').split('\n');
        let next = 1;
        for (const { offset, limit } of readChunks(lines.join('\n'), size)) {
          expect(offset).toBe(next);
          expect(limit).toBeGreaterThan(0);
          const piece = lines.slice(offset - 1, offset - 1 + limit).join('\n');
          expect(limit === 1 || piece.length + 1 <= size).toBe(true);
          next += limit;
        }
        expect(next).toBe(lines.length + 1);
      }),
    );
  });
});
