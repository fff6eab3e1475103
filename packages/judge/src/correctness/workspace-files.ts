import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const largest = 4 << 20;

/** Text of every file below a directory by its path with `/`; files above 4 MiB and links are left out. Empty when it is missing. */
export async function workspaceFiles(directory: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const visit = async (relative: string): Promise<void> => {
    const entries = await readdir(path.join(directory, relative), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      const full = path.join(directory, name);
      if (entry.isDirectory()) await visit(name);
      else if (entry.isFile() && (await stat(full)).size <= largest) files[name] = await readFile(full, 'utf8');
    }
  };
  await visit('');
  return files;
}
