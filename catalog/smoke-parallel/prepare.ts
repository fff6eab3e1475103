import type { Prepare } from '@obey/prepare';

const ledgers = { stock: [40, 90], orders: [5, 30], returns: [0, 9] } as const;

export const prepare: Prepare<{ lines: number }> = ({ parameters, random }) => {
  const books = Object.entries(ledgers).map(([name, [least, most]]) => {
    const draw = random.fork(name);
    const lines = Array.from({ length: parameters.lines }, (_, index) => ({
      article: `A-${100 + index}`,
      units: draw.integer(least, most),
    }));
    return { name, lines };
  });
  return {
    services: {
      depot: {
        routes: books.map(({ name, lines }) => ({ path: `/${name}`, answers: [{ body: JSON.stringify(lines) }] })),
      },
    },
    facts: {
      units: Object.fromEntries(
        books.map(({ name, lines }) => [name, lines.reduce((sum, { units }) => sum + units, 0)]),
      ),
    },
  };
};
