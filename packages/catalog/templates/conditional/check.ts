import type { Check } from '@obey/catalog';

/** Checks recompute what is right from the facts. They are pure; a malformed output fails, it never throws. */
const everySum: Check = ({ facts, values }) =>
  Object.entries(facts.sums as Record<string, number>).map(([id, euros]) => {
    const value = values.add?.find(({ key }) => key === id)?.value;
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, 'euros') : undefined;
    return { item: id, passed: found === euros, detail: `${JSON.stringify(found)} euros, expected ${euros}` };
  });

export const checks = { everySum };
