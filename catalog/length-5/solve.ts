import type { Handlers } from '@obey/process';

interface Weighed {
  readonly grams: number;
  readonly zone: string;
  readonly reference: string;
}

const parcelOf = (item: Readonly<Record<string, unknown>>) => item.parcel as { id: string; street: string };

export const solve: Handlers = {
  async weigh({ item, abilities, services }) {
    const { id } = parcelOf(item);
    const answer = await abilities.fetch(`${services.depot}/parcels/${id}`);
    if (answer.status >= 400) return;
    const { grams, zone, reference }: Weighed = JSON.parse(answer.body);
    await abilities.write(`work/parcels/${id}.json`, `${JSON.stringify({ grams, zone, reference })}\n`);
  },
  async label({ item, abilities, values }) {
    const { id, street } = parcelOf(item);
    const zone = (values.weigh as Weighed | undefined)?.zone ?? '';
    await abilities.write(`work/labels/${id}.txt`, `${id}\n${street}\nZone ${zone}\n`);
  },
  async setAside({ item, abilities }) {
    await abilities.write(`work/aside/${parcelOf(item).id}.txt`, 'The depot gave no weight.\n');
  },
  async manifest({ abilities, values }) {
    const weighed = (values.weigh ?? []) as Weighed[];
    const grams = weighed.reduce((sum, parcel) => sum + parcel.grams, 0);
    await abilities.write('work/manifest.json', `${JSON.stringify({ parcels: weighed.length, grams })}\n`);
  },
};
