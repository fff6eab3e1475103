import type { Abilities, Handlers } from '@obey/process';

interface Change {
  readonly title: string;
  readonly topic: string;
}

const changesIn = async (abilities: Abilities): Promise<Change[]> =>
  JSON.parse(await abilities.read('input/changes.json'));

export const solve: Handlers = {
  async load({ abilities }) {
    await abilities.read('input/changes.json');
  },
  async draft({ abilities }) {
    const lines = (await changesIn(abilities)).map(({ title, topic }) => `- ${title} [${topic}]`);
    await abilities.write('draft.md', `${lines.join('\n')}\n`);
  },
  async index({ abilities }) {
    const counts: Record<string, number> = {};
    for (const { topic } of await changesIn(abilities)) counts[topic] = (counts[topic] ?? 0) + 1;
    await abilities.write('index.json', `${JSON.stringify(counts, null, 2)}\n`);
  },
  async publish({ abilities }) {
    const draft = await abilities.read('draft.md').catch(() => '');
    const counts: Record<string, number> = JSON.parse(await abilities.read('index.json').catch(() => '{}'));
    const summary = Object.entries(counts).map(([topic, count]) => `- ${topic}: ${count}`);
    await abilities.write('notes.md', `# Release notes\n\n${summary.join('\n')}\n\n## Changes\n\n${draft}`);
  },
};
