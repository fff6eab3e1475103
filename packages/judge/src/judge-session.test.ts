import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseProcessYaml } from '@obey/process';
import { readSession } from '@obey/trace';
import { describe, expect, it } from 'vitest';
import { judgePaths } from './judge-paths.js';
import { judgeEvents } from './judge-session.js';
import { formatScorecard } from './scorecard/build-scorecard.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/claude-code-full/', import.meta.url));
const capture = path.resolve(root, '../shared/captures/claude-code/full');
const absent = !existsSync(capture);

describe('judging a session that nothing here recorded', () => {
  it.skipIf(absent)('gives the hand-checked scorecard of a captured session (needs ../shared)', async () => {
    const scorecard = await judgePaths([capture], { process: path.join(fixture, 'process.yaml') });
    const file = path.join(fixture, 'scorecard.json');
    if (process.env.OBEY_UPDATE === '1') await writeFile(file, formatScorecard(scorecard));
    expect(formatScorecard(scorecard)).toBe(await readFile(file, 'utf8'));
    expect(scorecard).toMatchObject({ strict: null, seed: null, level: null });
  });

  it.skipIf(absent)('gives the same for its files in any order (needs ../shared)', async () => {
    const names = ['hooks.jsonl', 'transcript.jsonl', 'stdout.jsonl', 'subagents'];
    const options = { process: path.join(fixture, 'process.yaml') };
    const given = (order: readonly string[]) =>
      judgePaths(
        order.map((name) => path.join(capture, name)),
        options,
      );
    expect(formatScorecard(await given(names))).toBe(formatScorecard(await given([...names].reverse())));
  });

  it.skipIf(absent)('never gives 90, however obedient the session was (needs ../shared)', async () => {
    const { events } = await readSession('claude-code', [capture]);
    const obeyed = parseProcessYaml('process:\n  - { step: write, done: { wrote: out.txt } }\n', {
      facts: {},
      parameters: [],
    });
    const scorecard = await judgeEvents({ harness: 'claude-code', process: obeyed, events });
    expect(scorecard).toMatchObject({ obedience: 1, strict: null, score: 89.99 });
  });

  it('asks for a process where there is no trial', async () => {
    await expect(judgePaths([fixture])).rejects.toMatchObject({ code: 'usage' });
  });

  it('says which process cannot be read', async () => {
    await expect(judgePaths([fixture], { process: 'nowhere.yaml' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
