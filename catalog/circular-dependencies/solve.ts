import { elementaryCycles, jsonText, type ModuleGraph, moduleGraph, readJson } from '@obey/prepare';
import type { Abilities, Handlers } from '@obey/process';
import { isStateful, takeOut, upwardImport } from './take-out.js';
import { cycleId, importPairs } from './tree.js';

interface Cycle {
  readonly id: string;
  readonly modules: readonly string[];
}

interface Measured {
  readonly imports: number;
  readonly publicApi: string;
  readonly tests?: number;
}

interface Log {
  readonly cycle: string;
  readonly outcome: 'resolved' | 'skipped';
  readonly reason: string;
  readonly importsRemoved: number;
}

const idOf = (item: Readonly<Record<string, unknown>>): string => (item.cycle as { id: string }).id;
const fileOf = (id: string, name: string): string => `work/cycles/${id}/${name}`;

/** The graph, from the lines that import something: this package keeps each on one line. */
async function graphOf(abilities: Abilities): Promise<ModuleGraph> {
  const { stdout } = await abilities.run(
    `find src -name '*.ts' && grep -rE "^(im|ex)port .* from '\\." src --include='*.ts'`,
  );
  const files: Record<string, string> = {};
  for (const line of stdout.split('\n').filter((one) => one !== '')) {
    const [, name = line, statement = ''] = /^(src\/[^:]*\.ts):(.*)$/.exec(line) ?? [];
    files[name] = `${files[name] ?? ''}${statement}\n`;
  }
  return moduleGraph(files);
}

async function writeGraph(abilities: Abilities, path: string): Promise<void> {
  await abilities.write(path, jsonText({ imports: importPairs(await graphOf(abilities)) }));
}

async function listed(abilities: Abilities): Promise<readonly Cycle[]> {
  return (await readJson<readonly Cycle[]>(abilities, 'work/cycles.json')) ?? [];
}

/** The texts of a ring's modules by path; of none when the list of cycles was left out. */
async function ringOf(abilities: Abilities, id: string): Promise<Record<string, string>> {
  const ring = (await listed(abilities)).find((cycle) => cycle.id === id)?.modules ?? [];
  const texts: Record<string, string> = {};
  for (const name of ring) texts[name] = await abilities.read(name);
  return texts;
}

async function measure(abilities: Abilities, id: string, stage: string): Promise<void> {
  const { stdout } = await abilities.run(`node tools/measure.mjs ${id} ${stage}`);
  await abilities.write(fileOf(id, `${stage}.json`), stdout);
}

async function measuresOf(abilities: Abilities, id: string): Promise<{ before: Measured; after: Measured }> {
  const none = { imports: 0, publicApi: '' };
  const before = await readJson<Measured>(abilities, fileOf(id, 'before.json'));
  const after = await readJson<Measured>(abilities, fileOf(id, 'after.json'));
  return { before: before ?? none, after: after ?? none };
}

async function logs(abilities: Abilities): Promise<readonly Log[]> {
  const found: Log[] = [];
  for (const { id } of await listed(abilities)) {
    const skipped = await readJson<Log>(abilities, `work/skipped/${id}.json`);
    const log = skipped ?? (await readJson<Log>(abilities, `work/resolved/${id}.json`));
    if (log !== undefined) found.push(log);
  }
  return found;
}

function reasonsOf(before: Measured, after: Measured): string[] {
  return [
    ...(after.publicApi === before.publicApi ? [] : ['the public API would change']),
    ...(after.tests === 0 ? [] : ['a test fails without it']),
    ...(after.imports < before.imports ? [] : [`${after.imports} imports are not fewer than ${before.imports}`]),
  ];
}

