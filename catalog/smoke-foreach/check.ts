import type { Check } from '@obey/catalog';

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const everyPrice: Check = ({ facts, values }) =>
  Object.entries(facts.prices ?? {}).map(([id, cents]) => {
    const found = fieldOf(values.price?.find(({ key }) => key === id)?.value, 'cents');
    return { item: id, passed: found === cents, detail: `${JSON.stringify(found)} cents, expected ${cents}` };
  });

const sumOfPrices: Check = ({ facts, values }) => {
  const prices = Object.values(facts.prices ?? {}) as number[];
  const expected = { total: prices.reduce((sum, cents) => sum + cents, 0), products: prices.length };
  return Object.entries(expected).map(([name, value]) => {
    const found = fieldOf(values.total?.at(-1)?.value, name);
    return { item: name, passed: found === value, detail: `${JSON.stringify(found)}, expected ${value}` };
  });
};

export const checks = { everyPrice, sumOfPrices };
