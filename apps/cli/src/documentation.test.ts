import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { main } from './main.js';

const page = new URL('../../../docs/cli.md', import.meta.url);
const block = /```text obey (.*)\n/;

async function help(argv: readonly string[]): Promise<string> {
  let text = '';
  const output = {
    isTerminal: false,
    columns: 80,
    write: async (piece: string) => {
      text += piece;
    },
  };
  const signal = new AbortController().signal;
  const context = {
    stdout: output,
    stderr: output,
    signal,
    environment: {},
    directory: tmpdir(),
    now: () => new Date(0),
  };
  expect(await main(argv, context), text).toBe(0);
  return text;
}

/** With OBEY_UPDATE_DOCS=1 it writes the page anew. */
it('prints the help that docs/cli.md shows', async () => {
  const written = await readFile(page, 'utf8');
  const pieces = written.split(block);
  expect(pieces.length).toBeGreaterThan(2 * 10);
  // Odd pieces are the commands; each is followed by the old help and what comes after it.
  const fresh = await Promise.all(
    pieces.map(async (piece, index) => {
      if (index % 2 === 1) return `\`\`\`text obey ${piece}\n${await help(piece.split(' '))}`;
      return index === 0 ? piece : piece.slice(piece.indexOf('```'));
    }),
  ).then((parts) => parts.join(''));
  if (process.env.OBEY_UPDATE_DOCS === '1') await writeFile(page, fresh);
  else expect(written).toBe(fresh);
});
