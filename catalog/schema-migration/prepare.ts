import { jsonText, type Prepare } from '@obey/prepare';
import { batchesOf, drawComparisons } from './batches.js';

const subjects = (
  'accounts addresses branches carriers claims contacts couriers customers debtors depots donors drivers employers ' +
  'exhibitors guests handlers importers insurers landlords lessees members merchants notaries occupants partners patients ' +
  'payees pickups recipients referees senders shops sponsors students suppliers tenants trustees vendors visitors waybills'
).split(' ');

export const prepare: Prepare<{ tables: number; mismatching: number }> = ({ parameters, random, token }) => {
  const names = random.fork('names').sample(subjects, parameters.tables);
  const sizes = random.fork('sizes');
  const tables = names.map((name) => {
    const rows = sizes.integer(1_001, 4_999);
    return { name, rows, batches: batchesOf(rows) };
  });
  const mismatching = random.fork('planted').sample(names, parameters.mismatching);
  const compared = tables.map((table) => {
    const order = mismatching.indexOf(table.name);
    return { table, comparisons: drawComparisons(random.fork('compare', table.name), table.batches, order) };
  });
  const post = (path: string, status: number, body: unknown) => ({
    method: 'POST' as const,
    path,
    answers: [{ status, body: JSON.stringify(body) }],
  });
  return {
    files: { 'input/plan.json': jsonText(tables) },
    services: {
      database: {
        routes: compared.flatMap(({ table: { name }, comparisons }) => {
          const serial = random.fork('serial', name).integer(10_000, 99_999);
          return [
            post(`/tables/${name}/expansion`, 201, { columns: ['street', 'house', 'postcode', 'town'] }),
            post(`/tables/${name}/halt`, 201, { ticket: `H-${serial}` }),
            post(`/tables/${name}/switch`, 200, { reads: 'new' }),
            post(`/tables/${name}/contraction`, 200, { receipt: `M-${serial}` }),
            ...comparisons.flatMap(({ number, rows, mismatches }) => {
              const item = `${name}/${number}`;
              const reference = token(item);
              return [
                post(`/tables/${name}/batches/${number}`, 200, { filled: rows }),
                {
                  path: `/tables/${name}/batches/${number}/comparison`,
                  answers: [
                    {
                      body: JSON.stringify({ rows, mismatches, reference }),
                      proof: { item, token: reference, fields: { rows, mismatches } },
                    },
                  ],
                },
              ];
            }),
          ];
        }),
      },
    },
    facts: {
      tables,
      comparisons: Object.fromEntries(
        compared.map(({ table, comparisons }) => [table.name, comparisons.map((one) => ({ ...one }))]),
      ),
      planted: { mismatching },
    },
  };
};
