import type { Handler, Handlers } from '@obey/process';

/** Fetches one ledger and writes the sum of its units. */
const ledger =
  (name: string): Handler =>
  async ({ abilities, services }) => {
    const answer = await abilities.fetch(`${services.depot}/${name}`);
    if (answer.status >= 400) return;
    const lines: { units: number }[] = JSON.parse(answer.body);
    const units = lines.reduce((sum, line) => sum + line.units, 0);
    await abilities.write(`work/${name}.json`, `${JSON.stringify({ units })}\n`);
  };

export const solve: Handlers = {
  stock: ledger('stock'),
  orders: ledger('orders'),
  returns: ledger('returns'),
  async balance({ abilities, values }) {
    const unitsOf = (name: string) => (values[name] as { units: number } | undefined)?.units ?? 0;
    const [stock, orders, returns] = [unitsOf('stock'), unitsOf('orders'), unitsOf('returns')];
    const rows = [
      `| stock | ${stock} |`,
      `| orders | ${orders} |`,
      `| returns | ${returns} |`,
      `| left | ${stock + returns - orders} |`,
    ];
    await abilities.write('balance.md', `# Balance\n\n| | units |\n|---|---:|\n${rows.join('\n')}\n`);
  },
};
