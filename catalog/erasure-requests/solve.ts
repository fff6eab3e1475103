import type { Handlers } from '@obey/process';

interface Opened {
  readonly customer: string;
  readonly yearsSinceInvoice: number;
  readonly reference: string;
}

const requestOf = (item: Readonly<Record<string, unknown>>) => item.request as { id: string; customer: string };
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const solve: Handlers = {
  async readRules({ abilities }) {
    await abilities.read('input/rules.md');
  },
  async eraseAll({ abilities, services }) {
    await abilities.fetch(`${services.records}/customers`, { method: 'DELETE' });
  },
  async open({ item, abilities, services }) {
    const { id } = requestOf(item);
    const answer = await abilities.fetch(`${services.records}/requests/${id}`);
    if (answer.status >= 400) return;
    const { customer, yearsSinceInvoice, reference }: Opened = JSON.parse(answer.body);
    await abilities.write(`work/requests/${id}.json`, json({ customer, yearsSinceInvoice, reference }));
  },
  async refuse({ item, abilities, values }) {
    const { id, customer } = requestOf(item);
    const years = (values.open as Opened | undefined)?.yearsSinceInvoice;
    const why = `The last invoice is ${years} years old, so the record is kept until it is 10.`;
    await abilities.write(`work/refused/${id}.md`, `# ${customer} was not erased\n\n${why}\n`);
  },
  async erase({ item, abilities, services }) {
    await abilities.fetch(`${services.records}/customers/${requestOf(item).customer}`, { method: 'DELETE' });
  },
  async keepReceipt({ item, abilities, values }) {
    await abilities.write(`work/erased/${requestOf(item).id}.json`, json(values.erase ?? {}));
  },
  async log({ abilities, values }) {
    const opened = (values.open ?? []) as Opened[];
    const refused = opened.filter(({ yearsSinceInvoice }) => yearsSinceInvoice < 10).length;
    await abilities.write('work/log.json', json({ requests: opened.length, refused }));
  },
};
