import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createRandom } from '../../random.js';
import { generateNovel } from './generate-novel.js';

const full = process.env.OBEY_FULL === '1';
const jars = process.env.OBEY_LANGUAGETOOL ?? path.join(homedir(), '.cache', 'obey', 'languagetool-6.6');
const program = fileURLToPath(new URL('../../../../../scripts/french-grammar/CheckFrench.java', import.meta.url));

/** What is no mistake of grammar here. */
const ignored = [
  // Invented names of people and places are in no dictionary.
  'FR_SPELLING_RULE',
  // Style: a word that stood in a sentence shortly before.
  'FR_REPEATEDWORDS',
  // Style: `où` for `dans lequel` is said to be less formal.
  'OU_LEQUEL',
  // Taste: whether a comma may stand before `et` where the subject changes.
  'PAS_DE_VIRGULE',
];

it('is free of mistakes of grammar, as LanguageTool sees it, on 20 seeds', async (ctx) => {
  if (!full) ctx.skip('takes minutes: run with OBEY_FULL=1');
  if (!existsSync(jars)) ctx.skip('LanguageTool is not installed: node scripts/install-languagetool.mjs');
  const run = promisify(execFile);
  const java = await run('java', ['-version']).catch(() => undefined);
  if (java === undefined) ctx.skip('there is no Java');
  const folder = await mkdtemp(path.join(tmpdir(), 'obey-grammar-'));
  try {
    const files: string[] = [];
    for (let seed = 0; seed < 20; seed += 1) {
      // Books of different lengths, so that every kind of chapter is read.
      const { chapters } = generateNovel(createRandom(seed, 'novel'), { chapters: 5 + (seed % 7), words: [500, 900] });
      const file = path.join(folder, `${seed}.txt`);
      await writeFile(file, chapters.map(({ paragraphs }) => paragraphs.join('\n\n')).join('\n\n'));
      files.push(file);
    }
    const { stdout } = await run(
      'java',
      ['-Xmx1g', '-cp', path.join(jars, '*'), program, ignored.join(','), ...files],
      { maxBuffer: 1 << 26 },
    );
    expect(stdout.split('\n').filter(Boolean)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 1_800_000);
