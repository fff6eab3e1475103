import type { Abilities, Handlers } from '@obey/process';

interface Note {
  readonly desk: string;
  readonly importance: number;
  readonly headline: string;
  readonly reference: string;
}

const idOf = (item: Readonly<Record<string, unknown>>) => (item.report as { id: string }).id;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function readReport(text: string): Note {
  const [, desk = '', importance = ''] = /\((\w+) desk, importance (\d+)\)/.exec(text) ?? [];
  const [, headline = ''] = /^\((?:.*)\)\n\n([^.]+)\./m.exec(text) ?? [];
  const [, reference = ''] = /^Ref\. (\S+)$/m.exec(text) ?? [];
  return { desk, importance: Number(importance), headline, reference };
}

async function notes(abilities: Abilities): Promise<(Note & { id: string; released: boolean })[]> {
  const listed: { id: string }[] = JSON.parse(await abilities.read('input/reports.json'));
  const found: (Note & { id: string; released: boolean })[] = [];
  for (const { id } of listed) {
    const note = await abilities.read(`work/notes/${id}.json`).catch(() => undefined);
    const release = await abilities.read(`work/releases/${id}.json`).catch(() => undefined);
    if (note !== undefined) found.push({ id, ...(JSON.parse(note) as Note), released: release !== undefined });
  }
  return found;
}

export const solve: Handlers = {
  async load({ abilities }) {
    await abilities.read('input/reports.json');
  },

  async note({ item, abilities, services }) {
    const answer = await abilities.fetch(`${services.wire}/reports/${idOf(item)}`);
    if (answer.status < 400) await abilities.write(`work/notes/${idOf(item)}.json`, json(readReport(answer.body)));
  },

  async askEditor({ item, abilities, services }) {
    await abilities.fetch(`${services.editor}/releases/${idOf(item)}`, { method: 'POST' });
  },

  async keepRelease({ item, abilities, values }) {
    await abilities.write(`work/releases/${idOf(item)}.json`, json(values.askEditor ?? {}));
  },

  async tally({ abilities, values }) {
    const taken = (values.note ?? []) as Note[];
    const counts = new Map<string, number>();
    for (const { desk } of taken) counts.set(desk, (counts.get(desk) ?? 0) + 1);
    const [busiestDesk = ''] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    const meanImportance = taken.reduce((sum, { importance }) => sum + importance, 0) / Math.max(1, taken.length);
    await abilities.write('work/tally.json', json({ reports: taken.length, meanImportance, busiestDesk }));
  },

  async digest({ abilities }) {
    const all = await notes(abilities);
    const lines = all
      .toSorted((a, b) => Number(b.released) - Number(a.released))
      .map(({ headline, released }) => `- ${headline}${released ? ' (released)' : ''}`);
    await abilities.write('digest.md', `# The week\n\n${lines.join('\n')}\n`);
  },
};
