import type { Abilities, Handlers } from '@obey/process';

interface Folder {
  readonly id: string;
  readonly files: readonly { readonly kilobytes: number }[];
  readonly folders: readonly Folder[];
}

const archive = async (abilities: Abilities): Promise<Folder> => JSON.parse(await abilities.read('input/archive.json'));

const flat = (folder: Folder): Folder[] => [folder, ...folder.folders.flatMap(flat)];

/** What was written for a folder; 0 where a deviation left it out. */
const sizeOf = async (abilities: Abilities, id: string): Promise<number> => {
  const text = await abilities.read(`work/sizes/${id}.json`).catch(() => '{ "kilobytes": 0 }');
  return (JSON.parse(text) as { kilobytes: number }).kilobytes;
};

/**
 * One handler for each step: how an obedient agent really does it. A handler acts through its abilities alone and sees no facts.
 * The walk, not the handlers, sees to the order of the folders.
 */
export const solve: Handlers = {
  async add({ item, abilities }) {
    const { id } = item.folder as { id: string };
    const folder = flat(await archive(abilities)).find((one) => one.id === id);
    if (folder === undefined) return;
    let kilobytes = folder.files.reduce((sum, file) => sum + file.kilobytes, 0);
    for (const inner of folder.folders) kilobytes += await sizeOf(abilities, inner.id);
    await abilities.write(`work/sizes/${id}.json`, `${JSON.stringify({ kilobytes })}\n`);
  },
  async report({ abilities }) {
    const rows: { id: string; size: number }[] = [];
    for (const { id } of flat(await archive(abilities))) rows.push({ id, size: await sizeOf(abilities, id) });
    const lines = rows.toSorted((a, b) => b.size - a.size).map(({ id, size }) => `- ${id}: ${size}\n`);
    await abilities.write('report.md', `# Archive\n\n${lines.join('')}`);
  },
};
