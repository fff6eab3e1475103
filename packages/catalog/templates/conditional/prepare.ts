import type { Prepare } from '@obey/prepare';

const people = ['Aoki', 'Bauer', 'Conti', 'Diallo', 'Eriksen', 'Flores', 'Guzman', 'Haddad'];

/** Pure: the same seed and level give the same bytes. A named stream of randomness for each thing that is drawn. */
export const prepare: Prepare<{ claims: number; limit: number }> = ({ parameters: { claims, limit }, random }) => {
  const ids = Array.from({ length: claims }, (_, index) => `c${101 + index}`);
  const draw = random.fork('sums');
  // At every level at least three on each side of the limit, and the limit itself: else a decision could not be got wrong.
  const [atLimit = '', above = '', below = '', ...rest] = random.fork('planted').shuffle(ids);
  const sums = new Map([
    [atLimit, limit],
    [above, limit + 1],
    [below, limit - 1],
    ...rest.map((id, index): [string, number] => {
      const isLarge = index < 3 || (index >= 6 && draw.chance(0.4));
      return [id, isLarge ? draw.integer(limit + 20, limit * 3) : draw.integer(60, limit - 20)];
    }),
  ]);
  const receipts = random.fork('receipts');
  const list = ids.map((id) => {
    const sum = sums.get(id) ?? 0;
    const first = receipts.integer(10, 40);
    return { id, person: receipts.pick(people), receipts: [{ euros: first }, { euros: sum - first }] };
  });
  return {
    files: { 'input/claims.json': `${JSON.stringify(list, null, 2)}\n` },
    facts: {
      claims: ids.map((id) => ({ id })),
      sums: Object.fromEntries(sums),
      planted: { atLimit: [atLimit], oneAbove: [above], oneBelow: [below] },
    },
  };
};
