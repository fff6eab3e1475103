import type { Check } from '@obey/catalog';

const everyWeight: Check = ({ facts, values }) =>
  Object.entries(facts.weights ?? {}).map(([id, grams]) => {
    const value = values.weigh?.find(({ key }) => key === id)?.value;
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'grams') : undefined;
    return { item: id, passed: found === grams, detail: `${JSON.stringify(found)} g, expected ${grams} g` };
  });

export const checks = { everyWeight };
