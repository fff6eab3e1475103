import type { Prepare } from '@obey/prepare';

const first = ['Alder', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Larch', 'Maple', 'Oak'];
const second = ['bridge', 'ford', 'gate', 'hurst', 'mouth', 'stead'];
const towns = first.flatMap((start) => second.map((end) => start + end));

/**
 * Pure: the same seed and level give the same bytes. A named stream of randomness for each thing that is drawn. `token` gives
 * the proof of an item by its key; nothing else may depend on the secret.
 */
export const prepare: Prepare<{ branches: number }> = ({ parameters, random, token }) => {
  const draw = random.fork('stock');
  const branches = random
    .fork('towns')
    .sample(towns, parameters.branches)
    .map((town) => ({ id: town.toLowerCase(), town, pieces: draw.integer(120, 4_800) }));
  const list = branches.map(({ id, town }) => ({ id, town }));
  return {
    files: { 'input/branches.json': `${JSON.stringify(list, null, 2)}\n` },
    services: {
      branches: {
        routes: branches.map(({ id, town, pieces }) => ({
          path: `/branches/${id}`,
          answers: [
            {
              body: JSON.stringify({ town, pieces, slip: token(id) }),
              proof: { item: id, token: token(id), fields: { pieces } },
            },
          ],
        })),
      },
    },
    facts: { branches: list, stock: Object.fromEntries(branches.map(({ id, pieces }) => [id, pieces])) },
  };
};
