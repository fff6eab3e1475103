import type { Prepare } from '@obey/prepare';

interface Folder {
  readonly id: string;
  readonly files: { readonly name: string; readonly kilobytes: number }[];
  readonly folders: Folder[];
}

type Names = { id: string; folders: Names[] };

const namesOf = ({ id, folders }: Folder): Names => ({ id, folders: folders.map(namesOf) });

/** Pure: the same seed and level give the same bytes. A named stream of randomness for each thing that is drawn. */
export const prepare: Prepare<{ depth: number; folders: number }> = ({ parameters: { depth, folders }, random }) => {
  const draw = random.fork('tree');
  const sizes = random.fork('files');
  const folderNamed = (id: string): Folder => ({
    id,
    files: Array.from({ length: sizes.integer(1, 4) }, (_, index) => ({
      name: `${id}-${index + 1}.pdf`,
      kilobytes: sizes.integer(3, 900),
    })),
    folders: [],
  });
  const archive = folderNamed('archive');
  const known = [{ folder: archive, level: 0 }];
  while (known.length < folders) {
    // The first ones go straight down, so that the whole depth is there for any seed.
    const deepest = known.reduce((a, b) => (b.level > a.level ? b : a));
    const above = deepest.level < depth ? deepest : draw.pick(known.filter(({ level }) => level < depth));
    const folder = folderNamed(`f${known.length}`);
    above.folder.folders.push(folder);
    known.push({ folder, level: above.level + 1 });
  }
  const total: Record<string, number> = {};
  const add = (folder: Folder): number => {
    const own = folder.files.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
    const below = folder.folders.reduce((sum, inner) => sum + add(inner), 0);
    total[folder.id] = own + below;
    return own + below;
  };
  add(archive);
  return {
    files: { 'input/archive.json': `${JSON.stringify(archive, null, 2)}\n` },
    facts: { archive: namesOf(archive), sizes: total },
  };
};
