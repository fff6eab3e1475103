import type { Handlers } from '@obey/process';

interface Branch {
  readonly id: string;
  readonly town: string;
}

interface Count {
  readonly pieces: number;
  readonly slip: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * One handler for each step: how an obedient agent really does it. A handler acts through its abilities alone, sees no facts,
 * and has to cope with what a deviation left out (a file that is not there). The walk, not the handlers, sees to loops,
 * parallel work and conditions.
 */
export const solve: Handlers = {
  async load({ abilities }) {
    await abilities.read('input/branches.json');
  },
  async count({ item, abilities, services }) {
    const { id } = item.branch as { id: string };
    const answer = await abilities.fetch(`${services.branches}/branches/${id}`);
    if (answer.status >= 400) return;
    const { pieces, slip }: Count = JSON.parse(answer.body);
    await abilities.write(`work/branches/${id}.json`, json({ pieces, slip }));
  },
  async total({ abilities, values }) {
    const counts = (values.count ?? []) as Count[];
    const pieces = counts.reduce((sum, count) => sum + count.pieces, 0);
    await abilities.write('work/total.json', json({ pieces, branches: counts.length }));
  },
  async report({ abilities }) {
    const branches: Branch[] = JSON.parse(await abilities.read('input/branches.json'));
    const lines: string[] = [];
    for (const { id, town } of branches) {
      const text = await abilities.read(`work/branches/${id}.json`).catch(() => undefined);
      if (text !== undefined) lines.push(`- ${town}: ${JSON.parse(text).pieces}\n`);
    }
    const total: { pieces?: number } = JSON.parse(await abilities.read('work/total.json').catch(() => '{}'));
    await abilities.write('report.md', `# Stock\n\n${lines.join('')}\nTotal: ${total.pieces}\n`);
  },
};
