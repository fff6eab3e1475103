import { jsonText, readJson, unifiedDiff } from '@obey/prepare';
import type { Abilities, Handler, Handlers } from '@obey/process';
import { rewrite } from './rewrite.js';

interface Score {
  readonly readingEase: number;
}

const idOf = (item: Readonly<Record<string, unknown>>, name: string): string => (item[name] as { id: string }).id;
const readText = (abilities: Abilities, path: string): Promise<string | undefined> =>
  abilities.read(path).catch(() => undefined);

/** The ids of the headings that a page lists. */
const listedOn = (page: string): string[] =>
  [...page.matchAll(/^- \[.*\]\(\/sections\/([a-z0-9-]+)\)$/gm)].map(([, id = '']) => id);

/** The sections without further headings below a section, in order, with their pages. */
async function leavesBelow(abilities: Abilities, id: string): Promise<{ id: string; page: string }[]> {
  const page = await readText(abilities, `work/sections/${id}.md`);
  if (page === undefined) return [];
  const below = listedOn(page);
  if (below.length === 0) return [{ id, page }];
  const leaves: { id: string; page: string }[] = [];
  for (const part of below) leaves.push(...(await leavesBelow(abilities, part)));
  return leaves;
}

/** The sections without further headings that were rewritten, as they were and as they are. */
async function rewrittenLeaves(abilities: Abilities): Promise<{ id: string; before: string; after: string }[]> {
  const found: { id: string; before: string; after: string }[] = [];
  for (const { id, page } of await leavesBelow(abilities, 'manual')) {
    if ((await readJson<Score>(abilities, `work/rescores/${id}.json`)) === undefined) continue;
    const after = await readText(abilities, `work/rewritten/${id}.md`);
    if (after !== undefined) found.push({ id, before: page, after });
  }
  return found;
}

/** Sends a text to the desk and writes down what it says. */
const scoring =
  (kind: 'originals' | 'rewrites', source: string, target: string): Handler =>
  async ({ item, abilities, services }) => {
    const id = idOf(item, 'leaf');
    const text =
      (await readText(abilities, `${source}/${id}.md`)) ?? (await readText(abilities, `work/sections/${id}.md`));
    if (text === undefined) return;
    const answer = await abilities.fetch(`${services.desk}/${kind}/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'text/markdown' },
      body: text,
    });
    if (answer.status >= 400) return;
    const { readingEase, receipt }: Score & { receipt: string } = JSON.parse(answer.body);
    await abilities.write(`${target}/${id}.json`, jsonText({ section: id, readingEase, receipt }));
  };

export const solve: Handlers = {
  async split({ item, abilities, services }) {
    const id = idOf(item, 'section');
    const { status, body } = await abilities.fetch(`${services.manual}/sections/${id}`);
    if (status < 400) await abilities.write(`work/sections/${id}.md`, body);
  },

  score: scoring('originals', 'work/sections', 'work/scores'),

  async rewrite({ item, abilities, parameters }) {
    const id = idOf(item, 'leaf');
    const text = await readText(abilities, `work/sections/${id}.md`);
    if (text === undefined) return;
    const aim = [Number(parameters.aimLow), Number(parameters.aimHigh)] as const;
    await abilities.write(`work/rewritten/${id}.md`, rewrite(text, aim));
  },

  rescore: scoring('rewrites', 'work/rewritten', 'work/rescores'),

  async flag({ item, abilities, values, parameters }) {
    const id = idOf(item, 'leaf');
    const score = (values.rescore as Score | undefined)?.readingEase;
    const text = `Section ${id} has a reading ease of ${score} after its rewrite, which is below ${parameters.flagBelow}.\n`;
    await abilities.write(`work/flags/${id}.md`, text);
  },

  async assemble({ item, abilities }) {
    const id = idOf(item, 'section');
    const page = (await readText(abilities, `work/sections/${id}.md`)) ?? '';
    const texts = [page.split('\n', 1)[0] ?? ''];
    for (const part of listedOn(page)) {
      const text =
        (await readText(abilities, `work/assembled/${part}.md`)) ??
        (await readText(abilities, `work/rewritten/${part}.md`)) ??
        (await readText(abilities, `work/sections/${part}.md`));
      if (text !== undefined) texts.push(text.trimEnd());
    }
    await abilities.write(`work/assembled/${id}.md`, `${texts.join('\n\n')}\n`);
  },

  async summarizeChapter({ item, abilities }) {
    const chapter = idOf(item, 'chapter');
    const before: number[] = [];
    for (const { id } of await leavesBelow(abilities, chapter)) {
      const score = await readJson<Score>(abilities, `work/scores/${id}.json`);
      if (score !== undefined) before.push(score.readingEase);
    }
    const averageBefore = before.length === 0 ? 0 : before.reduce((sum, ease) => sum + ease, 0) / before.length;
    await abilities.write(`work/chapters/${chapter}.json`, jsonText({ sections: before.length, averageBefore }));
  },

  async compare({ abilities }) {
    const diffs = (await rewrittenLeaves(abilities)).map(({ id, before, after }) =>
      unifiedDiff(before, after, { before: `work/sections/${id}.md`, after: `work/rewritten/${id}.md` }),
    );
    await abilities.write('changes.diff', diffs.join(''));
  },

  async report({ abilities }) {
    const rows: string[] = [];
    for (const { id, before } of await rewrittenLeaves(abilities)) {
      const first = await readJson<Score>(abilities, `work/scores/${id}.json`);
      const second = await readJson<Score>(abilities, `work/rescores/${id}.json`);
      const isFlagged = (await readText(abilities, `work/flags/${id}.md`)) !== undefined;
      const heading = before.split('\n', 1)[0]?.replace(/^#+ /, '');
      rows.push(
        `| ${id} | ${heading} | ${first?.readingEase} | ${second?.readingEase} | ${isFlagged ? 'flagged' : ''} |`,
      );
    }
    const table = ['| Section | Heading | Before | After | |', '|---|---|---:|---:|---|', ...rows].join('\n');
    await abilities.write('report.md', `# Rewritten sections\n\n${table}\n`);
  },
};
