import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handlers } from '@obey/process';

interface Invoice {
  readonly id: string;
  readonly order: string;
}

interface Match {
  readonly amount: number;
  readonly expected: number;
  readonly reference: string;
}

const invoiceOf = (item: Readonly<Record<string, unknown>>) => item.invoice as Invoice;

async function invoices(abilities: Abilities): Promise<readonly Invoice[]> {
  return (await readJson<Invoice[]>(abilities, 'input/invoices.json')) ?? [];
}

/** Posts, and keeps what comes back unless it is an error. */
async function settle(abilities: Abilities, url: string, path: string): Promise<void> {
  const answer = await abilities.fetch(url, { method: 'POST' });
  if (answer.status < 400) await abilities.write(path, jsonText(JSON.parse(answer.body)));
}

export const solve: Handlers = {
  async readBatch({ abilities }) {
    await abilities.read('input/invoices.json');
  },

  async takeOrder({ item, abilities, services }) {
    await abilities.fetch(`${services.books}/orders/${invoiceOf(item).order}`);
  },

  async takeReceipt({ item, abilities, services }) {
    await abilities.fetch(`${services.books}/receipts/${invoiceOf(item).order}`);
  },

  async match({ item, abilities, services, values }) {
    const { id } = invoiceOf(item);
    const answer = await abilities.fetch(`${services.books}/invoices/${id}`);
    if (answer.status >= 400) return;
    const { amount, reference } = JSON.parse(answer.body) as Match;
    const { unitPrice } = (values.takeOrder ?? {}) as { unitPrice?: number };
    const { quantity } = (values.takeReceipt ?? {}) as { quantity?: number };
    const expected = (unitPrice ?? 0) * (quantity ?? 0);
    await abilities.write(`work/matches/${id}.json`, jsonText({ amount, expected, reference } satisfies Match));
  },

  async hold({ item, abilities }) {
    const { id } = invoiceOf(item);
    const match = await readJson<Match>(abilities, `work/matches/${id}.json`);
    await abilities.write(`work/held/${id}.json`, jsonText({ amount: match?.amount, expected: match?.expected }));
  },

  async approve({ item, abilities, services }) {
    const { id } = invoiceOf(item);
    await settle(abilities, `${services.approvals}/invoices/${id}/controller`, `work/approvals/${id}/controller.json`);
  },

  async approveAgain({ item, abilities, services }) {
    const { id } = invoiceOf(item);
    await settle(abilities, `${services.approvals}/invoices/${id}/treasurer`, `work/approvals/${id}/treasurer.json`);
  },

  async postReceipt({ item, abilities, services }) {
    await abilities.fetch(`${services.books}/ledger/receipts/${invoiceOf(item).order}`, { method: 'POST' });
  },

  async postInvoice({ item, abilities, services }) {
    const { id } = invoiceOf(item);
    await settle(abilities, `${services.books}/ledger/invoices/${id}`, `work/posted/${id}.json`);
  },

  async returnToBuyer({ item, abilities }) {
    await abilities.write(`work/returned/${invoiceOf(item).id}.txt`, 'The controller did not approve it.\n');
  },

  async total({ abilities }) {
    const sum = { invoices: 0, amount: 0 };
    for (const { id } of await invoices(abilities)) {
      const match = await readJson<Match>(abilities, `work/matches/${id}.json`);
      if (match === undefined) continue;
      sum.invoices += 1;
      sum.amount += match.amount;
    }
    await abilities.write('work/total.json', jsonText(sum));
  },

  async report({ abilities }) {
    const lines: string[] = [];
    for (const { id } of await invoices(abilities)) {
      const posted = await readJson(abilities, `work/posted/${id}.json`);
      const held = await readJson(abilities, `work/held/${id}.json`);
      lines.push(`- ${id}: ${posted !== undefined ? 'posted' : held !== undefined ? 'held' : 'returned'}`);
    }
    await abilities.write('report.md', `# Invoices of the day\n\n${lines.join('\n')}\n`);
  },
};
