import type { Check } from '@obey/catalog';

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Checks recompute what is right from the facts. They are pure; a malformed output fails, it never throws. */
const everyBranch: Check = ({ facts, values }) =>
  Object.entries(facts.stock as Record<string, number>).map(([id, pieces]) => {
    const found = fieldOf(values.count?.find(({ key }) => key === id)?.value, 'pieces');
    return { item: id, passed: found === pieces, detail: `${JSON.stringify(found)} pieces, expected ${pieces}` };
  });

const sumOfBranches: Check = ({ facts, values }) => {
  const stock = Object.values(facts.stock as Record<string, number>);
  const expected = { pieces: stock.reduce((sum, pieces) => sum + pieces, 0), branches: stock.length };
  return Object.entries(expected).map(([name, value]) => {
    const found = fieldOf(values.total?.at(-1)?.value, name);
    return { item: name, passed: found === value, detail: `${JSON.stringify(found)}, expected ${value}` };
  });
};

export const checks = { everyBranch, sumOfBranches };
