import type { Prepare } from '@obey/prepare';

const names = [
  'Anvil',
  'Bellows',
  'Chisel',
  'Drawknife',
  'Easel',
  'File',
  'Gimlet',
  'Hatchet',
  'Jigsaw',
  'Kiln',
  'Lathe',
  'Mallet',
  'Plane',
  'Rasp',
  'Scythe',
  'Trowel',
];

export const prepare: Prepare<{ products: number }> = ({ parameters, random, token }) => {
  const chosen = random.fork('products').sample(names, parameters.products);
  const draw = random.fork('prices');
  const products = chosen.map((name) => ({ id: name.toLowerCase(), name, cents: draw.integer(195, 48_995) }));
  const shown = products.map(({ id, name, cents }) => ({ id, name, cents, reference: token(id) }));
  return {
    files: {
      'input/products.json': `${JSON.stringify(
        products.map(({ id, name }) => ({ id, name })),
        null,
        2,
      )}\n`,
    },
    services: {
      shop: {
        routes: [
          { path: '/prices', answers: [{ body: JSON.stringify(shown) }] },
          ...shown.map((product) => ({
            path: `/prices/${product.id}`,
            answers: [
              {
                body: JSON.stringify(product),
                proof: { item: product.id, token: product.reference, fields: { cents: product.cents } },
              },
            ],
          })),
        ],
      },
    },
    facts: {
      catalogue: products.map(({ id, name }) => ({ id, name })),
      prices: Object.fromEntries(products.map(({ id, cents }) => [id, cents])),
    },
  };
};
