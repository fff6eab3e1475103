import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { byCodePoint } from '../json/json-text.js';

/** What stands where the submitter has to write something. */
export const placeholder = 'FILL_ME';

/** A place that is still to be filled in. */
export interface PlaceholderFound {
  /** Below the folder that was searched, with slashes. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

const searched = /\.(?:ya?ml|py|md|toml|m?[jt]s|txt)$/;

/** Every line with a placeholder in the text files below a folder, but for those in folders named `_template`; sorted. */
export async function findPlaceholders(folder: string): Promise<PlaceholderFound[]> {
  const found: PlaceholderFound[] = [];
  for (const path of await textFiles(folder)) {
    const lines = (await readFile(path, 'utf8')).split('\n');
    for (const [index, text] of lines.entries()) {
      if (!text.includes(placeholder)) continue;
      found.push({ path: relative(folder, path).split(sep).join('/'), line: index + 1, text: text.trim() });
    }
  }
  return found;
}

async function textFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => byCodePoint(a.name, b.name));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '_template' && entry.name !== 'node_modules')
      files.push(...(await textFiles(path)));
    if (entry.isFile() && searched.test(entry.name)) files.push(path);
  }
  return files;
}
