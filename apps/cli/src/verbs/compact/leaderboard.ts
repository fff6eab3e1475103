import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RebuiltLeaderboard } from '@obey/compact';
import type { Command } from 'commander';
import { type CommandContext, printJson, printLines } from '../../command-context.js';
import { jsonOption } from '../../verb-options.js';
import { leaderboardLines } from './leaderboard-lines.js';
import { suitesFolder, withSuitesOption } from './suite-options.js';

interface LeaderboardOptions {
  readonly out?: string;
  readonly suites?: string;
  readonly json?: true;
}

/** `obey compact leaderboard <submissions>`: who compacts best. */
export function compactLeaderboardVerb(compact: Command, context: CommandContext): void {
  const verb = compact
    .command('leaderboard')
    .description('compute every submission anew and rank those that qualify')
    .argument('<folder>', 'the folder of submissions')
    .option('--out <file>', 'write the leaderboard to this file, such as docs/data/leaderboard.json')
    .addOption(jsonOption());
  withSuitesOption(verb).action((folder: string, options: LeaderboardOptions) => leaderboard(folder, options, context));
}

async function leaderboard(given: string, options: LeaderboardOptions, context: CommandContext): Promise<void> {
  const { rebuildLeaderboard } = await import('@obey/compact');
  const submissions = await submissionsFolder(resolve(context.directory, given));
  const rebuilt = await rebuildLeaderboard({ submissions, suites: await suitesFolder(options, context) });
  const out = options.out === undefined ? undefined : resolve(context.directory, options.out);
  if (out !== undefined) await writeLeaderboard(out, rebuilt, context);
  await warn(rebuilt, context);
  const { rows, leftOut, sameRun } = rebuilt;
  if (options.json) {
    return await printJson(context, { entries: rows, left_out: leftOut, same_run: sameRun, file: out ?? null });
  }
  await printLines(context, await leaderboardLines(rows, context));
  if (out !== undefined) await printLines(context, ['', `file  ${out}`]);
}

/** The folder itself, or the one of that name in it. @throws ObeyError `not-found` */
async function submissionsFolder(folder: string): Promise<string> {
  const isFolder = (path: string) =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
  const within = join(folder, 'submissions');
  if (await isFolder(within)) return within;
  if (await isFolder(folder)) return folder;
  const { ObeyError } = await import('@obey/schema');
  throw new ObeyError('not-found', 'there is no such folder', { at: { file: folder } });
}

async function warn({ leftOut, sameRun }: RebuiltLeaderboard, { stderr }: CommandContext): Promise<void> {
  const { escapeTerminal } = await import('@obey/report');
  const lines = [
    ...leftOut.map(({ submission, reason }) => `left out: ${escapeTerminal(`${submission}: ${reason}`, { max: 500 })}`),
    ...sameRun.map((several) => `the same run: ${escapeTerminal(several.join(', '), { max: 500 })}`),
  ];
  for (const line of lines) await stderr.write(`obey: ${line}\n`);
}

/** Writes the file whole, with the moment of the old one where its entries are the same. */
async function writeLeaderboard(path: string, { rows }: RebuiltLeaderboard, { now }: CommandContext): Promise<void> {
  const { leaderboardText } = await import('@obey/compact');
  const { ObeyError } = await import('@obey/schema');
  const previous = await readFile(path, 'utf8').catch(() => undefined);
  const moment = now()
    .toISOString()
    .replace('.000Z', 'Z')
    .replace(/(\.\d{3})Z$/, '$1000Z')
    .replace('Z', '+00:00');
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, leaderboardText(rows, moment, previous));
    await rename(`${path}.new`, path);
  } catch (cause) {
    throw new ObeyError('not-found', 'cannot write the leaderboard', { cause, at: { file: path } });
  }
}