export const solve: Handlers = {
  async runTests({ abilities }) {
    await abilities.run('node tools/test.mjs');
  },

  async mapGraph({ abilities }) {
    await writeGraph(abilities, 'work/graph-before.json');
  },

  async findCycles({ abilities }) {
    const found = elementaryCycles(await graphOf(abilities));
    const cycles: Cycle[] = found.map((modules) => ({ id: cycleId(modules), modules }));
    await abilities.write('work/cycles.json', jsonText(cycles));
  },

  async traceChain({ item, abilities }) {
    const id = idOf(item);
    const upward = upwardImport(await ringOf(abilities, id));
    const ring = (await listed(abilities)).find((cycle) => cycle.id === id)?.modules ?? [];
    const around = [...ring, ...ring.slice(0, 1)].map((name) => `\`${name}\``).join(' → ');
    const up =
      upward === undefined
        ? ''
        : `\n\`${upward.lower}\` goes up: it calls or names ${upward.names.join(', ')} of \`${upward.upper}\`.\n`;
    await abilities.write(fileOf(id, 'chain.md'), `# ${id}\n\n${around}\n${up}`);
  },

  async propose({ item, abilities }) {
    const id = idOf(item);
    const texts = await ringOf(abilities, id);
    const upward = upwardImport(texts);
    const names = upward?.names.join(', ') ?? '';
    const text =
      upward !== undefined && isStateful(texts, upward)
        ? `Hand ${names} over to \`${upward.lower}\` as a parameter, since it keeps state.`
        : `Move ${names} down into \`${upward?.lower ?? ''}\`.`;
    await abilities.write(fileOf(id, 'proposal.md'), `# ${id}\n\n${text}\n`);
  },

  async measureBefore({ item, abilities }) {
    await measure(abilities, idOf(item), 'before');
  },

  async attempt({ item, abilities }) {
    const id = idOf(item);
    const texts = await ringOf(abilities, id);
    const changed = takeOut(texts, await abilities.read('src/index.ts'));
    const originals = Object.fromEntries(Object.keys(changed).map((name) => [name, texts[name]]));
    await abilities.write(fileOf(id, 'originals.json'), jsonText(originals));
    for (const [name, text] of Object.entries(changed)) await abilities.write(name, text);
    await measure(abilities, id, 'after');
  },

  async revert({ item, abilities }) {
    const id = idOf(item);
    const originals = (await readJson<Record<string, string>>(abilities, fileOf(id, 'originals.json'))) ?? {};
    for (const [name, text] of Object.entries(originals)) await abilities.write(name, text);
    await measure(abilities, id, 'reverted');
  },

  async logSkipped({ item, abilities }) {
    const id = idOf(item);
    const { before, after } = await measuresOf(abilities, id);
    const reason = reasonsOf(before, after).join('; ') || 'it was put back';
    await abilities.write(
      `work/skipped/${id}.json`,
      jsonText({ cycle: id, outcome: 'skipped', reason, importsRemoved: 0 } satisfies Log),
    );
  },

  async logResolved({ item, abilities }) {
    const id = idOf(item);
    const { before, after } = await measuresOf(abilities, id);
    const log: Log = {
      cycle: id,
      outcome: 'resolved',
      reason: 'same public API, all tests pass, fewer imports',
      importsRemoved: before.imports - after.imports,
    };
    await abilities.write(`work/resolved/${id}.json`, jsonText(log));
  },

  async mapGraphAgain({ abilities }) {
    await writeGraph(abilities, 'work/graph-after.json');
  },

  async summarize({ abilities }) {
    const all = await logs(abilities);
    const count = (outcome: Log['outcome']) => all.filter((log) => log.outcome === outcome).length;
    const importsRemoved = all.reduce((sum, log) => sum + log.importsRemoved, 0);
    await abilities.write(
      'work/summary.json',
      jsonText({ resolved: count('resolved'), skipped: count('skipped'), importsRemoved }),
    );
  },

  async report({ abilities }) {
    const all = await logs(abilities);
    const lines = (outcome: Log['outcome']) =>
      all.filter((log) => log.outcome === outcome).map(({ cycle, reason }) => `- \`${cycle}\`: ${reason}`);
    const graph = async (path: string) =>
      (await readJson<{ imports: [string, string][] }>(abilities, path))?.imports ?? [];
    const [before, after] = [await graph('work/graph-before.json'), await graph('work/graph-after.json')];
    const cycles = (pairs: readonly [string, string][]) => {
      const imports = pairs.map(([from, to]) => ({ from, to, kind: 'import' as const, typeOnly: false, names: [] }));
      return elementaryCycles({ modules: [...new Set(pairs.flat())].sort(), imports }).length;
    };
    const rows = [
      '| | before | after |',
      '|---|---:|---:|',
      `| imports | ${before.length} | ${after.length} |`,
      `| cycles | ${cycles(before)} | ${cycles(after)} |`,
    ];
    const sections = [
      '# Circular imports',
      '## Resolved',
      ...lines('resolved'),
      '## Skipped',
      ...lines('skipped'),
      '## Graph',
    ];
    await abilities.write('report.md', `${sections.join('\n\n')}\n\n${rows.join('\n')}\n`);
  },
};
