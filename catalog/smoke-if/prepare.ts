import type { Prepare } from '@obey/prepare';

export const prepare: Prepare<{ parcels: number; limit: number }> = ({ parameters: { parcels, limit }, random }) => {
  const draw = random.fork('weights');
  const ids = random
    .fork('ids')
    .sample(
      Array.from({ length: 900 }, (_, index) => index + 100),
      parcels,
    )
    .map((number) => `p${number}`);
  const [atLimit = '', above = '', below = '', ...rest] = random.fork('planted').shuffle(ids);
  const grams = new Map([
    [atLimit, limit],
    [above, limit + 1],
    [below, limit - 1],
  ]);
  // At least three on each side of the limit, the boundary parcels not counted.
  rest.forEach((id, index) => {
    const heavy = index < 3 || (index >= 5 && draw.chance(0.4));
    grams.set(id, heavy ? draw.integer(limit + 50, limit * 2) : draw.integer(Math.round(limit / 4), limit - 50));
  });
  const contents = random.fork('contents');
  const parcelsInOrder = ids.map((id) => {
    const total = grams.get(id) ?? 0;
    const packaging = contents.integer(40, 120);
    const pieces = contents.integer(2, 5);
    const each = contents.integer(20, Math.floor((total - packaging) / pieces) - 10);
    return {
      id,
      packaging,
      contents: [
        { grams: each, pieces },
        { grams: total - packaging - each * pieces, pieces: 1 },
      ],
    };
  });
  return {
    files: { 'input/parcels.json': `${JSON.stringify(parcelsInOrder, null, 2)}\n` },
    facts: {
      shipment: ids.map((id) => ({ id })),
      weights: Object.fromEntries(ids.map((id) => [id, grams.get(id) ?? 0])),
      planted: { atLimit: [atLimit], oneAbove: [above], oneBelow: [below] },
    },
  };
};
