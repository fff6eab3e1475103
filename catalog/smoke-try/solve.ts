import type { Handlers } from '@obey/process';

const idOf = (item: Readonly<Record<string, unknown>>) => (item.booking as { id: string }).id;

export const solve: Handlers = {
  async book({ item, abilities, services }) {
    const id = idOf(item);
    const answer = await abilities.fetch(`${services.desk}/bookings/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(item.booking),
    });
    if (answer.status >= 400) return;
    const { reference }: { reference: string } = JSON.parse(answer.body);
    await abilities.write(`work/confirmed/${id}.json`, `${JSON.stringify({ reference })}\n`);
  },
  async release({ item, abilities, services }) {
    await abilities.fetch(`${services.desk}/bookings/${idOf(item)}`, { method: 'DELETE' });
  },
  async refuse({ item, abilities }) {
    await abilities.write(`work/refused/${idOf(item)}.txt`, 'The desk did not accept the booking.\n');
  },
};
