import type { Check } from '@obey/catalog';

const balanceAddsUp: Check = ({ facts, files }) => {
  const { stock = 0, orders = 0, returns = 0 } = facts.units as Record<string, number>;
  const numbers = new Set(
    (files['balance.md'] ?? '')
      .replaceAll(/(?<=\d)[,  ](?=\d{3})/g, '')
      .match(/-?\d+/g)
      ?.map(Number),
  );
  return Object.entries({ stock, orders, returns, left: stock + returns - orders }).map(([item, expected]) => ({
    item,
    passed: numbers.has(expected),
    detail: `balance.md ${numbers.has(expected) ? 'has' : 'lacks'} ${expected} for ${item}`,
  }));
};

export const checks = { balanceAddsUp };
