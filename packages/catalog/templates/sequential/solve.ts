import type { Abilities, Handlers } from '@obey/process';

interface Remark {
  readonly speaker: string;
  readonly kind: string;
  readonly text: string;
}

const transcript = async (abilities: Abilities): Promise<Remark[]> =>
  JSON.parse(await abilities.read('input/transcript.json'));

/**
 * One handler for each step: how an obedient agent really does it. A handler acts through its abilities alone, sees no facts,
 * and has to cope with what a deviation left out (a file that is not there).
 */
export const solve: Handlers = {
  async load({ abilities }) {
    await transcript(abilities);
  },
  async outline({ abilities }) {
    const decisions = (await transcript(abilities)).filter(({ kind }) => kind === 'decision');
    await abilities.write('outline.md', decisions.map(({ text }) => `- ${text}\n`).join(''));
  },
  async assign({ abilities }) {
    const actions: Record<string, string[]> = {};
    for (const { speaker, kind, text } of await transcript(abilities)) {
      if (kind === 'action') actions[speaker] = [...(actions[speaker] ?? []), text];
    }
    await abilities.write('actions.json', `${JSON.stringify(actions, null, 2)}\n`);
  },
  async minutes({ abilities }) {
    const outline = await abilities.read('outline.md').catch(() => '');
    const actions: Record<string, string[]> = JSON.parse(await abilities.read('actions.json').catch(() => '{}'));
    const lines = Object.values(actions).flatMap((tasks) => tasks.map((task) => `- ${task}\n`));
    await abilities.write('minutes.md', `# Minutes\n\n## Decisions\n\n${outline}\n## Actions\n\n${lines.join('')}`);
  },
};
