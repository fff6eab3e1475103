import type { Handlers } from '@obey/process';

interface Order {
  readonly id: string;
  readonly article: string;
  readonly quantity: number;
}

const orderOf = (item: Readonly<Record<string, unknown>>) => item.order as Order;
const endings = [
  ['slips', 'json', 'shipped'],
  ['undeliverable', 'md', 'undeliverable'],
  ['declined', 'md', 'declined'],
] as const;

export const solve: Handlers = {
  async count({ item, abilities, services }) {
    const { id } = orderOf(item);
    const answer = await abilities.fetch(`${services.stock}/stock/${id}`);
    if (answer.status < 400) await abilities.write(`work/stock/${id}.json`, `${answer.body}\n`);
  },
  async substitute({ item, abilities, services }) {
    await abilities.fetch(`${services.stock}/substitutes/${orderOf(item).id}`, { method: 'POST' });
  },
  async ship({ item, abilities, services }) {
    const { id } = orderOf(item);
    const answer = await abilities.fetch(`${services.carrier}/parcels/${id}`, { method: 'POST' });
    if (answer.status < 400) await abilities.write(`work/slips/${id}.json`, `${answer.body}\n`);
  },
  async undeliverable({ item, abilities }) {
    await abilities.write(`work/undeliverable/${orderOf(item).id}.md`, 'The carrier does not take it.\n');
  },
  async decline({ item, abilities, values }) {
    const { id, article, quantity } = orderOf(item);
    const { available } = (values.count ?? {}) as { available?: number };
    await abilities.write(
      `work/declined/${id}.md`,
      `${quantity} of ${article} were ordered, there are ${available}.\n`,
    );
  },
  async report({ abilities }) {
    const orders: Order[] = JSON.parse(await abilities.read('input/orders.json'));
    const lines: string[] = [];
    for (const { id } of orders) {
      for (const [folder, extension, word] of endings) {
        const found = await abilities.read(`work/${folder}/${id}.${extension}`).catch(() => undefined);
        if (found !== undefined) lines.push(`- ${id}: ${word}`);
      }
    }
    await abilities.write('report.md', `# Orders of the day\n\n${lines.join('\n')}\n`);
  },
};
