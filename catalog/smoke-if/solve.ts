import type { Abilities, Handlers } from '@obey/process';

interface Parcel {
  readonly id: string;
  readonly packaging: number;
  readonly contents: readonly { readonly grams: number; readonly pieces: number }[];
}

const parcelsIn = async (abilities: Abilities): Promise<Parcel[]> =>
  JSON.parse(await abilities.read('input/parcels.json'));

const idOf = (item: Readonly<Record<string, unknown>>) => (item.parcel as { id: string }).id;
const gramsOf = (value: unknown) => (value as { grams: number }).grams;

export const solve: Handlers = {
  async load({ abilities }) {
    await abilities.read('input/parcels.json');
  },
  async weigh({ item, abilities }) {
    const parcel = (await parcelsIn(abilities)).find(({ id }) => id === idOf(item));
    if (parcel === undefined) return;
    const grams = parcel.contents.reduce((sum, part) => sum + part.grams * part.pieces, parcel.packaging);
    await abilities.write(`work/weights/${parcel.id}.json`, `${JSON.stringify({ grams })}\n`);
  },
  async hold({ item, abilities, values, parameters }) {
    const reason = `weighs ${gramsOf(values.weigh)} g, the limit is ${parameters.limit} g`;
    await abilities.write(`work/held/${idOf(item)}.txt`, `${reason}\n`);
  },
  async label({ item, abilities, values }) {
    await abilities.write(`work/labels/${idOf(item)}.txt`, `${idOf(item)}\n${gramsOf(values.weigh)} g\n`);
  },
};
