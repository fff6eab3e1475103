import type { Prepare } from '@obey/prepare';

const articles = [
  'brass hinge',
  'oak shelf',
  'lamp socket',
  'copper pipe',
  'door handle',
  'paint roller',
  'window seal',
  'wall hook',
];

export const prepare: Prepare<{ orders: number; short: number }> = ({ parameters, random, token }) => {
  const ids = Array.from({ length: parameters.orders }, (_, index) => `o${String(index + 1).padStart(2, '0')}`);
  const planted = random.fork('planted').shuffle(ids);
  const short = planted.slice(0, parameters.short).toSorted();
  const [exact = '', remote = '', closed = ''] = planted.slice(parameters.short);
  const orders = ids.map((id) => {
    const draw = random.fork('order', id);
    const quantity = draw.integer(4, 60);
    const available = short.includes(id)
      ? draw.integer(Math.ceil(quantity / 2), quantity - 1)
      : quantity + (id === exact ? 0 : draw.integer(1, 80));
    return { id, article: draw.pick(articles), quantity, available };
  });
  const refusals = new Map([
    [remote, { status: 422, body: '{"error":"no route to this island"}', fault: 'no-route' }],
    [closed, { status: 503, body: '{"error":"the depot is closed for good"}', fault: 'closed' }],
  ]);
  const outcomeOf = (id: string) => (short.includes(id) ? 'declined' : refusals.has(id) ? 'undeliverable' : 'shipped');
  return {
    files: {
      'input/orders.json': `${JSON.stringify(
        orders.map(({ id, article, quantity }) => ({ id, article, quantity })),
        null,
        2,
      )}\n`,
    },
    services: {
      stock: {
        routes: orders.flatMap(({ id, available }) => [
          {
            path: `/stock/${id}`,
            answers: [
              {
                body: JSON.stringify({ available, reference: token(id) }),
                proof: { item: id, token: token(id), fields: { available } },
              },
            ],
          },
          {
            method: 'POST' as const,
            path: `/substitutes/${id}`,
            answers: [{ status: 201, body: '{"booked":"another article"}' }],
          },
        ]),
      },
      carrier: {
        routes: ids.map((id) => ({
          method: 'POST' as const,
          path: `/parcels/${id}`,
          answers: [refusals.get(id) ?? { status: 201, body: JSON.stringify({ parcel: id, slip: `S-${id}` }) }],
        })),
      },
    },
    facts: {
      orders: orders.map(({ id, article, quantity }) => ({ id, article, quantity })),
      outcomes: Object.fromEntries(ids.map((id) => [id, outcomeOf(id)])),
      planted: { short, exact: [exact], refused: [remote, closed] },
    },
  };
};
