import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportDocument } from './document/report-document.js';
import { renderHtml } from './html/render-html.js';
import { renderMarkdown } from './markdown/render-markdown.js';

export interface WrittenReport {
  /** Absolute or relative as `folder` was. */
  readonly html: string;
  readonly markdown: string;
  /** Null in the report of a single trial. */
  readonly leaderboard: string | null;
}

/**
 * Writes index.html, report.md and, for a run, leaderboard.json into `<folder>/report`. Each file replaces the one before
 * it in a single step, so that a reader never meets half of one.
 */
export async function writeReport(folder: string, document: ReportDocument): Promise<WrittenReport> {
  const target = join(folder, 'report');
  await mkdir(target, { recursive: true });
  const { leaderboard } = document;
  return {
    html: await replace(join(target, 'index.html'), renderHtml(document)),
    markdown: await replace(join(target, 'report.md'), renderMarkdown(document)),
    leaderboard:
      leaderboard === null
        ? null
        : await replace(join(target, 'leaderboard.json'), `${JSON.stringify(leaderboard, null, 2)}\n`),
  };
}

async function replace(path: string, text: string): Promise<string> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return path;
}
