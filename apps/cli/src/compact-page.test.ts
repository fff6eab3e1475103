import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from './testing/run-command.js';

const full = process.env.OBEY_FULL === '1';
const update = process.env.OBEY_UPDATE_DOCS === '1';
const shown = /^(```sh\nnpx obey (compact .*)\n```\n\n```text\n)([\s\S]*?)^```$/gm;

/** What takes more than a moment. */
const isLong = (command: string): boolean => command === 'compact weaknesses';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-compact-page-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** With OBEY_UPDATE_DOCS=1 the pages are written anew; `compact weaknesses` needs OBEY_FULL=1 or that. */
it.each(['docs/compact.md', 'README.md'])('%s shows what its commands print', async (path) => {
  const page = new URL(`../../../${path}`, import.meta.url);
  const written = await readFile(page, 'utf8');
  const blocks = [...written.matchAll(shown)];
  expect(blocks.length).toBeGreaterThan(0);
  let fresh = written;
  for (const [whole, head = '', command = '', output = ''] of blocks) {
    if (isLong(command) && !full && !update) continue;
    const { code, stdout, stderr } = await runCommand(directory, ...command.split(' '));
    // A run need not qualify to be shown; why it does not is what the command is for.
    if (!command.startsWith('compact qualify')) expect(code, stderr).toBe(0);
    const printed = `${stdout.trimEnd()}\n`.replaceAll(`${directory}${sep}`, '');
    if (update) fresh = fresh.replace(whole, () => `${head}${printed}\`\`\``);
    else expect(printed, command).toBe(output);
  }
  if (update) await writeFile(page, fresh);
});
