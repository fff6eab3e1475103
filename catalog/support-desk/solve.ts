import { jsonText, readJson } from '@obey/prepare';
import type { Abilities, Handlers } from '@obey/process';

interface Ticket {
  readonly id: string;
  readonly answers: Readonly<Record<string, string>>;
}

interface Page {
  readonly topic: string;
  readonly credit: number;
  readonly reference: string;
}

const ticketOf = (item: Readonly<Record<string, unknown>>) => item.ticket as Ticket;

async function queue(abilities: Abilities): Promise<readonly Ticket[]> {
  return (await readJson<Ticket[]>(abilities, 'input/queue.json')) ?? [];
}

async function post(abilities: Abilities, url: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await abilities.fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

export const solve: Handlers = {
  async signIn({ abilities, services }) {
    await post(abilities, `${services.desk}/session`, {});
  },

  async readQueue({ abilities }) {
    await abilities.read('input/queue.json');
  },

  async authenticate({ item, abilities, services }) {
    const { id, answers } = ticketOf(item);
    await post(abilities, `${services.desk}/tickets/${id}/authentication`, { answers });
  },

  async decline({ item, abilities }) {
    await abilities.write(`work/declined/${ticketOf(item).id}.txt`, 'Fewer than two answers were right.\n');
  },

  async open({ item, abilities, services }) {
    const { id } = ticketOf(item);
    const answer = await abilities.fetch(`${services.desk}/tickets/${id}`);
    if (answer.status >= 400) return;
    const { topic, credit, reference } = JSON.parse(answer.body) as Page;
    await abilities.write(`work/tickets/${id}.json`, jsonText({ topic, credit, reference } satisfies Page));
  },

  async settle({ item, abilities, services }) {
    const { id } = ticketOf(item);
    const page = await readJson<Page>(abilities, `work/tickets/${id}.json`);
    await post(abilities, `${services.desk}/tickets/${id}/settlement`, { credit: page?.credit });
  },

  async total({ abilities }) {
    const sum = { tickets: 0, credit: 0 };
    for (const { id } of await queue(abilities)) {
      const page = await readJson<Page>(abilities, `work/tickets/${id}.json`);
      if (page === undefined) continue;
      sum.tickets += 1;
      sum.credit += page.credit;
    }
    await abilities.write('work/total.json', jsonText(sum));
  },

  async report({ abilities }) {
    const lines: string[] = [];
    for (const { id } of await queue(abilities)) {
      const page = await readJson(abilities, `work/tickets/${id}.json`);
      lines.push(`- ${id}: ${page === undefined ? 'declined' : 'settled'}`);
    }
    await abilities.write('report.md', `# Shift\n\n${lines.join('\n')}\n`);
  },
};
